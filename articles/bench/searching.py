"""Times the search inside one process, against the budgets we set ourselves: a question with its rows and marked
passages, as the search page asks it, without the template. A new measurement is a line in `measurements`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import cycle

from django.db.models import Count
from django.test import Client
from django.urls import reverse

from articles import listings, search
from articles.bench.addresses import spread
from articles.bench.pages import Timing, get, time_calls
from articles.demo.vocabulary import COMMON_WORD, RARE_WORD
from articles.models import Article, Desk, Tag
from articles.search.engine import engine
from articles.search.marks import best_passage, mark
from articles.search.request import QueryWords, SearchRequest
from articles.search.suggesting import suggest

FACETS = ("desk", "tag", "person", "topic", "author", "language", "year")
DEEP = 5_000

Act = Callable[[], object]


@dataclass(frozen=True)
class Measured:
    """Something a reader waits for, and what it may take in milliseconds; `alone` is the engine's part of it."""

    name: str
    budget: float | None
    act: Act
    alone: Act | None = None


@dataclass(frozen=True)
class Result:
    """Uncached: all counts are forgotten before each call."""

    name: str
    budget: float | None
    uncached: Timing
    cached: Timing
    alone: Timing | None


def measurements(at: datetime) -> Iterator[Measured]:
    common, rare = SearchRequest(COMMON_WORD, facets=FACETS), SearchRequest(RARE_WORD, facets=FACETS)
    yield _search("a word in a quarter of all articles", 120, common, at)
    yield _search("the same with three filters", 250, filtered(common), at)
    yield _search("a word in 1 % of all articles", 15, rare, at)
    page = _deep_page(common, at)
    for sort in ("relevance", "newest"):
        deep = SearchRequest(COMMON_WORD, page=page, sort=sort)
        yield _search(f"page {page:,} by {sort}", 80, deep, at)
    yield _similar(at)
    yield _suggestions(at)
    yield _html("the whole HTML page, a word in a quarter", COMMON_WORD)
    yield _html("the whole HTML page, a word in 1 %", RARE_WORD)


def results(at: datetime) -> Iterator[Result]:
    for one in measurements(at):
        uncached = time_calls(_forgetting(one.act))
        alone = time_calls(_forgetting(one.alone)) if one.alone else None
        yield Result(one.name, one.budget, uncached, time_calls(one.act), alone)


def filtered(request: SearchRequest) -> SearchRequest:
    """Two desks, three tags, ten years: each facet ignores its own selection, so each filter is one more question."""
    desks = Desk.objects.annotate(size=Count("articles")).order_by("-size", "id")[:2]
    tags = Tag.objects.annotate(size=Count("filings")).order_by("-size", "id")[:3]
    years = {"first_day": date(2010, 1, 1), "last_day": date(2019, 12, 31)}
    ids = {"desk_ids": frozenset(desk.pk for desk in desks), "tag_ids": frozenset(tag.pk for tag in tags)}
    return replace(request, **ids, **years)


def asked(request: SearchRequest, at: datetime) -> object:
    """All that a search page shows."""
    found = listings.read(request, at, more=("sections",), helping=True)
    return [_marked(row, found.words) for row in found.articles]


def _marked(row: Article, words: QueryWords) -> object:
    return mark(row.headline, words, row.language), best_passage(_sections(row), words, row.language)


def _sections(article: Article) -> list[tuple[str, str, str]]:
    own = [(section.anchor, section.heading, section.plain) for section in article.sections.all()]
    return [("", "", article.standfirst), *own]


def _search(name: str, budget: float, request: SearchRequest, at: datetime) -> Measured:
    return Measured(name, budget, lambda: asked(request, at), lambda: engine().find(_without_topic(request), at))


def _without_topic(request: SearchRequest) -> SearchRequest:
    """Topics are stored questions; listings.py asks the engine for them besides."""
    return replace(request, facets=tuple(name for name in request.facets if name != "topic"))


def _deep_page(request: SearchRequest, at: datetime) -> int:
    """A small archive has fewer pages."""
    return min(DEEP, search.find(replace(request, facets=()), at).pages)


def _similar(at: datetime) -> Measured:
    """With the rows that are shown; the article itself is read before."""
    articles = cycle(spread(Article.objects.visible(at).for_page()))
    return Measured("similar articles", 30, lambda: listings.brief_rows(search.similar(next(articles), at), at))


def _suggestions(at: datetime) -> Measured:
    typed = cycle([COMMON_WORD[:3], COMMON_WORD[:5], RARE_WORD[:2], RARE_WORD, "sta", "un"])
    return Measured("suggestions", 10, lambda: suggest(next(typed), at))


def _html(name: str, words: str) -> Measured:
    client, address = Client(headers={"host": "localhost"}), f"{reverse('search')}?q={words}"
    return Measured(name, None, lambda: get(client, address))


def _forgetting(act: Act) -> Act:
    def forget_and_act() -> object:
        search.forget()
        return act()

    return forget_and_act
