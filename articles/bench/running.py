"""Runs the measurements in the right processes: each archive in one of its own, which prints its figures as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import connections

from articles.bench import budgets, corpora, desk, importing
from articles.bench.addresses import Page, empty_view, pages
from articles.bench.corpora import Corpus
from articles.bench.load import requests_per_second
from articles.bench.pages import time_page
from articles.bench.report import Figures, Row
from articles.bench.saving import searchable_after_commit
from articles.bench.searching import results
from articles.bench.server import serving
from articles.models import Article

SECONDS = 5.0  # of requests for each page
Say = Callable[[str], None]


def here(what: str, *, at: datetime) -> dict[str, Any]:
    """Measures the archive of the settings; for "import" that has to be one made for it. In a thread of its own, as a
    server would: on top of a command's calls a page can reach the end of a piece of Python's stack again and again, and
    that piece is fetched from the system anew each time."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_measured_here, what, at).result()


def _measured_here(what: str, at: datetime) -> dict[str, Any]:
    try:
        return _here(what, at)
    finally:
        connections.close_all()


def _here(what: str, at: datetime) -> dict[str, Any]:
    if what == "import":
        return {"imported": importing.articles_per_second(at=at)}
    if what == "search":
        found = [asdict(one) for one in results(at)]
        return {"articles": Article.objects.count(), "results": found, "saved": asdict(searchable_after_commit(at))}
    if what == "admin":
        return {"articles": Article.objects.count(), "pages": desk.measured(at)}
    if what == "budgets":
        return {"articles": Article.objects.count(), "results": [asdict(one) for one in budgets.results(at)]}
    measured = pages(at)
    timings = [asdict(time_page(page)) for page in measured]
    found = [asdict(page) for page in [empty_view(), *measured]]
    return {"articles": Article.objects.count(), "pages": found, "timings": [None, *timings]}


def both_archives(say: Say, *, large: int = corpora.LARGE) -> Figures:
    """Some minutes, mostly spent on the large archive, which is kept; without the import."""
    archives: dict[int, list[Row]] = {}
    for make in (corpora.demo, lambda: corpora.large(large)):
        corpus = make()
        say(f"{corpus.name}: building the index")
        seconds = corpora.seconds_to_index(corpus)
        say(f"{corpus.name}: asking for pages")
        articles, rows = _measure(corpus)
        archives[articles] = rows
    return Figures(archives, indexed=articles / seconds)


def searched(say: Say, *, articles: int = corpora.HUGE, anew: bool = False) -> dict[str, Any]:
    """Two minutes where archive and index are there; making a million of them takes some twenty more, once."""
    say(f"{articles}: the archive and its index are made if they are missing (some 20 minutes for a million)")
    corpus = corpora.large(articles)
    built = corpora.built(corpus, anew=anew)
    say(f"{corpus.name}: asking the search (about two minutes)")
    return {**_asked(corpus, "search"), "built": built}


def administered(say: Say, *, articles: int = corpora.HUGE) -> dict[str, Any]:
    """Two minutes where the archive is there. What opens every page is an account of the archive's own."""
    say(f"{articles}: the archive and its index are made if they are missing (some 20 minutes for a million)")
    corpus = corpora.large(articles)
    corpora.built(corpus, anew=False)
    corpora.with_account(corpus)
    say(f"{corpus.name}: opening the pages of the admin (about two minutes)")
    return _asked(corpus, "admin")


def budgeted(say: Say, *, articles: int = corpora.HUGE) -> dict[str, Any]:
    """A minute where archive and index are there."""
    corpus = corpora.large(articles)
    corpora.built(corpus, anew=False)
    say(f"{corpus.name}: asking for every type of page (about a minute)")
    return _asked(corpus, "budgets")


def imported() -> float:
    return float(_asked(corpora.for_import(), "import")["imported"])


def _measure(corpus: Corpus) -> tuple[int, list[Row]]:
    found = _asked(corpus, "pages")
    rates = rates_of([Page(**page) for page in found["pages"]], corpus.environment)
    rows = [
        Row(page["name"], *((timing["median"], timing["p95"]) if timing else (None, None)), rate)
        for page, timing, rate in zip(found["pages"], found["timings"], rates, strict=True)
    ]
    return found["articles"], rows


def rates_of(measured: list[Page], environment: dict[str, str], seconds: float = SECONDS) -> list[float]:
    """Requests a second through the production server, each page alone; a fifth of the time before is warm-up."""
    with serving(environment) as port:
        rates = []
        for page in measured:
            requests_per_second(port, page.paths, seconds=seconds / 5)
            rates.append(requests_per_second(port, page.paths, seconds=seconds))
    return rates


def _asked(corpus: Corpus, what: str) -> dict[str, Any]:
    return dict(json.loads(corpus.run("benchmark", what, "--here")))
