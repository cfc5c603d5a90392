"""Which desks are offered."""

from datetime import timedelta

import pytest

from articles.menus import desks_in_print
from tests.builders import NOW, build_article, build_desk, build_draft
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def offered(at=NOW) -> list[str]:
    return [desk.name for desk in desks_in_print(at)]


def test_a_desk_with_nothing_visible_leads_nowhere():
    build_article(desk=build_desk("Politik"))
    build_draft(desk=build_desk("Sport"))
    build_article(desk=build_desk("Reise"), published_at=NOW + timedelta(days=1))
    index_now()
    assert offered() == ["Politik"]


def test_it_leads_somewhere_once_something_appears():
    build_article(desk=build_desk("Politik"))
    build_article(desk=build_desk("Reise"), published_at=NOW + timedelta(days=1))
    index_now()
    assert offered(NOW + timedelta(days=2)) == ["Politik", "Reise"]


def test_it_leads_to_what_came_out_long_ago():
    build_article(desk=build_desk("Politik"))
    build_article(desk=build_desk("Reise"), published_at=NOW - timedelta(days=900))
    index_now()
    assert offered() == ["Politik", "Reise"]


def test_a_desk_leads_to_those_below_it():
    politics = build_desk("Politik")
    build_article(desk=build_desk("Rathaus", parent=politics))
    build_desk("Bund", parent=politics)
    index_now()
    assert offered() == ["Politik", "Rathaus"]


@pytest.mark.parametrize("is_indexed", [True, False])
def test_where_nothing_is_counted_all_are_offered(is_indexed):
    build_desk("Politik")
    if is_indexed:
        index_now()
    assert offered() == ["Politik"]


def test_it_asks_one_question(django_assert_num_queries):
    build_article(desk=build_desk("Politik"))
    index_now()
    with django_assert_num_queries(1):
        desks_in_print(NOW)
