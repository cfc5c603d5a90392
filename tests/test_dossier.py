"""What a topic's page tells besides its list."""

from datetime import date, timedelta

import pytest

from articles import dossier, listings, scopes
from articles.search.request import SearchRequest
from tests.builders import NOW, build_article, build_tag, build_topic
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def topic():
    return build_topic(tags=[build_tag("Brücke")])


def proposed(topic) -> list[tuple[date, str]]:
    scope = scopes.of_topic(topic)
    listing = listings.read(listings.inside(scope, SearchRequest(facets=("month",))), NOW)
    return [(one.date, one.text) for one in dossier.proposed(listing, scope, NOW)]


def test_the_editors_entries_stand_in_their_order(topic):
    article = build_article("Der Riss")
    topic.entries.create(date=date(2020, 1, 1), line="Zweites", position=2)
    topic.entries.create(date=date(2021, 1, 1), article=article, position=1)
    assert [(one.text, one.article) for one in dossier.chronology(topic, NOW)] == [
        ("Der Riss", article),
        ("Zweites", None),
    ]


def test_an_entry_of_an_article_that_is_not_visible_is_not_told(topic):
    topic.entries.create(date=date(2020, 1, 1), line="Geheim", article=build_article(embargoed_until=NOW + DAY))
    assert dossier.chronology(topic, NOW) == []


@pytest.mark.parametrize("has_index", [True, False])
def test_each_month_is_told_by_its_latest(topic, has_index):
    for days, name in ((70, "Alt"), (40, "Mittel"), (3, "Überholt"), (1, "Neu")):
        build_article(name, tags=["Brücke"], published_at=NOW - days * DAY)
    if has_index:
        index_now()
    assert [text for _, text in proposed(topic)] == ["Alt", "Mittel", "Neu"]


def test_two_months_are_no_chronology(topic):
    for days in (40, 1):
        build_article(tags=["Brücke"], published_at=NOW - days * DAY)
    index_now()
    assert proposed(topic) == []


def test_what_is_not_visible_is_not_proposed(topic):
    for days in (70, 40, 3):
        build_article("Da", tags=["Brücke"], published_at=NOW - days * DAY)
    build_article("Geheim", tags=["Brücke"], embargoed_until=NOW + DAY)
    index_now()
    assert {text for _, text in proposed(topic)} == {"Da"}


def test_pinned_articles_keep_their_order_and_hide_what_is_hidden(topic):
    for position, (name, hidden) in enumerate([("Erst", None), ("Nie", NOW + DAY), ("Dann", None)]):
        topic.pins.create(article=build_article(name, embargoed_until=hidden), position=position)
    assert [article.headline for article in dossier.pinned(topic, topic.rule(), NOW)] == ["Erst", "Dann"]


def test_the_latest_article_of_each_topic_is_known(topic):
    build_article("Alt", tags=["Brücke"], published_at=NOW - 40 * DAY)
    newest = build_article("Neu", tags=["Brücke"])
    index_now()
    assert dossier.latest([topic], NOW) == {topic.pk: newest}
