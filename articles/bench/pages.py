"""Times pages inside this process: the whole of Django's work for a request, without a server or a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from statistics import median, quantiles
from time import perf_counter

from django.test import Client

from articles.bench.addresses import Page
from articles.errors import CannotDo

REQUESTS, SECONDS = 200, 8.0
"""As many requests a page, or as many as fit into these seconds."""
WARM_UP = 10


@dataclass(frozen=True)
class Timing:
    """In milliseconds, of so many requests."""

    median: float
    p95: float
    requests: int


def time_page(page: Page, *, requests: int = REQUESTS, seconds: float = SECONDS) -> Timing:
    """Raises CannotDo for a page that does not answer 200."""
    client = Client(headers={"host": "localhost"})
    addresses = cycle(page.paths)
    return time_calls(lambda: get(client, next(addresses)), calls=requests, seconds=seconds)


def time_calls(act: Callable[[], object], *, calls: int = REQUESTS, seconds: float = SECONDS) -> Timing:
    for _ in range(WARM_UP):
        act()
    taken: list[float] = []
    end = perf_counter() + seconds
    while len(taken) < 2 or (len(taken) < calls and perf_counter() < end):
        taken.append(_timed(act))
    return timing(taken)


def timing(seconds: Sequence[float]) -> Timing:
    return Timing(median(seconds) * 1000, quantiles(seconds, n=20, method="inclusive")[-1] * 1000, len(seconds))


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def get(client: Client, path: str) -> None:
    response = client.get(path)
    if response.status_code != 200:
        raise CannotDo(f"{path} answers {response.status_code}")
