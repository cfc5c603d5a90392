"""Links that lead from one list to another: without a filter, in another order, out of a list that is empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles import listings, sentences
from articles.filters import ListingFilter
from articles.search.request import SearchRequest
from articles.views.facets import PARAMETERS
from articles.vocabulary import LANGUAGES

FILTERS = ("desk", "tag", "person", "topic", "author", "lang", "year", "from", "to")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the query string without it."""

    label: str
    query: str


@dataclass(frozen=True, slots=True)
class Order:
    label: str
    query: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class WayOut:
    """What to leave out of a question that found nothing, and how many articles that finds."""

    label: str
    query: str
    count: int


def address(request: HttpRequest, **changes: Any) -> str:
    """The query string from page 1 on, with these parameters changed; None or an empty list takes one away."""
    query = request.GET.copy()
    for name, value in {"page": None, "facet": None, "name": None, **changes}.items():
        query.setlist(name, [] if value is None else value if isinstance(value, list) else [value])
    return f"?{query.urlencode()}"


def chips(request: HttpRequest, asked: ListingFilter) -> list[Chip]:
    """Every filter in use but the words, each with the address that is left without it."""
    found = []
    for name in ("desk", "tag", "person", "topic", "author"):
        rows = {row.slug: row.name for row in asked.chosen(name)}
        found += _chips_of(request, name, rows)
    languages = dict(LANGUAGES)
    found += _chips_of(request, "lang", {code: str(languages[code]) for code in asked.chosen("lang")})
    found += _chips_of(request, "year", {f"{year:04}": f"{year:04}" for year in asked.chosen("year")})
    span = sentences.span(asked.asked.get("from"), asked.asked.get("to"))
    return [*found, Chip(span, address(request, **{"from": None, "to": None}))] if span else found


def _chips_of(request: HttpRequest, name: str, values: dict[str, str]) -> list[Chip]:
    """A former slug that was typed goes with any of them: the others are written as they are called now."""
    return [
        Chip(label, address(request, **{name: [other for other in values if other != value]}))
        for value, label in values.items()
    ]


def orders(request: HttpRequest, asked: ListingFilter, current: str) -> list[Order]:
    """The orders to choose from; without words there is nothing to rank by."""
    labels = {"relevance": _("Relevanz"), "newest": _("Neueste"), "oldest": _("Älteste")}
    known = [name for name, _ in asked.form.fields["sort"].choices if asked.asked.get("q") or name != "relevance"]
    usual = known[0]
    return [
        Order(labels[name], address(request, sort=None if name == usual else name), name == current) for name in known
    ]


def ways_out(request: HttpRequest, scope: SearchRequest, question: SearchRequest, at: datetime) -> list[WayOut]:
    """For a list that is empty: what each filter, left out, would let in; the most first."""
    labels = {
        "all": (_("ohne jeden Filter"), FILTERS),
        "words": (_("ohne Suchwörter"), ["q"]),
        "desk": (_("in allen Ressorts"), ["desk"]),
        "tag": (_("ohne die Schlagwörter"), ["tag"]),
        "person": (_("ohne die Personen"), ["person"]),
        "topic": (_("ohne das Thema"), ["topic"]),
        "author": (_("von allen, die schreiben"), ["author"]),
        "language": (_("in allen Sprachen"), [PARAMETERS["language"]]),
        "year": (_("aus allen Jahren"), ["year"]),
        "span": (_("ohne den Zeitraum"), ["from", "to"]),
    }
    counted = sorted(listings.loosened(scope, question, at).items(), key=lambda one: -one[1])
    return [
        WayOut(label, address(request, **dict.fromkeys(left_out)), count)
        for name, count in counted
        for label, left_out in [labels[name]]
    ]
