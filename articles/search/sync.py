"""Brings the index up to what the database says: drains the outbox, after a commit or a request or when asked.
A save never fails for it: what could not be brought in stays in the outbox, and a line in the log says why."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from itertools import batched

from django.db import connections, transaction
from django.db.utils import DEFAULT_DB_ALIAS, DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.errors import NewsroomError
from articles.models import Article
from articles.once import SAFE_METHODS
from articles.search import outbox
from articles.search.engine import Engine, Writer, engine
from articles.search.generations import unavailable, writing_clearly
from articles.search.loading import BATCH, load
from articles.search.locks import drain_lock, is_held, journal, lock, rebuild_lock

logger = logging.getLogger(__name__)

AT_ONCE = 200
"""More rows than these would keep somebody waiting: a thread takes them."""
PATIENCE = 2.0  # seconds; whoever holds the lock longer looks again itself

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do."""
Step = Callable[[str], None]

_postponed: ContextVar[bool] = ContextVar("postponed", default=False)


def silent(*_args: object) -> None:
    """Reports nothing."""


def drain(*, wait: float = PATIENCE, progress: Progress = silent, on_step: Step = silent, once: bool = False) -> int:
    """Bring in what waits in the outbox; returns how many articles that were. Raises IndexUnavailable.

    Where another process holds the lock it may be left to that one: it looks once more after letting go. `once` takes
    what is there and no more; its caller looks once more.
    `on_step` is told "taken", "written", "committed", "noted", "forgotten", before them for a first index "made" and
    "switched" (tests kill the process there).
    """
    done = 0
    while outbox.is_waiting() or _is_new(engine()):
        with lock(drain_lock(), wait) as ours:
            if not ours:
                return done
            _make_first(engine(), on_step)
            while count := _drain_some(engine(), partial(_onward, progress, done), on_step):
                done += count
                if once:
                    return done
    return done


def drain_after_commit() -> None:
    """Call it inside the transaction that changes articles; it counts once."""
    connection = connections[DEFAULT_DB_ALIAS]
    open_now = set(connection.savepoint_ids)
    lasting = [hook for savepoints, hook, *_ in connection.run_on_commit if savepoints <= open_now]
    if drain_soon not in lasting:
        transaction.on_commit(drain_soon)


def drain_soon() -> None:
    """Now; in a thread where there is much to do, or where others write on and on meanwhile."""
    if _postponed.get():
        return
    try:
        if outbox.is_waiting(more_than=AT_ONCE) or (drain(once=True) and outbox.is_waiting()):
            threading.Thread(target=_drain_in_thread, name="drain").start()
    except (NewsroomError, DatabaseError, OSError) as error:
        logger.error("The search index has not learned of the last changes; they wait in the outbox. %s", error)


@contextmanager
def postponed() -> Iterator[None]:
    """For imports: no drain after each article; the caller drains at the end."""
    token = _postponed.set(True)
    try:
        yield
    finally:
        _postponed.reset(token)


class DrainMiddleware:
    """After a request that may have written: deletes, tags and bulk changes in the admin are found at once too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method not in SAFE_METHODS:
            drain_soon()
        return response


def _drain_in_thread() -> None:
    try:
        drain()
    except (NewsroomError, DatabaseError, OSError) as error:
        logger.error("The search index could not be brought up to date. %s", error)
    finally:
        connections.close_all()


def _drain_some(engine: Engine, progress: Progress, on_step: Step) -> int:
    """How many articles that were; none where nothing waits."""
    rows, articles = outbox.take()
    if not rows:
        return 0
    on_step("taken")
    with engine.writer() as writer:
        bring_in(writer, articles, progress)
        on_step("written")
        writer.commit()
        on_step("committed")
        _note_for_rebuild(articles)
        on_step("noted")
        outbox.forget(rows)
        on_step("forgotten")
    return len(articles)


def _onward(progress: Progress, before: int, done: int, total: int) -> None:
    progress(before + done, before + total)


def bring_in(writer: Writer, article_ids: Sequence[int], progress: Progress = silent) -> None:
    """As the database has them now; those that are gone leave the index."""
    done = 0
    for ids in batched(article_ids, BATCH):
        writer.remove(ids)
        writer.put(load(ids))
        done += len(ids)
        progress(done, len(article_ids))


def _is_new(engine: Engine) -> bool:
    """Neither an index nor anything to put into one."""
    return engine.is_missing() and not Article.objects.exists()


def _make_first(engine: Engine, on_step: Step) -> None:
    """The first index of a new archive. Where the outbox does not hold everything, only a rebuild will do."""
    if not engine.is_missing():
        return
    with lock(rebuild_lock()) as ours:
        if not ours or not outbox.covers_everything():
            raise unavailable(_("Der Suchindex fehlt."))
        with engine.rebuilder() as writer:
            writer.commit()
        on_step("made")
        engine.switch()
        on_step("switched")


def _note_for_rebuild(article_ids: Sequence[int]) -> None:
    """A rebuild under way may have read these before they changed."""
    if is_held(rebuild_lock()):
        with writing_clearly(), journal().open("a", encoding="ascii") as file:
            file.writelines(f"\n{pk}" for pk in article_ids)  # a line that was cut off ends there
