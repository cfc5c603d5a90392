"""The search page: words and filters in, marked hits and counts out. Never indexed by search machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.charts import BarChart, Column, bar_chart
from articles.filters import SearchFilter
from articles.listings import Listing
from articles.search.fruitless import note_fruitless
from articles.search.request import SearchRequest
from articles.views.facets import FACETS
from articles.views.pages import list_context


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    asked = SearchFilter(request.GET, at)
    context = list_context(request, asked, at, SearchRequest(), facets=(*FACETS, "year"))
    chart = _years(request, context["listing"])
    if asked.words_alone and context["listing"].count == 0:
        note_fruitless(asked.words_alone, at)
    response = render(request, "articles/search.html", {**context, "chart": chart})
    response["X-Robots-Tag"] = "noindex"
    return response


def _years(request: HttpRequest, listing: Listing) -> BarChart | None:
    """The hits of each year, a bar being a link that narrows to it; a single year needs no chart."""
    counts = {int(bucket.key): bucket.count for bucket in listing.facets.get("year", ())}
    if len(counts) < 2:
        return None
    span = range(min(counts), max(counts) + 1)
    return bar_chart([Column(str(year), counts.get(year, 0), _in_year(request, year), str(year)) for year in span])


def _in_year(request: HttpRequest, year: int) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    query["from"] = query["to"] = str(year)
    return f"?{query.urlencode()}"
