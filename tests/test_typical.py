"""Which tags set a list apart."""

from dataclasses import replace

import pytest

from articles import listings, scopes
from articles.search.request import SearchRequest
from articles.typical import typical_tags, weight
from tests.builders import NOW, build_article, build_tag
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def test_it_prefers_what_is_rare_elsewhere():
    energy = build_tag("Energie")
    for number in range(6):
        build_article(tags=["Energie", "Stadt", *(["Wind"] if number < 3 else [])])
        build_article(tags=["Stadt"])
    index_now()
    listing = listings.read(replace(scopes.of_tag(energy), facets=("tag",)), NOW)
    assert [(tag.name, count) for tag, count in typical_tags(listing, NOW)] == [("Wind", 3)]


def test_without_an_index_nothing_is_typical():
    build_article(tags=["Energie"])
    assert typical_tags(listings.read(SearchRequest(facets=("tag",)), NOW), NOW) == []


@pytest.mark.parametrize(("count", "everywhere"), [(1, 1), (5, 100), (4, 90)])
def test_chance_and_less_weigh_nothing(count, everywhere):
    assert weight(count, everywhere, size=50, whole=1_000) == 0


def test_more_of_the_same_share_weighs_more():
    assert weight(20, 40, 100, 1_000) > weight(2, 4, 100, 1_000) > 0
