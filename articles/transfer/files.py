"""Which files an import means: arguments walked in order, each file with its identity, and what is passed over with
the reason. Reads directories and sizes, never what a file says."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from articles.errors import CannotDo, Unreadable
from articles.formats.registry import format_of, known_suffixes

MAX_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the batch, or a place where one was expected. Only one without `skipped` and `failed` is to be read."""

    path: Path
    name: str
    """The path below the argument, with `/` and in NFC: what the file is called in the archive and in the report."""
    skipped: str = ""
    failed: str = ""
    remarks: tuple[tuple[int, str], ...] = ()


def check_paths(paths: Iterable[Path]) -> None:
    """Raises CannotDo if an argument does not exist; a dangling link does not exist either."""
    for path in paths:
        if not os.path.exists(path):
            raise CannotDo(_("„%s“ gibt es nicht.") % spelled(str(path)))


def entries(paths: Iterable[Path]) -> Iterator[Entry]:
    """Every file the arguments mean, in sorted order, each real file once."""
    seen: set[int] = set()
    for path in paths:
        for entry in _below(path):
            yield _first_time(entry, seen)


def read_bytes(path: Path) -> bytes:
    """The file's content. Raises Unreadable above 5 MB, before that much is in memory, and OSError."""
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(_("Die Datei ist größer als 5 MB."))
    return data


def changed_at(path: Path) -> datetime:
    """When the file was last written, to the second. Raises OSError."""
    return datetime.fromtimestamp(int(path.stat().st_mtime), get_current_timezone())


def spelled(name: str) -> str:
    """A file name as text in NFC: bytes that are not UTF-8 are read as Latin-1, always the same way."""
    try:
        name.encode()
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("latin-1")
    return unicodedata.normalize("NFC", name)


def told(error: OSError) -> str:
    """What the operating system refused, in words."""
    if isinstance(error, PermissionError):
        return _("Keine Leseberechtigung.")
    if isinstance(error, FileNotFoundError):
        return _("Die Datei gibt es nicht mehr.")
    return _("Nicht lesbar: %s.") % (error.strerror or error)


def _below(argument: Path) -> Iterator[Entry]:
    if not os.path.isdir(argument):
        yield _entry(argument, Path(argument.name))
        return
    found = False
    for found_entry in _walk(argument):
        found = True
        yield found_entry
    if not found:
        yield Entry(argument, spelled(str(argument)), skipped=_("Der Ordner ist leer."))


def _walk(argument: Path) -> Iterator[Entry]:
    """Depth first, with a stack of its own, since folders may lie deeper than Python calls may."""
    open_folders = [_inside(argument, Path())]
    while open_folders:
        found = next(open_folders[-1], None)
        if isinstance(found, Path):
            open_folders.append(_inside(argument, found))
        elif found:
            yield found
        else:
            open_folders.pop()


def _inside(argument: Path, below: Path) -> Iterator[Entry | Path]:
    """The entries of a folder, and the folders in it. Links to folders are not followed: a loop would have no end."""
    folder = argument / below
    try:
        names = sorted(os.listdir(folder), key=lambda name: (spelled(name), name))
    except OSError as error:
        yield Entry(folder, spelled(str(folder)), failed=told(error))
        return
    for name in names:
        path = folder / name
        is_folder = os.path.isdir(path) and not os.path.islink(path) and not name.startswith(".")
        yield below / name if is_folder else _entry(path, below / name)


def _entry(path: Path, place: Path) -> Entry:
    name = spelled(place.as_posix())
    try:
        skipped = _why_not(path)
    except OSError as error:
        return Entry(path, name, failed=_broken_link(path) or told(error))
    foreign = name != unicodedata.normalize("NFC", place.as_posix())
    remark = _("Der Dateiname ist nicht in UTF-8 geschrieben; er wurde als Latin-1 gelesen.")
    return Entry(path, name, skipped=skipped, remarks=((0, remark),) if foreign else ())


def _why_not(path: Path) -> str:
    """Why a file is passed over without being opened; "" if it is to be read. Raises OSError."""
    mode = path.stat().st_mode
    if path.name.startswith("."):
        return _("Versteckte Datei.")
    if stat.S_ISDIR(mode):
        return _("Verknüpfung auf einen Ordner.")
    if not stat.S_ISREG(mode):
        return _("Keine gewöhnliche Datei.")
    if not format_of(path.name):
        return _("Unbekannte Endung; gelesen werden %s.") % ", ".join(known_suffixes())
    return ""


def _broken_link(path: Path) -> str:
    return _("Die Verknüpfung führt ins Leere oder im Kreis.") if os.path.islink(path) else ""


def _first_time(entry: Entry, seen: set[int]) -> Entry:
    """Numbers stand for the paths, so that a million files cost little memory."""
    if entry.skipped or entry.failed:
        return entry
    key = hash(os.path.realpath(entry.path))
    if key in seen:
        return Entry(entry.path, entry.name, skipped=_("Dieselbe Datei wurde in diesem Lauf schon gelesen."))
    seen.add(key)
    return entry
