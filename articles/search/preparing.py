"""Reads articles and does all the work on their text, for a rebuild: in several processes where that is quicker."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from django.db import connection
from django.utils.translation import gettext as _

from articles.errors import NewsroomError
from articles.processes import pool
from articles.search.engine import Prepared, engine
from articles.search.loading import load

logger = logging.getLogger(__name__)

WORTH_IT = 5_000
"""One process is through with fewer articles before others have started."""
AHEAD = 3
"""Batches that may wait for each process: what is ready and not yet written takes memory."""


def prepare(article_ids: list[int]) -> list[Prepared]:
    """Those of the articles that belong in the index, in the engine's own form."""
    return [engine().prepare(article) for article in load(article_ids)]


def prepared(batches: Iterable[list[int]], total: int) -> Generator[list[Prepared]]:
    """Each batch in its turn. Raises NewsroomError if a process breaks off."""
    with _workers(_count(total)) as workers:
        yield from _in_turn(workers, batches) if workers else map(prepare, batches)


def _count(total: int) -> int:
    """A database in memory is seen by one process only."""
    alone = total < WORTH_IT or (connection.vendor == "sqlite" and connection.is_in_memory_db())
    return 1 if alone else os.cpu_count() or 1


@contextmanager
def _workers(count: int) -> Iterator[ProcessPoolExecutor | None]:
    """None where one process has to do."""
    workers = _started(count) if count > 1 else None
    try:
        yield workers
    except BrokenProcessPool as error:
        raise NewsroomError(
            _("Ein Prozess, der Artikel für den Suchindex vorbereitet, ist abgebrochen. Fehlte es an Speicher?")
        ) from error
    finally:
        if workers:
            workers.shutdown(wait=True, cancel_futures=True)


def _started(count: int) -> ProcessPoolExecutor | None:
    try:
        workers = pool(count)
        workers.submit(os.getpid).result()
    except (OSError, NotImplementedError, BrokenProcessPool) as error:
        logger.warning("No further processes can be started: one does all the work. %s", error)
        return None
    return workers


def _in_turn(workers: ProcessPoolExecutor, batches: Iterable[list[int]]) -> Iterator[list[Prepared]]:
    """No more batches are begun than the writer can keep up with."""
    waiting: deque[Future[list[Prepared]]] = deque()
    for batch in batches:
        waiting.append(workers.submit(prepare, batch))
        if len(waiting) >= AHEAD * (os.cpu_count() or 1):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
