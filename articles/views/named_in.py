"""What the page of one person and that of two have in common: articles with sentences, a chart, who is named too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import listings, scopes
from articles.filters import ListingFilter
from articles.listings import Listing
from articles.models import Person
from articles.network import Network, Node, network
from articles.people_pages import MOST_DRAWN, named_with, sentences_naming, shared_among
from articles.search.request import SearchRequest
from articles.text.family import filed
from articles.views.around import Group, Neighbour, most_frequent
from articles.views.facets import Facet
from articles.views.pages import list_page

MOST_BESIDE = 8
"""Topics and tags that go with the people."""


def named_in_page(
    request: HttpRequest, template: str, context: dict[str, Any], people: list[Person], at: datetime
) -> HttpResponse:
    """The articles that name all of these people, each with the sentences that do."""
    scope = scopes.of_people(people)

    def with_sentences(shown: dict[str, Any]) -> dict[str, Any]:
        listing = shown["listing"]
        quotes = {} if shown["hits"] else sentences_naming(listing.articles, people)
        if len(people) > 1 or listing.page > 1:
            return {"quotes": quotes}
        return {"quotes": quotes, "network": _network(people[0], listing, scope, shown["asked"], at)}

    beside = partial(_beside, people)
    return list_page(request, template, context, at=at, scope=scope, beside=beside, more=with_sentences)


def pair_url(one: Person, other: Person) -> str:
    first, second = sorted((one.slug, other.slug))
    return reverse("person_pair", args=[first, second])


def _beside(
    people: Sequence[Person], request: HttpRequest, listing: Listing, facets: Sequence[Facet], _at: datetime
) -> list[Group]:
    """Who else is named, and what the articles are about."""
    choices = {facet.name: facet.choices for facet in facets}
    title = _("Oft genannt mit") if len(people) == 1 else _("Mit beiden genannt")
    groups = [
        Group("person", title, [_neighbour(people, *other) for other in named_with(listing)]),
        Group("tag", _("Schlagwörter"), most_frequent(request, "tag", choices, MOST_BESIDE)),
        Group("topic", _("Themen"), most_frequent(request, "topic", choices, MOST_BESIDE)),
    ]
    return [group for group in groups if group.neighbours]


def _neighbour(people: Sequence[Person], other: Person, count: int) -> Neighbour:
    """The count leads to what one person shares with the other, or narrows the page of two."""
    query = pair_url(people[0], other) if len(people) == 1 else f"?person={other.slug}"
    return Neighbour(other.name, reverse("person", args=[other.slug]), count, query)


def _network(
    person: Person, listing: Listing, scope: SearchRequest, asked: ListingFilter, at: datetime
) -> Network | None:
    """None where a line or two would say no more than the list."""
    drawn = named_with(listing)[:MOST_DRAWN]
    if len(drawn) < 3:
        return None
    others = [other for other, _count in drawn]
    shared = shared_among(others, listings.inside(scope, asked.question()), at)
    labels = short_names([person, *others])
    nodes = [Node(one.pk, labels[one.pk], one.name, count, pair_url(person, one)) for one, count in drawn]
    return network(Node(person.pk, labels[person.pk], person.name, listing.count or 0, ""), nodes, shared)


def short_names(people: Sequence[Person]) -> dict[int, str]:
    """Family names, but whole names where two have the same."""
    families = {person.pk: filed(person.name, person.family_name).family for person in people}
    borne = list(families.values())
    return {person.pk: family if borne.count(family := families[person.pk]) == 1 else person.name for person in people}
