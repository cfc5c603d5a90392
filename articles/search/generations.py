"""Where the embedded index lies: a folder per generation and a file that names the one in use. No Tantivy here.

index/in-use.json      {"version": "1.1", "folder": "g-…", "since": …, "before": …}, replaced atomically
index/g-…/             one index; a rebuild writes the next one beside it

A process of another version cannot read the index in use. What it has open may still be true: `before` is the state of
the index that was replaced, `since` the state the new one had then. While both hold, both say the same.
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from articles.errors import IndexUnavailable
from articles.search.schema import VERSION

POINTER = "in-use.json"
PREFIX = "g-"
META = "meta.json"
"""Tantivy replaces it with each commit."""

State = tuple[str, int, int]
"""What tells one commit of one index from all others."""
NO_STATE: State = ("", 0, 0)


class OtherVersion(IndexUnavailable):
    """The index in use was made by another version of the program."""


class NotWritable(IndexUnavailable):
    """The index is sound as far as is known, but nothing can be written: a full disk, missing rights."""


class Generations:
    def __init__(self, folder: Path):
        self.folder = folder
        self.pointer = folder / POINTER

    def in_use(self) -> Path:
        """The folder of the index that is served. Raises IndexUnavailable."""
        named = self._named()
        if named["version"] != VERSION:
            raise unavailable(_("Der Suchindex stammt von einer anderen Version des Programms."), OtherVersion)
        return self.folder / named["folder"]

    def says_no_more_than(self, state: State) -> bool:
        """Whether this was the last state before the index in use, and nothing has come in since."""
        named = self._named()
        return state == tuple(named["before"]) and self._state_in_use() == tuple(named["since"])

    def _named(self) -> dict[str, Any]:
        try:
            named = json.loads(self.pointer.read_text("utf-8"))
            return {
                **{name: str(named[name]) for name in ("version", "folder")},
                **{name: list(named.get(name, NO_STATE)) for name in ("before", "since")},
            }
        except FileNotFoundError:
            raise unavailable(_("Der Suchindex fehlt.")) from None
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise unavailable(_("Der Suchindex ist nicht lesbar.")) from error

    def is_missing(self) -> bool:
        """Nothing says which index is in use."""
        return not self.pointer.exists()

    def new(self) -> Path:
        """An empty folder for the next index; what unfinished ones left is cleared."""
        fresh = self.folder / f"{PREFIX}{uuid.uuid4().hex}"
        with writing_clearly():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.clear()
            fresh.mkdir()
        return fresh

    def use(self, fresh: Path, *, is_equal: bool = False) -> None:
        """From now on this one is in use; readers of the old one finish with what they have open."""
        before = self._state_in_use() if is_equal else NO_STATE
        named = {"version": VERSION, "folder": fresh.name, "since": _state_if_any(fresh), "before": before}
        written = self.folder / f"{POINTER}.{os.getpid()}"
        with writing_clearly():
            with written.open("w", encoding="utf-8") as file:
                json.dump(named, file)
                file.flush()
                os.fsync(file.fileno())
            written.replace(self.pointer)
            sync_folder(self.folder)
        self.clear()

    def _state_in_use(self) -> State:
        try:
            return _state_if_any(self.folder / self._named()["folder"])
        except IndexUnavailable:
            return NO_STATE

    def clear(self) -> None:
        """Remove every generation but the one in use, whichever version made it."""
        try:
            kept = self._named()["folder"]
        except IndexUnavailable:
            kept = ""
        for old in self.folder.glob(f"{PREFIX}*"):
            if old.name != kept:
                shutil.rmtree(old, ignore_errors=True)


def state_of(folder: Path) -> State:
    """Raises FileNotFoundError."""
    seen = (folder / META).stat()
    return folder.name, seen.st_mtime_ns, seen.st_ino


def _state_if_any(folder: Path) -> State:
    """Of no index, one that none has."""
    try:
        return state_of(folder)
    except OSError:
        return NO_STATE


def unavailable(what: str, kind: type[IndexUnavailable] = IndexUnavailable) -> IndexUnavailable:
    """With the command that mends it."""
    return kind(_("%s Bitte ausführen: manage.py index_articles --rebuild") % what)


@contextmanager
def reading() -> Iterator[None]:
    """What an engine says of an index it cannot read, as an error of ours."""
    with _clearly(lambda error: unavailable(_("Der Suchindex ist nicht lesbar: %s.") % error)):
        yield


@contextmanager
def writing_clearly() -> Iterator[None]:
    """What was written before is untouched: an index changes with its commit only."""
    with _clearly(lambda error: NotWritable(_("Der Suchindex lässt sich nicht schreiben: %s.") % error)):
        yield


@contextmanager
def _clearly(told: Callable[[object], IndexUnavailable]) -> Iterator[None]:
    """A panic in Rust is no Exception in Python, and is known by its name only."""
    try:
        yield
    except IndexUnavailable:
        raise
    except (ValueError, OSError) as error:
        raise told(error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise told(_("er ist beschädigt")) from error


def sync_folder(folder: Path) -> None:
    """So that a rename survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
