"""What goes with the articles of a list: tags, people, topics, each leading to its page and, by its count, to what it
shares with the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.listings import Listing
from articles.models import Person, Tag
from articles.people_pages import named_with
from articles.typical import typical_tags
from articles.views.facets import Facet
from articles.views.ways import address

MOST_TOPICS = 6


@dataclass(frozen=True, slots=True)
class Neighbour:
    """`query` narrows the list to what it shares with this one."""

    name: str
    url: str
    count: int
    query: str


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    title: str
    neighbours: list[Neighbour]


def around(request: HttpRequest, listing: Listing, facets: Iterable[Facet], at: datetime) -> list[Group]:
    """Without an index nothing is counted, and there is nothing."""
    if not listing.is_complete:
        return []
    groups = [
        Group("tag", _("Schlagwörter, die hier öfter stehen als sonst"), _rows(request, typical_tags(listing, at))),
        Group("person", _("Häufig genannt"), _rows(request, _people(listing))),
        Group("topic", _("Themen"), _topics(request, listing, facets)),
    ]
    return [group for group in groups if group.neighbours]


def _people(listing: Listing) -> list[tuple[Person, int]]:
    """Who is named in all of them has a page that says the same."""
    return [(person, count) for person, count in named_with(listing) if count > 1 or (listing.count or 0) < 20]


def _rows(request: HttpRequest, counted: Iterable[tuple[Tag | Person, int]]) -> list[Neighbour]:
    return [_neighbour(request, row._meta.model_name or "", row.slug, row.name, count) for row, count in counted]


def _topics(request: HttpRequest, listing: Listing, facets: Iterable[Facet]) -> list[Neighbour]:
    chosen = next((facet.choices for facet in facets if facet.name == "topic"), ())
    return [_neighbour(request, "topic", one.slug, one.name, one.count or 0) for one in chosen[:MOST_TOPICS]]


def _neighbour(request: HttpRequest, kind: str, slug: str, name: str, count: int) -> Neighbour:
    return Neighbour(name, reverse(kind, args=[slug]), count, address(request, **{kind: slug}))
