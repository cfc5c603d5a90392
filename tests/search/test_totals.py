"""Counts that are remembered: never another than the index and the moment have it."""

from datetime import timedelta

import pytest

from articles.models import Article, Desk
from articles.querysets import TopicRule
from articles.search import totals
from articles.search.engine import engine
from tests.builders import NOW, build_article, build_desk
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    desk = build_desk("Politik")
    for hours in (-2, -1, 3):
        moment = NOW + timedelta(hours=hours)
        build_article(desk=desk, published_at=moment)
    index_now()
    return desk


@pytest.fixture
def aggregations(monkeypatch):
    """How often everything was counted."""
    asked = []
    count = totals._values
    monkeypatch.setattr(totals, "_values", lambda *args: asked.append(args[1]) or count(*args))
    return asked


def counted(desk, at=NOW, hidden=frozenset()):
    return engine().totals("desk", [desk.pk], at, hidden).get(desk.pk)


def test_it_counts_once_until_something_becomes_visible(desk, aggregations):
    assert [counted(desk, NOW + timedelta(minutes=minutes)) for minutes in (0, 1, 179)] == [2, 2, 2]
    assert aggregations == ["desk"]
    assert counted(desk, NOW + timedelta(hours=3)) == 3


@pytest.mark.parametrize(("hours", "count"), [(-3, None), (-2, 1), (-1, 2), (0, 2), (4, 3)])
def test_it_counts_for_every_moment_whatever_was_asked_before(desk, hours, count):
    assert counted(desk) == 2
    assert counted(desk, NOW + timedelta(hours=hours)) == count


def test_it_counts_anew_when_the_index_changes(desk):
    assert counted(desk) == 2
    build_article(desk=desk)
    index_now()
    assert counted(desk) == 3


def test_what_is_hidden_is_subtracted_each_time(desk):
    first, second, third = Article.objects.order_by("published_at").values_list("pk", flat=True)
    assert counted(desk, hidden=frozenset([first])) == 1
    assert counted(desk, hidden=frozenset([first, second, third])) is None
    assert counted(desk) == 2


def test_topics_are_counted_alike(desk):
    rules = {1: TopicRule(desk_ids=frozenset([desk.pk])), 2: TopicRule(desk_ids=frozenset([desk.pk + 1]))}
    first = Article.objects.order_by("published_at").first()
    assert engine().topic_totals(rules, NOW) == {1: 2}
    assert engine().topic_totals(rules, NOW, frozenset([first.pk])) == {1: 1}
    assert engine().topic_totals(rules, NOW + timedelta(hours=3)) == {1: 3}


def test_an_empty_index_has_nothing_to_count():
    index_now()
    assert engine().totals("desk", [1], NOW) == {}


def test_no_value_is_left_out():
    desks = [build_desk(f"Ressort {number}") for number in range(120)]
    for desk in desks:
        build_article(desk=desk)
    index_now()
    assert len(engine().totals("desk", Desk.objects.values_list("pk", flat=True), NOW)) == 120
