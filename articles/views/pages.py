"""What the pages with a list of articles share: read the filters, ask for the page, show it. No page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import listings
from articles.filters import ListingFilter
from articles.models import Article
from articles.search.marks import best_passage, mark
from articles.search.request import QueryWords, SearchRequest
from articles.search.results import Passage
from articles.views.errors import NothingHere
from articles.views.facets import FACETS, facets_of
from articles.views.paging import page_asked, page_too_far

ELSEWHERE = ("topic", "author", "lang")
"""Filters without a field of their own: the form carries them on."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the query string without it."""

    label: str
    query: str


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
) -> HttpResponse:
    """A page of the articles in the scope, with the filter form."""
    asked = ListingFilter(request.GET, at)
    shown = list_context(request, asked, at, scope)
    if not (shown["listing"].articles or may_be_empty or asked.is_used()):
        raise NothingHere(_("Hier steht zurzeit kein Artikel."))
    return render(request, template, {**context, **shown})


def list_context(
    request: HttpRequest,
    asked: ListingFilter,
    at: datetime,
    scope: SearchRequest,
    facets: tuple[str, ...] = FACETS,
) -> dict[str, Any]:
    """Everything the list and its form say. Raises NothingHere for a page too far."""
    question = asked.question(page=page_asked(request), facets=facets)
    listing = _read_or_404(listings.inside(scope, question), at)
    words = listing.words.text or question.words
    return {
        "at": at,
        "asked": asked,
        "listing": listing,
        "hits": [_hit(article, listing.words, words) for article in listing.articles] if words else None,
        "facets": facets_of(listing, asked),
        "chips": chips(request, asked),
        "kept": [(name, value) for name in ELSEWHERE for value in request.GET.getlist(name)],
    }


def _read_or_404(question: SearchRequest, at: datetime) -> listings.Listing:
    try:
        return listings.read(question, at, more=("sections",) if question.words else (), helping=True)
    except listings.PageTooFar as error:
        raise page_too_far(error.pages) from error


def _hit(article: Article, words: QueryWords, typed: str) -> Hit:
    sections = [(section.anchor, section.heading, section.plain) for section in article.sections.all()]
    passage = best_passage([("", "", article.standfirst), *sections], words)
    anchor = f"#{passage.anchor}" if passage.anchor else ""
    url = f"{article.get_absolute_url()}?{urlencode({'q': typed})}{anchor}"
    return Hit(article, mark(article.headline, words), passage, url)


def chips(request: HttpRequest, asked: ListingFilter) -> list[Chip]:
    """Every filter in use but the words, each with the address that is left without it."""
    found = []
    for name in ("desk", "tag", "person", "topic", "author"):
        found += [Chip(row.name, _without(request, name, row.slug)) for row in asked.chosen(name)]
    labels = {"from": _("ab %s"), "to": _("bis %s")}
    for name, label in labels.items():
        if asked.asked.get(name):
            found.append(Chip(label % request.GET[name], _without(request, name)))
    return found


def _without(request: HttpRequest, name: str, value: str | None = None) -> str:
    left = request.GET.copy()
    left.pop("page", None)
    left.setlist(name, [other for other in left.getlist(name) if value is not None and other != value])
    return f"?{left.urlencode()}"
