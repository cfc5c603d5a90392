"""The search page: words and filters in, marked hits and counts out. Never indexed by search machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.filters import SearchFilter
from articles.search.fruitless import note_fruitless
from articles.search.request import SearchRequest
from articles.views.facet_page import facet_asked, facet_page
from articles.views.facets import SEARCH_FACETS
from articles.views.histogram import histogram, level_of
from articles.views.pages import list_context


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    asked = SearchFilter(request.GET, at)
    if whole := facet_asked(request, SEARCH_FACETS):
        response = facet_page(request, asked, at, SearchRequest(), whole)
    else:
        level = level_of(asked)
        context = list_context(request, asked, at, SearchRequest(), SEARCH_FACETS, level)
        drawn = histogram(request, context["listing"], asked, level)
        if asked.words_alone and context["listing"].is_fruitless:
            note_fruitless(asked.words_alone, at)
        response = render(request, "articles/search.html", {**context, "histogram": drawn})
    response["X-Robots-Tag"] = "noindex"
    return response
