"""The filter form's choices: counts from the index, names from the database. The filters are in filters.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.filters import ListingFilter
from articles.listings import Listing
from articles.models import Desk, Person, Tag

MOST_SHOWN = 12
FACETS = ("desk", "tag", "person")


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick. `count` is None where nothing is counted; `depth` is a desk's place in the tree."""

    slug: str
    name: str
    count: int | None
    is_chosen: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    label: str
    choices: tuple[Choice, ...]


def facets_of(listing: Listing, asked: ListingFilter) -> list[Facet]:
    """What can be narrowed further; a facet that has nothing to choose from is left out."""
    found = [
        Facet("desk", _("Ressort"), tuple(_desks(_counts(listing, "desk"), asked.chosen("desk")))),
        Facet("tag", _("Schlagwort"), tuple(_named(Tag.objects, _counts(listing, "tag"), asked.chosen("tag")))),
        Facet("person", _("Person"), tuple(_named(_people(), _counts(listing, "person"), asked.chosen("person")))),
    ]
    return [facet for facet in found if facet.choices]


def _people() -> Any:
    return Person.objects.public()


def _counts(listing: Listing, name: str) -> dict[int, int] | None:
    if not listing.is_complete:
        return None
    return {int(bucket.key): bucket.count for bucket in listing.facets.get(name, ())}


def _named(rows: Any, counts: dict[int, int] | None, chosen: Sequence[Any]) -> Iterable[Choice]:
    """The most frequent ones, and whatever is chosen; a few more are read, for not all may be shown."""
    counts = counts or {}
    chosen_ids = [row.pk for row in chosen]
    best = sorted(counts, key=lambda pk: -counts[pk])[: MOST_SHOWN * 2]
    found = rows.in_bulk([*chosen_ids, *best])
    shown = list(dict.fromkeys(pk for pk in (*chosen_ids, *best) if pk in found))[: MOST_SHOWN + len(chosen_ids)]
    for pk in shown:
        yield Choice(found[pk].slug, found[pk].name, counts.get(pk, 0), pk in chosen_ids)


def _desks(counts: dict[int, int] | None, chosen: Sequence[Desk]) -> Iterable[Choice]:
    """The tree, each desk with all below it; without counts every desk is shown."""
    desks = list(Desk.objects.all())
    chosen_ids = {desk.pk for desk in chosen}
    for desk, depth, below in in_tree(desks):
        count = None if counts is None else sum(counts.get(pk, 0) for pk in below)
        if count != 0 or desk.pk in chosen_ids:
            yield Choice(desk.slug, desk.name, count, desk.pk in chosen_ids, depth)


def in_tree(desks: Sequence[Desk], parent: int | None = None, depth: int = 0) -> list[tuple[Desk, int, set[int]]]:
    """Each desk after its parent, with its depth and the ids of itself and all below it."""
    found = []
    for desk in (desk for desk in desks if desk.parent_id == parent):
        below = in_tree(desks, desk.pk, depth + 1)
        found += [(desk, depth, {desk.pk, *(other.pk for other, _, _ in below)}), *below]
    return found
