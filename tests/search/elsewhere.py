"""Runs code in a process of its own, on the tests' database: each sees what the other committed."""

import os
import subprocess
import sys
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def elsewhere(code, *arguments):
    """The finished process has what it printed."""
    environment = {**os.environ, "DATABASE_URL": _database(), "INDEX_DIR": str(settings.INDEX_DIR)}
    environment |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "RUST_BACKTRACE": "0"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=settings.BASE_DIR)


def _database():
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    login = f"{quote(at['USER'], safe='')}:{quote(at['PASSWORD'], safe='')}"
    return f"postgresql://{login}@/{at['NAME']}?host={quote(at['HOST'] or 'localhost')}&port={at['PORT'] or 5432}"
