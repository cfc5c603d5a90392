"""Where the embedded index lies: a folder per generation and a file that names the one in use. No Tantivy here.

index/in-use.json      {"version": "1.1", "folder": "g-…"}, replaced atomically
index/g-…/             one index; a rebuild writes the next one beside it
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from django.utils.translation import gettext as _

from articles.errors import IndexUnavailable
from articles.search.schema import VERSION

POINTER = "in-use.json"
PREFIX = "g-"


class Generations:
    def __init__(self, folder: Path):
        self.folder = folder
        self.pointer = folder / POINTER

    def in_use(self) -> Path:
        """The folder of the index that is served. Raises IndexUnavailable."""
        try:
            named = json.loads(self.pointer.read_text("utf-8"))
            version, name = str(named["version"]), str(named["folder"])
        except FileNotFoundError:
            raise unavailable(_("Der Suchindex fehlt.")) from None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise unavailable(_("Der Suchindex ist nicht lesbar.")) from error
        if version != VERSION:
            raise unavailable(_("Der Suchindex stammt von einer anderen Version des Programms."))
        return self.folder / name

    def is_missing(self) -> bool:
        """Nothing says which index is in use."""
        return not self.pointer.exists()

    def new(self) -> Path:
        """An empty folder for the next index; what unfinished ones left is cleared."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.clear()
        fresh = self.folder / f"{PREFIX}{uuid.uuid4().hex}"
        fresh.mkdir()
        return fresh

    def use(self, fresh: Path) -> None:
        """From now on this one is in use; readers of the old one finish with what they have open."""
        written = self.folder / f"{POINTER}.{os.getpid()}"
        with written.open("w", encoding="utf-8") as file:
            json.dump({"version": VERSION, "folder": fresh.name}, file)
            file.flush()
            os.fsync(file.fileno())
        written.replace(self.pointer)
        sync_folder(self.folder)
        self.clear()

    def clear(self) -> None:
        """Remove every generation but the one in use."""
        try:
            kept = self.in_use().name
        except IndexUnavailable:
            kept = ""
        for old in self.folder.glob(f"{PREFIX}*"):
            if old.name != kept:
                shutil.rmtree(old, ignore_errors=True)


def unavailable(what: str) -> IndexUnavailable:
    """With the command that mends it."""
    return IndexUnavailable(_("%s Bitte ausführen: manage.py index_articles --rebuild") % what)


def reading() -> AbstractContextManager[None]:
    """What an engine says of an index it cannot read, as an error of ours."""
    return _clearly(_("Der Suchindex ist nicht lesbar: %s."))


def writing_clearly() -> AbstractContextManager[None]:
    return _clearly(_("Der Suchindex lässt sich nicht schreiben: %s."))


@contextmanager
def _clearly(what: str) -> Iterator[None]:
    """A panic in Rust is no Exception in Python, and is known by its name only."""
    try:
        yield
    except IndexUnavailable:
        raise
    except (ValueError, OSError) as error:
        raise unavailable(what % error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise unavailable(what % _("er ist beschädigt")) from error


def sync_folder(folder: Path) -> None:
    """So that a rename survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
