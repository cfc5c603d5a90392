"""A database file of its own for a generated archive; it gets its name only once it is complete."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.utils.translation import gettext as _

from articles.errors import CannotDo

ALIAS = "generated"
# Nobody else reads the file while it is made, and a broken one is thrown away.
PRAGMAS = """
PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-400000;
PRAGMA foreign_keys=OFF;
"""


@contextmanager
def new_archive(path: Path) -> Iterator[str]:
    """The alias of an empty SQLite database that becomes `path` at the end. Raises CannotDo where there is one."""
    if path.exists():
        raise CannotDo(_("%s gibt es schon. Löschen Sie die Datei oder nennen Sie mit --into eine andere.") % path)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    unfinished.unlink(missing_ok=True)
    _register(unfinished)
    try:
        call_command("migrate", database=ALIAS, verbosity=0)
        connections[ALIAS].cursor().executescript(PRAGMAS)
        yield ALIAS
        connections[ALIAS].close()
        unfinished.rename(path)
    finally:
        connections[ALIAS].close()
        del connections[ALIAS], connections.settings[ALIAS]
        unfinished.unlink(missing_ok=True)


def _register(path: Path) -> None:
    entry = {"ENGINE": "django.db.backends.sqlite3", "NAME": path}
    connections.settings[ALIAS] = connections.configure_settings({"default": {}, ALIAS: entry})[ALIAS]
