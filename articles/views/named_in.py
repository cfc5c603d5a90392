"""What the page of one person and that of two have in common: articles with sentences, a chart, who is named too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles import listings, scopes
from articles.filters import ListingFilter
from articles.listings import Listing
from articles.models import Person
from articles.network import Network, Node, network
from articles.people_pages import MOST_DRAWN, named_with, sentences_naming, shared_among
from articles.search.request import SearchRequest
from articles.text.family import filed
from articles.views.facet_page import facet_asked, facet_page
from articles.views.facets import FACETS
from articles.views.histogram import histogram, level_of
from articles.views.pages import list_context


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who is named with whom the page is about; `url` leads to what they share, or narrows the page."""

    person: Person
    count: int
    url: str


def named_in_page(
    request: HttpRequest, template: str, context: dict[str, Any], people: list[Person], at: datetime
) -> HttpResponse:
    """The articles that name all of these people."""
    asked, scope = ListingFilter(request.GET, at), scopes.of_people(people)
    if whole := facet_asked(request, FACETS):
        return facet_page(request, asked, at, scope, whole)
    level = level_of(asked, widest="month")
    shown = list_context(request, asked, at, scope, FACETS, level)
    listing = shown["listing"]
    companions = [Companion(person, count, _together(people, person)) for person, count in named_with(listing)]
    more = {
        "histogram": histogram(request, listing, asked, level),
        "quotes": {} if shown["hits"] else sentences_naming(listing.articles, people),
        "companions": companions,
        "network": _network(people[0], companions, listing, listings.inside(scope, asked.question()), at)
        if len(people) == 1
        else None,
    }
    return render(request, template, {**context, **shown, **more})


def pair_url(one: Person, other: Person) -> str:
    first, second = sorted((one.slug, other.slug))
    return reverse("person_pair", args=[first, second])


def _together(people: list[Person], other: Person) -> str:
    return pair_url(people[0], other) if len(people) == 1 else f"?person={other.slug}"


def _network(
    person: Person, companions: list[Companion], listing: Listing, question: SearchRequest, at: datetime
) -> Network | None:
    """None where a line or two would say no more than the list."""
    drawn = companions[:MOST_DRAWN]
    if len(drawn) < 3:
        return None
    shared = shared_among([one.person for one in drawn], question, at)
    labels = short_names([person, *(one.person for one in drawn)])
    nodes = [Node(one.person.pk, labels[one.person.pk], one.person.name, one.count, one.url) for one in drawn]
    return network(Node(person.pk, labels[person.pk], person.name, listing.count or 0, ""), nodes, shared)


def short_names(people: list[Person]) -> dict[int, str]:
    """Family names, but whole names where two have the same."""
    families = {person.pk: filed(person.name, person.family_name).family for person in people}
    borne = list(families.values())
    return {person.pk: family if borne.count(family := families[person.pk]) == 1 else person.name for person in people}
