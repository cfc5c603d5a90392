"""Lets other processes write batches ahead of the one that stores them. Imports nothing that needs a database."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from articles.demo.writer import Batch, Plan, Writer


def written(plan: Plan, processes: int) -> Iterator[Batch]:
    """The batches in order. Other processes write ahead, but only so far that memory stays the same."""
    if not processes:
        yield from map(Writer(plan).batch, plan.spans())
        return
    # "spawn", because this process holds an open database connection that a fork would share.
    with ProcessPoolExecutor(processes, get_context("spawn"), _start, (plan,)) as pool:
        spans = plan.spans()
        ahead: deque[Future[Batch]] = deque(pool.submit(_write, span) for span in islice(spans, 2 * processes + 1))
        while ahead:
            batch = ahead.popleft().result()
            ahead.extend(pool.submit(_write, span) for span in islice(spans, 1))
            yield batch


def _start(plan: Plan) -> None:
    global _writer
    _writer = Writer(plan)


def _write(span: range) -> Batch:
    return _writer.batch(span)
