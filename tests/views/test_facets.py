"""The choices of the filter form."""

import pytest

from articles.filters import ListingFilter
from articles.listings import Listing
from articles.models import Desk
from articles.search.results import Bucket
from articles.views.facets import MOST_SHOWN, facets_of, in_tree
from tests.builders import NOW, build_article, build_desk, build_tag

pytestmark = pytest.mark.django_db


def choices(name: str, counts: dict[int, int] | None, **asked):
    buckets = tuple(Bucket(pk, count) for pk, count in (counts or {}).items())
    listing = Listing([], count=None if counts is None else 1, facets={name: buckets})
    facets = facets_of(listing, ListingFilter(asked, NOW))
    return next((facet.choices for facet in facets if facet.name == name), ())


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


def test_the_most_frequent_tags_come_first_and_not_too_many():
    counts = {build_tag(f"Tag {number}").pk: number + 1 for number in range(MOST_SHOWN + 5)}
    shown = choices("tag", counts)
    assert len(shown) == MOST_SHOWN
    assert shown[0].count == MOST_SHOWN + 5


def test_what_is_chosen_is_always_shown():
    from_query = build_tag("Energie")
    build_article(tags=["Energie"])
    counts = {build_tag(f"Tag {number}").pk: 9 for number in range(MOST_SHOWN + 5)}
    listing_choices = choices("tag", counts, tag=["energie"])
    assert (listing_choices[0].slug, listing_choices[0].is_chosen) == (from_query.slug, True)


def test_a_facet_with_nothing_to_choose_is_left_out():
    assert choices("tag", {}) == ()
