"""Visits the pages of an archive, each some times on each screen, and keeps the medians."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from statistics import median
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

from articles.bench import corpora
from articles.bench.addresses import Page
from articles.bench.server import serving
from articles.bench.vitals.chromium import SLOW_4G, chromium
from articles.bench.vitals.places import places
from articles.bench.vitals.visit import Screen, Visit, visit
from articles.bench.vitals.weight import Weight
from articles.errors import CannotDo

SCREENS = (Screen("phone", 360, 740), Screen("desktop", 1280, 800))
VISITS = 3
WARM_UP = 6  # requests, so that both workers of the server have answered


@dataclass(frozen=True)
class Row:
    """Medians of the visits to a page; of what it weighs, the most."""

    screen: str
    page: str
    largest: float
    moved: float
    slowest: float
    weight: Weight


def of_demo(say: Callable[[str], None]) -> list[Row]:
    """About five minutes."""
    corpus = corpora.demo()
    corpus.run("index_articles")
    say("demo: opening pages in Chromium on a slow line (some minutes)")
    return [_row(**row) for row in json.loads(corpus.run("benchmark", "vitals", "--here"))]


def here(at: datetime) -> list[dict[str, Any]]:
    """Of the archive of the settings."""
    found = places(at)  # before the browser: its loop and the database do not go together
    with serving(os.environ) as port, chromium() as browser:
        rows = []
        for screen in SCREENS:
            for place in found:
                address = f"http://127.0.0.1:{port}{place.paths[0]}"
                _warm_up(address)
                visits = [visit(browser, address, screen, SLOW_4G) for _ in range(VISITS)]
                rows.append(asdict(summed_up(screen, place, visits)))
        return rows


def summed_up(screen: Screen, place: Page, visits: Sequence[Visit]) -> Row:
    times = {name: median(getattr(one, name) for one in visits) for name in ("largest", "moved", "slowest")}
    weights = [asdict(one.weight) for one in visits]
    heaviest = Weight(**{name: max(weight[name] for weight in weights) for name in weights[0]})
    return Row(screen.name, place.name, **times, weight=heaviest)


def _warm_up(address: str) -> None:
    """The line is slow and the browser's cache empty; the server has been up for a while."""
    try:
        for _ in range(WARM_UP):
            urlopen(address).close()
    except HTTPError as error:
        raise CannotDo(f"{address} answers {error.code}") from error


def _row(weight: dict[str, int], **values: Any) -> Row:
    return Row(**values, weight=Weight(**weight))
