"""What goes with an article: its topics and what is like it, with an index and without."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from articles.beside import TopicBox, beside, topics_of
from tests.builders import NOW, build_article, build_desk, build_draft, build_person, build_tag, build_topic
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(params=["index", "database"])
def indexed(request):
    """Brings articles into the index; with "database" there is none, and the database has to answer."""
    return index_now if request.param == "index" else lambda: None


def test_related_articles_share_what_they_are_about(indexed):
    article = build_article(tags=["Energie", "Velme"], body="<p>Die Fernwärme der Velme kommt.</p>")
    alike = build_article(tags=["Energie", "Velme"], body="<p>Mehr Fernwärme aus der Velme.</p>")
    build_article("Fußball", body="<p>Drei Tore.</p>")
    build_draft(tags=["Energie", "Velme"])
    indexed()
    assert beside(article, NOW).alike == [alike]


@pytest.mark.parametrize("belongs", ["tag", "person", "desk", "desk above", "pin"])
def test_an_article_knows_its_topics(belongs):
    tag, person, top = build_tag(), build_person(), build_desk("Politik")
    desk = build_desk("Rat", parent=build_desk("Rathaus", parent=top))
    article = build_article(tags=["Energie"], people=[person], desk=desk)
    rules = {"tag": {"tags": [tag]}, "person": {"people": [person]}, "desk": {"desks": [desk]}}
    topic = build_topic(**{**rules, "desk above": {"desks": [top]}, "pin": {}}[belongs])
    if belongs == "pin":
        topic.pins.create(article=article)
    assert list(topics_of(article)) == [topic]


@pytest.mark.parametrize("values", [{"until": date(2020, 1, 1)}, {"since": date(2030, 1, 1)}, {"is_public": False}])
def test_dates_and_secrecy_keep_an_article_out_of_a_topic(values):
    build_topic(tags=[build_tag()], **values)
    assert not topics_of(build_article(tags=["Energie"]))


def test_all_kinds_of_a_topic_must_hold():
    build_topic(tags=[build_tag()], people=[build_person()])
    assert not topics_of(build_article(tags=["Energie"]))


def test_the_two_readings_of_a_topic_agree():
    tag, person = build_tag(), build_person()
    topic = build_topic(tags=[tag], people=[person], since=date(2024, 1, 1))
    articles = [build_article(tags=["Energie"], people=[person]), build_article(tags=["Energie"]), build_article()]
    members = set(type(articles[0]).objects.in_topic(topic.rule()))
    assert {article for article in articles if topic in topics_of(article)} == members


def test_a_topic_box_has_the_article_before_and_after(indexed):
    topic = build_topic(tags=[build_tag()])
    three = [build_article(tags=["Energie"], published_at=NOW - step * HOUR) for step in (3, 2, 1)]
    indexed()
    assert beside(three[1], NOW).topics == [TopicBox(topic, three[0], three[2])]


def test_the_first_and_the_last_of_a_topic_have_one_neighbour(indexed):
    topic = build_topic(tags=[build_tag()])
    first, last = (build_article(tags=["Energie"], published_at=NOW - days * DAY) for days in (9, 1))
    indexed()
    assert beside(first, NOW).topics == [TopicBox(topic, None, last)]
    assert beside(last, NOW).topics == [TopicBox(topic, first, None)]


def test_neighbours_far_away_in_time_are_found_too(indexed):
    topic = build_topic(tags=[build_tag()])
    three = [build_article(tags=["Energie"], published_at=NOW - days * DAY) for days in (900, 400, 1)]
    indexed()
    assert beside(three[1], NOW).topics == [TopicBox(topic, three[0], three[2])]


def test_an_embargoed_neighbour_is_passed_over(indexed):
    topic = build_topic(tags=[build_tag()])
    article = build_article(tags=["Energie"])
    build_article(tags=["Energie"], embargoed_until=NOW + HOUR)
    indexed()
    assert beside(article, NOW).topics == [TopicBox(topic, None, None)]
