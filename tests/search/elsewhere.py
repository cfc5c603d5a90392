"""Runs code in a process of its own, on the tests' PostgreSQL database or on a copy of their SQLite one."""

import os
import sqlite3
import subprocess
import sys
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def elsewhere(folder, code, *arguments, **environment):
    """`folder` keeps the copy of the database; the finished process has what it printed."""
    environment = {**os.environ, "DATABASE_URL": _database(folder), "INDEX_DIR": str(settings.INDEX_DIR), **environment}
    environment |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "RUST_BACKTRACE": "0"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=settings.BASE_DIR)


def _database(folder):
    """A copy that is there already is used again: what the last process changed is in it."""
    if connection.vendor == "sqlite":
        path = folder / "copy.sqlite3"
        if not path.exists():
            with sqlite3.connect(path) as copy:
                connection.connection.backup(copy)
        return f"sqlite:///{path}"
    at = connection.settings_dict
    login = f"{quote(at['USER'], safe='')}:{quote(at['PASSWORD'], safe='')}"
    return f"postgresql://{login}@/{at['NAME']}?host={quote(at['HOST'] or 'localhost')}&port={at['PORT'] or 5432}"
