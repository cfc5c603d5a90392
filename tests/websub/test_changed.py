"""Which feeds the hub is told of."""

from datetime import timedelta

import pytest

from articles.editorial.correct import correct
from articles.editorial.withdraw import withdraw
from articles.models import Article
from articles.vocabulary import Status
from articles.websub import changed
from articles.websub.changed import feeds_changed
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_mention,
    build_person,
    build_tag,
    build_topic,
)

pytestmark = pytest.mark.django_db

BEFORE, AFTER = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)
OLD = {"published_at": NOW - timedelta(days=9), "updated_at": NOW - timedelta(days=9)}


def told(since=BEFORE, at=AFTER):
    """Without the form, of which there are two each."""
    found = feeds_changed(since, at)
    assert found[0::2] == [path.replace("feed.json", "feed.atom") for path in found[1::2]]
    return [path.removesuffix("feed.atom") for path in found[0::2]]


def test_nothing_new_is_no_news():
    build_article(**OLD)
    assert told() == []


def test_every_list_the_article_stands_in_has_changed():
    desk, tag = build_desk("Brücken", parent=build_desk("Politik")), build_tag("Energie")
    build_topic("Brückenbau", tags=[tag])
    build_topic("Anderes", tags=[build_tag("Sport")])
    filed = {"tags": ["Energie"], "people": [build_person("Anna Berg")], "authors": [build_author("Karl Voss")]}
    build_article(desk=desk, updated_at=NOW, **filed)
    lists = ["/", "/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/", "/desks/politik/", "/desks/bruecken/"]
    lists += ["/tags/energie/", "/authors/karl-voss/", "/people/anna-berg/", "/topics/brueckenbau/"]
    assert sorted(told()) == sorted(lists)


def test_a_topic_that_pins_it_has_changed():
    topic = build_topic("Brückenbau")
    topic.pins.create(article=build_article(updated_at=NOW))
    assert "/topics/brueckenbau/" in told()


def test_what_appears_by_the_passing_of_time_is_news():
    build_article(**{**OLD, "published_at": NOW})
    build_article("Gesperrt", slug="gesperrt", **OLD, embargoed_until=NOW)
    assert len([path for path in told() if path.startswith("/archive/2024/1")]) == 4
    assert told(at=NOW - timedelta(seconds=1)) == []


def test_a_withdrawal_is_news():
    article = build_article(**OLD)
    withdraw(article, editor=None, at=NOW, reason="Verwechslung")
    assert "/" in told()


@pytest.mark.parametrize(
    "values",
    [
        {"status": Status.DRAFT},
        {"status": Status.WITHDRAWN, "address_fixed": False},
        {"published_at": NOW + timedelta(days=1)},
        {"embargoed_until": NOW + timedelta(days=1)},
    ],
)
def test_what_readers_may_not_know_of_is_none(values):
    build_article(updated_at=NOW, **values)
    assert told() == []


def test_who_may_not_be_known_is_not_told():
    article = build_article(updated_at=NOW, people=[build_person("Privat", is_public=False)])
    build_mention(article, build_person("Vermutet"), status="suggested")
    build_topic("Geheim", is_public=False).pins.create(article=article)
    assert not [path for path in told() if path.startswith(("/people/", "/topics/"))]


def test_a_correction_changes_their_feed():
    article = build_article(**OLD)
    correct(article, kind="correction", note="Drei.", editor=None, at=NOW)
    assert "/corrections/" in told()


def test_of_an_import_only_the_large_lists_are_told(monkeypatch):
    monkeypatch.setattr(changed, "MOST_ARTICLES", 2)
    desk = build_desk("Politik")
    for number in range(3):
        build_article(f"Nr. {number}", updated_at=NOW, desk=desk, tags=["Energie"])
    assert told() == ["/", "/desks/politik/"]


def test_more_articles_need_no_more_queries(django_assert_max_num_queries):
    for number in range(12):
        filed = {"tags": [f"T{number}"], "people": [build_person(f"P {number}")], "desk": build_desk(f"D {number}")}
        build_article(f"Nr. {number}", updated_at=NOW, **filed)
        build_topic(f"Thema {number}", tags=Article.objects.latest("pk").tags.all())
    with django_assert_max_num_queries(24):
        told()
