"""Links from one list to another."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from articles.filters import SearchFilter
from articles.search.request import SearchRequest
from articles.views.ways import address, chips, orders, ways_out
from tests.builders import NOW, build_article, build_desk
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def asking(query: str):
    return RequestFactory().get(f"/search/?{query}"), SearchFilter(QueryDict(query), NOW)


def test_an_address_begins_on_the_first_page():
    request, _ = asking("q=Wahl&page=3&facet=tag&tag=a&tag=b")
    assert address(request, tag="b", sort="newest") == "?q=Wahl&tag=b&sort=newest"
    assert address(request, tag=None, q=None) == "?"


def chips_of(query: str) -> dict[str, str]:
    return {chip.label: chip.query for chip in chips(*asking(query))}


def test_every_filter_has_its_chip():
    build_article(tags=["Energie"])
    assert chips_of("q=a&tag=energie&lang=en&year=2023&year=2024") == {
        "Energie": "?q=a&lang=en&year=2023&year=2024",
        "Englisch": "?q=a&tag=energie&year=2023&year=2024",
        "2023": "?q=a&tag=energie&lang=en&year=2024",
        "2024": "?q=a&tag=energie&lang=en&year=2023",
    }


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("from=2024&to=2024", "2024"),
        ("from=2024-11&to=2024-11", "November 2024"),
        ("from=2019", "ab 1. Januar 2019"),
        ("to=2024-11-05", "bis 5. November 2024"),
    ],
)
def test_both_ends_of_a_span_are_one_chip(query, label):
    assert chips_of(query) == {label: "?"}


def test_nonsense_has_no_chip():
    assert chips_of("tag=nix&from=gestern&year=abc&lang=xx") == {}


def orders_of(query: str, current: str) -> list[tuple[str, str, bool]]:
    request, asked = asking(query)
    return [(order.label, order.query, order.is_current) for order in orders(request, asked, current)]


def test_words_are_ranked_or_dated():
    assert orders_of("q=a&sort=oldest", "oldest") == [
        ("Relevanz", "?q=a", False),
        ("Neueste", "?q=a&sort=newest", False),
        ("Älteste", "?q=a&sort=oldest", True),
    ]


def test_without_words_there_is_no_rank_to_choose():
    assert orders_of("", "newest") == [("Neueste", "?", True), ("Älteste", "?sort=oldest", False)]


def out_of(query: str, scope: SearchRequest | None = None):
    index_now()
    request, asked = asking(query)
    found = ways_out(request, scope or SearchRequest(), asked.question(), NOW)
    return [(way.label, way.query, way.count) for way in found]


def test_a_way_out_says_what_it_finds():
    build_article("Wahl", body="", desk=build_desk("Politik"))
    build_article("Fest", body="", desk=build_desk("Sport"), tags=["Energie"])
    assert out_of("q=Wahl&desk=sport") == [
        ("in allen Ressorts", "?q=Wahl", 1),
        ("ohne Suchwörter", "?desk=sport", 1),
    ]
    assert ("ohne jeden Filter", "?q=Wahl", 1) in out_of("q=Wahl&desk=sport&tag=energie")


def test_a_way_out_stays_inside_the_page():
    build_article("Wahl", desk=build_desk("Sport"))
    build_article("Wahl", desk=build_desk("Politik"))
    assert out_of("from=1950&to=1950", SearchRequest(words="", first_day=NOW.date())) == [("ohne den Zeitraum", "?", 2)]
    assert out_of("from=1950&to=1950", SearchRequest(last_day=NOW.date().replace(year=1960))) == []


def test_without_an_index_there_is_no_way_out():
    build_article()
    request, asked = asking("q=Wahl&lang=en")
    assert ways_out(request, SearchRequest(), asked.question(), NOW) == []
