"""Locks between processes and threads, as files that the system frees when their holder dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from articles.errors import IndexUnavailable

PAUSE = 0.01


def drain_lock() -> Path:
    """Held by whoever brings the outbox into the index."""
    return Path(settings.INDEX_DIR) / "drain.lock"


def rebuild_lock() -> Path:
    return Path(settings.INDEX_DIR) / "rebuild.lock"


def journal() -> Path:
    """The articles that drains brought into the old index while a rebuild was under way."""
    return Path(settings.INDEX_DIR) / "rebuild.changed"


@contextmanager
def lock(path: Path, wait: float | None = 0.0) -> Iterator[bool]:
    """Yields whether it is ours, after at most `wait` seconds; None waits for ever. Raises IndexUnavailable."""
    handle = _opened(path)
    try:
        yield _locked(handle, wait)
    finally:
        os.close(handle)


def _opened(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise IndexUnavailable(_("Der Ordner des Suchindex ist nicht beschreibbar: %s") % error) from error


def is_held(path: Path) -> bool:
    if not path.exists():
        return False
    with lock(path) as ours:
        return not ours


def _locked(handle: int, wait: float | None) -> bool:
    if wait is None:
        fcntl.flock(handle, fcntl.LOCK_EX)
        return True
    until = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(PAUSE)
        else:
            return True
