"""A chronology is proposed from a topic's articles; what is chosen is entered in the order of the days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from articles.editorial.chronology import MOST_ENTRIES, enter, propose
from articles.errors import CannotDo, IndexUnavailable, NotAllowed
from articles.models import LogLine, Pin, TopicEntry
from articles.vocabulary import EntryReason
from tests.builders import NOW, build_article, build_draft, build_editor, build_tag, build_topic
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def tell(headline, *day, **values):
    return build_article(headline, tags=["Brücke"], published_at=datetime(*day, 12, tzinfo=UTC), **values)


@pytest.fixture
def topic():
    return build_topic("Brückenbau", tags=[build_tag("Brücke")])


def proposed(topic):
    index_now()
    return [(one.article.headline, one.reason, one.count) for one in propose(topic, NOW)]


def test_the_beginning_and_the_peaks_and_each_month_are_proposed(topic):
    tell("Riss", 2023, 5, 2)
    tell("Nachklapp", 2023, 5, 9)
    tell("Ausschreibung", 2023, 6, 1)
    for headline in ("Sperrung", "Brückenbau beginnt", "Stau"):
        tell(headline, 2024, 2, 3)
    assert proposed(topic) == [
        ("Riss", EntryReason.FIRST, 0),
        ("Ausschreibung", EntryReason.MONTH, 1),
        ("Brückenbau beginnt", EntryReason.PEAK, 3),
    ]


def test_what_is_pinned_is_proposed_and_what_is_entered_is_not(topic):
    pinned, entered = build_article("Angeheftet"), tell("Riss", 2023, 5, 2)
    Pin.objects.create(topic=topic, article=pinned)
    TopicEntry.objects.create(topic=topic, article=entered, date=date(2023, 5, 2))
    assert proposed(topic) == [("Angeheftet", EntryReason.PINNED, 0)]


def test_nothing_unpublished_is_proposed(topic):
    draft = build_draft(tags=["Brücke"])
    Pin.objects.create(topic=topic, article=draft)
    tell("Morgen", 2024, 11, 6)
    assert proposed(topic) == []


def test_a_long_topic_takes_no_more_than_it_may(topic, django_assert_max_num_queries):
    for number in range(60):
        tell(f"Nummer {number}", 2015 + number // 12, number % 12 + 1, 1)
    index_now()
    with django_assert_max_num_queries(12):
        assert len(propose(topic, NOW)) == 36


def test_without_an_index_nothing_can_be_proposed(topic):
    with pytest.raises(IndexUnavailable):
        propose(topic, NOW)


def test_entries_go_before_what_is_later_and_the_order_stays(topic):
    for position, day in enumerate((date(2024, 1, 1), date(2023, 1, 1))):
        TopicEntry.objects.create(topic=topic, date=day, line=str(day.year), position=position)
    articles = [tell("Ende", 2024, 6, 1), tell("Mitte", 2023, 6, 1)]
    enter(topic, [one.pk for one in articles], editor=None, at=NOW)
    assert [entry.text for entry in topic.entries.all()] == ["Mitte", "2024", "2023", "Ende"]


def test_entering_is_logged_with_who(topic):
    editor = build_editor()
    enter(topic, [tell("Riss", 2023, 5, 2).pk], editor=editor, at=NOW)
    line = LogLine.objects.get(headline="Brückenbau")
    assert (line.editor, line.reason) == (editor, "1 Einträge in der Chronik")


def test_nothing_is_entered_twice_or_without_a_date(topic):
    article = tell("Riss", 2023, 5, 2)
    enter(topic, [article.pk], editor=None, at=NOW)
    for chosen in ([article.pk], [build_draft().pk], [], [999]):
        with pytest.raises(CannotDo):
            enter(topic, chosen, editor=None, at=NOW)


def test_a_chronology_has_an_end(topic):
    day = date(2024, 1, 1)
    TopicEntry.objects.bulk_create(
        TopicEntry(topic=topic, date=day + timedelta(number), line="x") for number in range(MOST_ENTRIES)
    )
    with pytest.raises(CannotDo, match=str(MOST_ENTRIES)):
        enter(topic, [tell("Riss", 2023, 5, 2).pk], editor=None, at=NOW)


def test_it_needs_the_permission(topic):
    with pytest.raises(NotAllowed):
        enter(topic, [tell("Riss", 2023, 5, 2).pk], editor=build_editor("gast", superuser=False), at=NOW)
