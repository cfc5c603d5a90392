"""What the pages with a list of articles share: read the filters, ask for the page, show it. No page of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import listings, sentences
from articles.filters import ListingFilter
from articles.models import Article
from articles.people_pages import without_own
from articles.search.marks import best_passage, mark
from articles.search.nearby import near_names
from articles.search.request import QueryWords, SearchRequest
from articles.search.results import Passage
from articles.views.around import Group, around
from articles.views.errors import NothingHere
from articles.views.facet_page import facet_asked, facet_page
from articles.views.facets import FACETS, Facet, facets_of, telling
from articles.views.histogram import Level, histogram, level_of
from articles.views.paging import page_asked, page_too_far
from articles.views.ways import chips, orders, ways_out

More = Callable[[dict[str, Any]], dict[str, Any]]
Beside = Callable[[HttpRequest, listings.Listing, list[Facet], datetime], list[Group]]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article as the words found it; `url` leads to the passage, where they are marked again."""

    article: Article
    headline: SafeString
    passage: Passage
    url: str


def list_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    at: datetime,
    scope: SearchRequest,
    may_be_empty: bool = True,
    level: Level | None = None,
    beside: Beside = around,
    more: More = lambda shown: {},
) -> HttpResponse:
    """A page of the articles in the scope, with the filter form, their chart and, on the first, what goes with them
    (days have a calendar instead). `level` is what is counted by, if the page knows; `beside` says what goes with
    them, and `more` adds what else depends on the list."""
    asked = ListingFilter(request.GET, at)
    if whole := facet_asked(request, FACETS):
        return facet_page(request, asked, at, scope, whole)
    level = level or level_of(asked, widest="month")
    shown = list_context(request, asked, at, scope, level=level)
    listing = shown["listing"]
    if not (listing.articles or may_be_empty or asked.is_used()):
        raise NothingHere(_("Hier steht zurzeit kein Artikel."))
    shown["histogram"] = None if scope.first_day else histogram(request, listing, asked, level)
    shown["around"] = beside(request, listing, shown["facets"], at) if listing.page == 1 else []
    shown["facets"] = telling(shown["facets"], listing)
    return render(request, template, {**context, **shown, **more(shown)})


def list_context(
    request: HttpRequest,
    asked: ListingFilter,
    at: datetime,
    scope: SearchRequest,
    facets: tuple[str, ...] = FACETS,
    level: Level | None = None,
) -> dict[str, Any]:
    """Everything the list and its form say, with the counts of a chart. Raises NothingHere for a page too far."""
    drawn = (
        {"facets": tuple(dict.fromkeys((*facets, level.unit))), "charted": level.days} if level else {"facets": facets}
    )
    question = asked.question(page=page_asked(request), **drawn)
    listing = without_own(_read_or_404(listings.inside(scope, question), at), scope)
    words = listing.words.text or question.words
    return {
        "at": at,
        "asked": asked,
        "listing": listing,
        "hits": [_hit(article, listing.words, words) for article in listing.articles] if words else None,
        "facets": facets_of(listing, asked, facets),
        "chips": chips(request, asked),
        "orders": orders(request, asked, question.sort),
        "relaxed": sentences.relaxed(listing.relaxed, question.words, words) if listing.relaxed else "",
        "ways_out": ways_out(request, scope, question, at) if listing.count == 0 else [],
        "near": near_names(question.words, at) if listing.count == 0 else [],
    }


def _read_or_404(question: SearchRequest, at: datetime) -> listings.Listing:
    try:
        return listings.read(question, at, more=("sections",) if question.words else (), helping=True)
    except listings.PageTooFar as error:
        raise page_too_far(error.pages) from error


def _hit(article: Article, words: QueryWords, typed: str) -> Hit:
    sections = [(section.anchor, section.heading, section.plain) for section in article.sections.all()]
    passage = best_passage([("", "", article.standfirst), *sections], words, article.language)
    anchor = f"#{passage.anchor}" if passage.anchor else ""
    url = f"{article.get_absolute_url()}?{urlencode({'q': typed})}{anchor}"
    return Hit(article, mark(article.headline, words, article.language), passage, url)
