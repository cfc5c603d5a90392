"""What the front page says besides the newest."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from articles import front
from articles.models import Article
from tests.builders import NOW, build_article, build_draft, build_tag, build_topic
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def on(*days: int, **values) -> list[Article]:
    """Articles so many days before the tests' now."""
    return [build_article(published_at=NOW - DAY * number, **values) for number in days]


def on_date(day: date, **values) -> Article:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    return build_article(published_at=moment, **values)


def test_the_archive_holds_what_is_visible():
    on(1, 400, 800)
    build_draft()
    build_article(embargoed_until=NOW + DAY)
    index_now()
    held = front.holdings(NOW)
    assert held
    assert (held.count, held.first, held.last, dict(held.years)) == (3, 2022, 2024, {2022: 1, 2023: 1, 2024: 1})


def test_an_empty_archive_holds_nothing():
    index_now()
    assert front.holdings(NOW) is None


def test_a_tag_with_more_than_usual_has_risen():
    build_tag("Brücke")
    on(1, 2, 3, 100, tags=["Brücke"])
    index_now()
    [risen] = front.risen_tags(NOW, 5)
    assert (risen.row.name, risen.count) == ("Brücke", 3)
    assert risen.usual == pytest.approx(30 / 365)


def test_what_rose_most_comes_first():
    on(1, 2, tags=["Brücke"])
    on(1, 2, 3, tags=["Fähre"])
    index_now()
    assert [risen.row.name for risen in front.risen_tags(NOW, 5)] == ["Fähre", "Brücke"]


def test_what_is_as_frequent_as_ever_has_not_risen():
    on(1, 2, *range(40, 390, 10), tags=["Haushalt"])
    index_now()
    assert front.risen_tags(NOW, 5) == []


def test_one_article_is_no_rise():
    build_topic(tags=[build_tag("Brücke")])
    on(1, tags=["Brücke"])
    index_now()
    assert (front.risen_tags(NOW, 5), front.risen_topics(NOW, 5)) == ([], [])


def test_a_public_topic_rises_too():
    tag = build_tag("Brücke")
    topic = build_topic("Brückenbau", tags=[tag])
    build_topic("Geheim", tags=[tag], is_public=False)
    on(1, 2, tags=["Brücke"])
    index_now()
    assert [(risen.row, risen.count, risen.usual) for risen in front.risen_topics(NOW, 5)] == [(topic, 2, 0)]


def test_without_an_index_nothing_is_counted():
    build_topic(tags=[build_tag("Brücke")])
    on(1, 2, tags=["Brücke"])
    assert (front.holdings(NOW), front.risen_tags(NOW, 5), front.risen_topics(NOW, 5)) == (None, [], [])


@pytest.mark.parametrize("indexed", [True, False])
def test_an_article_of_each_earlier_year_is_remembered(indexed):
    found = [on_date(date(year, 11, 5)) for year in (2021, 2019)]
    on_date(date(2020, 6, 1))
    on_date(date(2024, 11, 5))
    if indexed:
        index_now()
    assert front.on_this_day(NOW, 2) == found


def test_where_the_day_has_too_few_those_around_it_help():
    near, same = on_date(date(2022, 11, 7)), on_date(date(2020, 11, 5))
    on_date(date(2021, 11, 20))
    assert front.on_this_day(NOW, 2) == [near, same]


def test_the_29th_of_february_is_looked_for_where_there_is_one():
    leap = on_date(date(2020, 2, 29))
    on_date(date(2023, 2, 28))
    assert front.on_this_day(datetime(2024, 2, 29, 12, tzinfo=NOW.tzinfo), 1) == [leap]


def test_what_is_hidden_since_is_not_on_this_day():
    article = on_date(date(2021, 11, 5))
    index_now()
    assert front.on_this_day(NOW, 1) == [article]
    Article.objects.filter(pk=article.pk).update(status="draft")
    assert front.on_this_day(NOW, 1) == []
