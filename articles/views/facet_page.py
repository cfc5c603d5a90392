"""Every value of one facet, to be ticked in a form that leads back to the list: what the filters beside it cut off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import listings
from articles.filters import ListingFilter
from articles.search.request import SearchRequest
from articles.search.results import pages_of
from articles.views.facets import ROWS, best, counts_of, named
from articles.views.paging import page_asked, page_too_far

VALUES_PER_PAGE = 150
MOST_VALUES = 10_000


def facet_asked(request: HttpRequest, names: tuple[str, ...]) -> str:
    """The facet of which all values are asked for (`?facet=tag`), if it has a page and the list has the facet."""
    name = request.GET.get("facet", "")
    return name if name in names and name in ROWS else ""


def facet_page(
    request: HttpRequest, asked: ListingFilter, at: datetime, scope: SearchRequest, name: str
) -> HttpResponse:
    """Raises NothingHere for a page too far."""
    page, chosen = page_asked(request), asked.chosen(name)
    question = asked.question(facets=(name,), facet_values=MOST_VALUES, per_page=1)
    listing = listings.read(listings.inside(scope, question), at)
    counts = counts_of(listing, name)
    ids = best(counts, chosen)
    pages = pages_of(len(ids), VALUES_PER_PAGE)
    if page > pages:
        raise page_too_far(pages)
    shown = ids[(page - 1) * VALUES_PER_PAGE : page * VALUES_PER_PAGE]
    choices = list(named(name, shown, counts, chosen))
    kept = _kept(request, name) + [(name, row.slug) for row in chosen if row.pk not in shown]
    context = {"asked": asked, "label": asked.form[name].label, "name": name, "choices": choices, "kept": kept}
    paging = {"listing": listing, "page": page, "pages": pages, "has_next": page < pages}
    return render(request, "articles/facet.html", {**context, **paging})


def _kept(request: HttpRequest, name: str) -> list[tuple[str, Any]]:
    """All that was asked but this facet: the form carries it back."""
    own = {name, "facet", "page"}
    return [(other, value) for other, values in request.GET.lists() if other not in own for value in values]
