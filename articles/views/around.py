"""What goes with the articles of a list: tags, people, topics, each leading to its page and, by its count, to what it
shares with the list. Beside whom a person is named, named_in.py says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.listings import Listing
from articles.models import Tag
from articles.typical import typical_tags
from articles.views.facets import Choice, Facet, telling
from articles.views.ways import address

MOST_PEOPLE, MOST_TOPICS = 8, 6


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
    """People and topics are the most frequent; without an index nothing is counted, and there is nothing."""
    if not listing.is_complete:
        return []
    choices = {facet.name: facet.choices for facet in telling(facets, listing)}
    groups = [
        Group("tag", _("Typische Schlagwörter"), _tags(request, typical_tags(listing, at))),
        Group("person", _("Häufig genannt"), most_frequent(request, "person", choices, MOST_PEOPLE)),
        Group("topic", _("Themen"), most_frequent(request, "topic", choices, MOST_TOPICS)),
    ]
    return [group for group in groups if group.neighbours]


def _tags(request: HttpRequest, counted: Iterable[tuple[Tag, int]]) -> list[Neighbour]:
    return [_neighbour(request, "tag", tag.slug, tag.name, count) for tag, count in counted]


def most_frequent(
    request: HttpRequest, kind: str, choices: Mapping[str, Sequence[Choice]], most: int
) -> list[Neighbour]:
    """Of a facet's choices, as the filters name them."""
    some = [one for one in choices.get(kind, ()) if one.count][:most]
    return [_neighbour(request, kind, one.slug, one.name, one.count or 0) for one in some]


def _neighbour(request: HttpRequest, kind: str, slug: str, name: str, count: int) -> Neighbour:
    return Neighbour(name, reverse(kind, args=[slug]), count, address(request, **{kind: slug}))
