"""Every value of one facet, to be ticked in a form that leads back to the list: what the filters beside it cut off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import listings
from articles.filters import ListingFilter, WordsField
from articles.listings import CUT_FACETS
from articles.people_pages import without_own
from articles.search.request import SearchRequest
from articles.search.results import pages_of
from articles.text.sortkeys import sort_key
from articles.views.facets import ROWS, best, counts_of, named
from articles.views.paging import page_asked, page_too_far

VALUES_PER_PAGE = 150
MOST_VALUES = 10_000
"""More than anybody pages through: what comes after is found by its name."""
MOST_NAMED = 60
LONGEST_NAME = 100


def facet_asked(request: HttpRequest, names: tuple[str, ...]) -> str:
    """The facet of which all values are asked for (`?facet=tag`), if it has a page and the list has the facet."""
    name = request.GET.get("facet", "")
    return name if name in names and name in ROWS else ""


def facet_page(
    request: HttpRequest, asked: ListingFilter, at: datetime, scope: SearchRequest, name: str
) -> HttpResponse:
    """Raises NothingHere for a page too far."""
    page, chosen = page_asked(request), asked.chosen(name)
    typed = WordsField(required=False).clean(request.GET.get("name", "")[:LONGEST_NAME]) if name in CUT_FACETS else ""
    question = listings.inside(scope, asked.question(facets=(name,), facet_values=MOST_VALUES, per_page=1))
    listing = without_own(listings.read(question, at), scope)
    counts = _called(name, typed, chosen, question, at) if typed else counts_of(listing, name)
    ids = best(counts, chosen)
    pages = pages_of(len(ids), VALUES_PER_PAGE)
    if page > pages:
        raise page_too_far(pages)
    shown = ids[(page - 1) * VALUES_PER_PAGE : page * VALUES_PER_PAGE]
    context = {
        "asked": asked,
        "label": asked.form[name].label,
        "name": name,
        "typed": typed,
        "can_type": name in CUT_FACETS,
        "choices": list(named(name, shown, counts, chosen)),
        "kept": _kept(request, name),
        "chosen_elsewhere": [row.slug for row in chosen if row.pk not in shown],
        "chosen": [row.slug for row in chosen],
    }
    paging = {"listing": listing, "page": page, "pages": pages, "has_next": page < pages}
    return render(request, "articles/facet.html", {**context, **paging})


def _called(name: str, typed: str, chosen: list[Any], question: SearchRequest, at: datetime) -> dict[int, int]:
    """What those find whose name holds all these words, and what the chosen find."""
    rows = ROWS[name]()
    for word in sort_key(typed).split():
        rows = rows.filter(sort_key__contains=word)
    ids = {*rows.values_list("pk", flat=True)[:MOST_NAMED], *(row.pk for row in chosen)}
    return {row: count for row, count in listings.each_counted(name, sorted(ids), question, at).items() if count}


def _kept(request: HttpRequest, name: str) -> list[tuple[str, Any]]:
    """All that was asked but this facet: the form carries it back."""
    own = {name, "name", "facet", "page"}
    return [(other, value) for other, values in request.GET.lists() if other not in own for value in values]
