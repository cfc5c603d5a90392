"""Further processes of ours, beside the one that was started. Imports nothing of the archive: Django is not up yet."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread

import django
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection


def pool(count: int) -> ProcessPoolExecutor:
    """So many processes with the database of this one and connections of their own; none outlives this process.

    Raises OSError or NotImplementedError where the system has no locks for them.
    """
    start = (str(connection.settings_dict["NAME"]),)
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin, initargs=start)


def _begin(database: str) -> None:
    """The name is that of the test database while tests run."""
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    settings.DATABASES[DEFAULT_DB_ALIAS]["NAME"] = database
    django.setup()
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA mmap_size=0")  # what is read once need not stay in the memory of each


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
