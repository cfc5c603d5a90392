"""The filter form's choices: counts from the index, names from the database. The filters are in filters.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet

from articles.filters import ListingFilter
from articles.listings import Listing, public_topics, shown_people, shown_topics
from articles.models import Author, Desk, Person, Tag
from articles.models.desk import desks
from articles.vocabulary import LANGUAGES

MOST_SHOWN = 8
MOST_LISTED = 30
"""From the first to the second number the choices are folded away; what comes after has a page of its own."""

FACETS = ("desk", "tag", "topic", "person", "year")
SEARCH_FACETS = ("desk", "tag", "person", "topic", "author", "language", "year")
PARAMETERS = {"language": "lang"}
"""Where the address has another word than the index."""

ROWS: dict[str, Callable[[], QuerySet]] = {
    "tag": lambda: Tag.objects.all(),
    "person": lambda: Person.objects.public(),
    "topic": public_topics,
    "author": lambda: Author.objects.all(),
}


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
    """`name` is the word in the address; `is_cut` where there are more values than choices here."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    is_cut: bool = False
    unfolded: int = MOST_SHOWN

    @property
    def chosen(self) -> int:
        return sum(choice.is_chosen for choice in self.choices)

    @property
    def shown(self) -> tuple[Choice, ...]:
        """What is chosen, however much, and the most frequent."""
        return self.choices[: max(self.unfolded, self.chosen)]

    @property
    def folded(self) -> tuple[Choice, ...]:
        return self.choices[len(self.shown) :]


def facets_of(listing: Listing, asked: ListingFilter, names: Iterable[str] = FACETS) -> list[Facet]:
    """What can be narrowed further; a facet that has nothing to choose from is left out."""
    return [facet for facet in (_facet(name, listing, asked) for name in names) if facet.choices]


def telling(facets: Iterable[Facet], listing: Listing) -> list[Facet]:
    """Without what every article of the list has, such as the tag whose page it is: to choose it changes nothing."""
    found = (facet if facet.chosen else replace(facet, choices=_some(facet, listing.count)) for facet in facets)
    return [facet for facet in found if facet.choices]


def _some(facet: Facet, count: int | None) -> tuple[Choice, ...]:
    """Where the top of a tree is left out, what was below stands at the margin."""
    some = [choice for choice in facet.choices if choice.count is None or choice.count != count]
    margin = min((choice.depth for choice in some), default=0)
    return tuple(replace(choice, depth=choice.depth - margin) if margin else choice for choice in some)


def _facet(name: str, listing: Listing, asked: ListingFilter) -> Facet:
    parameter = PARAMETERS.get(name, name)
    label, chosen, counts = asked.form[parameter].label, asked.chosen(parameter), counts_of(listing, name)
    if name not in ROWS:
        choices = tuple(_OTHERS[name](counts, chosen))
        return Facet(parameter, label, choices, unfolded=len(choices) if name == "desk" else MOST_SHOWN)
    most = MOST_LISTED + len(chosen)
    choices = tuple(named(name, best(counts, chosen)[:most], counts, chosen))
    return Facet(parameter, label, choices, is_cut=len(counts or {}) > most)


def counts_of(listing: Listing, name: str) -> dict[Any, int] | None:
    """By value; None where nothing is counted."""
    return {bucket.key: bucket.count for bucket in listing.facets.get(name, ())} if listing.is_complete else None


def best(counts: dict[Any, int] | None, chosen: Sequence[Any]) -> list[int]:
    """The ids of what is chosen, then of the most frequent."""
    counts = counts or {}
    return list(dict.fromkeys([*(row.pk for row in chosen), *sorted(counts, key=lambda pk: (-counts[pk], pk))]))


def named(name: str, ids: Sequence[int], counts: dict[Any, int] | None, chosen: Sequence[Any]) -> Iterable[Choice]:
    """The rows with these ids that may be shown, in their order."""
    known = {row.pk: row for row in chosen}
    more = [pk for pk in ids if pk not in known]
    rows = known | (_rows(name, more) if more else {})
    return (Choice(rows[pk].slug, rows[pk].name, _count(counts, pk), pk in known) for pk in ids if pk in rows)


def _rows(name: str, ids: Sequence[int]) -> dict[int, Any]:
    """Topics have been read with their counts."""
    if name == "topic":
        return shown_topics()
    return shown_people(ids) if name == "person" else ROWS[name]().in_bulk(ids)


def _count(counts: dict[Any, int] | None, value: Any) -> int | None:
    return None if counts is None else counts.get(value, 0)


def _desks(counts: dict[Any, int] | None, chosen: Sequence[Desk]) -> Iterable[Choice]:
    """The tree, each desk with all below it; without counts every desk is shown."""
    chosen_ids = {desk.pk for desk in chosen}
    for desk, depth, below in in_tree(desks()):
        count = None if counts is None else sum(counts.get(pk, 0) for pk in below)
        if count != 0 or desk.pk in chosen_ids:
            yield Choice(desk.slug, desk.name, count, desk.pk in chosen_ids, depth)


def _languages(counts: dict[Any, int] | None, chosen: Sequence[str]) -> Iterable[Choice]:
    names = dict(LANGUAGES)
    known = [code for code, _ in sorted((counts or {}).items(), key=lambda one: (-one[1], one[0])) if code in names]
    for code in dict.fromkeys([*chosen, *known]):
        yield Choice(code, str(names[code]), _count(counts, code), code in chosen)


def _years(counts: dict[Any, int] | None, chosen: Sequence[int]) -> Iterable[Choice]:
    for year in dict.fromkeys([*chosen, *sorted(counts or (), reverse=True)]):
        yield Choice(f"{year:04}", f"{year:04}", _count(counts, year), year in chosen)


_OTHERS: dict[str, Callable[..., Iterable[Choice]]] = {"desk": _desks, "language": _languages, "year": _years}


def in_tree(desks: Sequence[Desk], parent: int | None = None, depth: int = 0) -> list[tuple[Desk, int, set[int]]]:
    """Each desk after its parent, with its depth and the ids of itself and all below it."""
    found = []
    for desk in (desk for desk in desks if desk.parent_id == parent):
        below = in_tree(desks, desk.pk, depth + 1)
        found += [(desk, depth, {desk.pk, *(other.pk for other, _, _ in below)}), *below]
    return found
