"""The choices of the filter form."""

import pytest
from django.http import QueryDict

from articles.filters import SearchFilter
from articles.listings import Listing
from articles.models import Desk
from articles.search.results import Bucket
from articles.views.facets import MOST_LISTED, MOST_SHOWN, facets_of, in_tree
from tests.builders import NOW, build_article, build_author, build_desk, build_tag, build_topic

pytestmark = pytest.mark.django_db


def facet(name: str, counts: dict | None, asked: str = ""):
    buckets = tuple(Bucket(value, count) for value, count in (counts or {}).items())
    listing = Listing([], count=None if counts is None else 1, facets={name: buckets})
    return next(iter(facets_of(listing, SearchFilter(QueryDict(asked), NOW), [name])), None)


def choices(name: str, counts: dict | None, asked: str = ""):
    found = facet(name, counts, asked)
    return found.choices if found else ()


def test_desks_stand_below_their_parents():
    top = build_desk("Politik")
    other, below = build_desk("Sport"), build_desk("Rathaus", parent=top)
    assert [(desk, depth) for desk, depth, _ in in_tree(list(Desk.objects.all()))] == [(top, 0), (below, 1), (other, 0)]


def test_desks_without_articles_are_left_out():
    politics = build_desk("Politik")
    build_desk("Sport")
    assert [choice.name for choice in choices("desk", {politics.pk: 3})] == ["Politik"]


def test_without_counts_every_desk_can_be_chosen():
    build_desk("Politik")
    assert [(choice.name, choice.count) for choice in choices("desk", None)] == [("Politik", None)]


def test_the_most_frequent_come_first_and_the_rest_is_folded_away():
    counts = {build_tag(f"Tag {number}").pk: number + 1 for number in range(MOST_SHOWN + 5)}
    tags = facet("tag", counts)
    assert [choice.count for choice in tags.shown] == list(range(MOST_SHOWN + 5, 5, -1))
    assert [choice.count for choice in tags.folded] == [5, 4, 3, 2, 1]
    assert not tags.is_cut


def test_what_does_not_fit_even_folded_has_a_page_of_its_own():
    counts = {build_tag(f"Tag {number}").pk: 1 for number in range(MOST_LISTED + 1)}
    tags = facet("tag", counts)
    assert (len(tags.choices), tags.is_cut) == (MOST_LISTED, True)


def test_what_is_chosen_comes_first_even_where_it_finds_nothing():
    build_article(tags=["Energie"])
    counts = {build_tag(f"Tag {number}").pk: 9 for number in range(MOST_SHOWN + 5)}
    first = choices("tag", counts, "tag=energie")[0]
    assert (first.slug, first.count, first.is_chosen) == ("energie", 0, True)


def test_however_many_are_chosen_none_is_folded_away():
    names = [f"tag-{number}" for number in range(MOST_SHOWN + 2)]
    build_article(tags=names)
    tags = facet("tag", {}, "&".join(f"tag={name}" for name in names))
    assert (len(tags.shown), tags.folded) == (MOST_SHOWN + 2, ())


def test_a_chosen_desk_keeps_its_place_in_the_tree():
    counts = {build_desk(f"Ressort {number:02}").pk: 1 for number in range(MOST_SHOWN + 5)}
    desks = facet("desk", counts, "desk=ressort-12")
    assert (desks.shown[-1].slug, desks.shown[-1].is_chosen) == ("ressort-12", True)


def test_without_counts_the_chosen_can_still_be_taken_away():
    build_article(tags=["Energie"])
    assert [(one.slug, one.count) for one in choices("tag", None, "tag=energie")] == [("energie", None)]


def test_languages_have_names_and_unknown_ones_are_left_out():
    found = choices("language", {"de": 3, "en": 5, "xx": 9}, "lang=fr")
    assert [(one.slug, one.name, one.count) for one in found] == [
        ("fr", "Französisch", 0),
        ("en", "Englisch", 5),
        ("de", "Deutsch", 3),
    ]


def test_years_are_newest_first_with_four_digits():
    assert [one.slug for one in choices("year", {987: 1, 2024: 1, 2023: 4})] == ["2024", "2023", "0987"]


def test_topics_and_authors_are_facets():
    topic, author = build_topic("Brückenbau"), build_author("Karl Voss")
    assert [one.name for one in choices("topic", {topic.pk: 2})] == ["Brückenbau"]
    assert [one.name for one in choices("author", {author.pk: 2})] == ["Karl Voss"]


def test_the_address_calls_a_language_lang():
    assert facet("language", {"de": 1}).name == "lang"


def test_a_facet_with_nothing_to_choose_is_left_out():
    assert facet("tag", {}) is None
