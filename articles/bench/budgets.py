"""Times each type of page against the budget we set ourselves for an archive of a million articles: with its counts,
charts and facets counted anew, and with them remembered. A new page type is a line in `measured`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle, islice
from time import process_time
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.test import RequestFactory
from django.urls import reverse

from articles import listings, search
from articles.bench.addresses import Page, spread
from articles.bench.pages import Timing, timing
from articles.errors import CannotDo
from articles.models import Article, Author, Desk, Tag, Topic
from articles.search.request import SearchRequest

ROWS, ARTICLE, DEEP, COUNTED = 25.0, 12.0, 60.0, 150.0
"""Milliseconds: a page of a list, an article, page 5,000; and what counts, charts and facets may take besides."""
DEEP_PAGE = 5_000
CALLS, SAMPLES = 40, 8


@dataclass(frozen=True)
class Budgeted:
    """`rows` is what the page may take, `counted` what it may take besides when nothing is remembered."""

    page: Page
    rows: float | None
    counted: float | None = None


@dataclass(frozen=True)
class Result:
    name: str
    rows: float | None
    counted: float | None
    remembered: Timing
    anew: Timing


def measured(at: datetime) -> list[Budgeted]:
    tags = _busiest("tag", Tag, at)
    lists = {
        "busiest tag": [_url("tag", tag) for tag in tags[:1]],
        "busy tags": [_url("tag", tag) for tag in tags[1 : SAMPLES + 1]],
        "desk": [_url("desk", desk) for desk in _busiest("desk", Desk, at)[:SAMPLES]],
        "person": _people(at),
        "topic": [_url("topic", topic) for topic in Topic.objects.filter(is_public=True)[:SAMPLES]],
        "author": [_url("author", author) for author in _busiest("author", Author, at)[:SAMPLES]],
        "month": _dates(at, 2),
    }
    articles = [article.get_absolute_url() for article in spread(Article.objects.visible(at))]
    pages = [
        Budgeted(Page("article", tuple(articles)), ARTICLE),
        Budgeted(Page("home", (reverse("home"),)), ROWS, COUNTED),
        *(Budgeted(Page(name, tuple(paths)), ROWS, COUNTED) for name, paths in lists.items()),
        *_deep(lists["busiest tag"], at, tags),
        Budgeted(Page("year, with its calendar", tuple(_dates(at, 1))), None),
        Budgeted(Page("all years", (reverse("archive"),)), None),
        Budgeted(Page("tags by count", (f"{reverse('tags')}?order=count",)), None),
        Budgeted(Page("tags on the rise", (f"{reverse('tags')}?order=rise",)), None),
    ]
    return [one for one in pages if one.page.paths]


def results(at: datetime, calls: int = CALLS) -> list[Result]:
    return [
        Result(one.page.name, one.rows, one.counted, _timed(one.page, calls), _timed(one.page, calls, search.forget))
        for one in measured(at)
    ]


def _timed(page: Page, calls: int, before: Callable[[], object] = lambda: None) -> Timing:
    """In time of this process's own threads: what else the machine does makes no difference. Asked as a server asks,
    in a thread whose stack begins with the request (see running.py)."""
    with ThreadPoolExecutor(1) as thread:
        return timing(thread.submit(_seconds, page, calls, before).result())


def _seconds(page: Page, calls: int, before: Callable[[], object]) -> list[float]:
    ask, taken = WSGIHandler(), []
    questions = [RequestFactory(headers={"host": "localhost"}).get(path).environ for path in page.paths]
    try:
        for question in questions:
            _answered(ask, question)
        for question in islice(cycle(questions), max(calls, 2)):
            before()
            start = process_time()
            _answered(ask, question)
            taken.append(process_time() - start)
        return taken
    finally:
        connections.close_all()


def _answered(ask: WSGIHandler, question: dict[str, Any]) -> None:
    answer = ask(dict(question), lambda *_head: None)
    if answer.status_code != 200:
        raise CannotDo(f"{question['PATH_INFO']} answers {answer.status_code}")


def _deep(paths: Sequence[str], at: datetime, tags: Sequence[Tag]) -> Iterable[Budgeted]:
    """A smaller archive has fewer pages."""
    if not tags:
        return
    page = min(DEEP_PAGE, search.find(SearchRequest(tag_ids=frozenset([tags[0].pk])), at).pages)
    yield Budgeted(Page(f"page {page:,} of the busiest tag", tuple(f"{path}?page={page}" for path in paths)), DEEP)


def _busiest(kind: str, model: type, at: datetime) -> list:
    counts = listings.totals_of_all(kind, at)
    rows = model._default_manager.in_bulk(sorted(counts, key=lambda pk: (-counts[pk], pk))[: SAMPLES + 1])
    return sorted(rows.values(), key=lambda row: -counts[row.pk])


def _people(at: datetime) -> list[str]:
    counts = listings.counts("person", at) or {}
    rows = listings.people_named(at).in_bulk(sorted(counts, key=lambda pk: (-counts[pk], pk))[:SAMPLES])
    return [_url("person", row) for row in rows.values()]


def _dates(at: datetime, depth: int) -> list[str]:
    """The years or months of articles spread over the archive."""
    days = [article.published_on for article in spread(Article.objects.visible(at), SAMPLES)]
    names = ["", "archive_year", "archive_month"]
    return [reverse(names[depth], args=day.isoformat().split("-")[:depth]) for day in days if day]


def _url(kind: str, row: Desk | Tag | Topic | Author) -> str:
    return reverse(kind, args=[row.slug])
