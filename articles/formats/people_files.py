"""Files of people, read row by row and never whole: CSV with a heading, and JSON Lines, our own or one of Wikidata's
names by language. A row that is wrong is told with its line, and the next one read."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from articles.errors import CannotDo, Unreadable
from articles.formats.people import PersonRow, person_row

COLUMNS = ("name", "family_name", "aliases", "description", "wikidata", "gnd", "born", "died", "roles", "public")
OTHER_SPELLINGS = {
    "qid": "wikidata",
    "wikidata_id": "wikidata",
    "gnd_id": "gnd",
    "birth_date": "born",
    "death_date": "died",
}
BETWEEN = ";"
"""Parts the aliases, or the roles, in one column of a CSV file; `|` does too."""
LONGEST_LINE = 1_000_000

type Read = PersonRow | Unreadable


def people_in(path: Path) -> Iterator[Read]:
    """Raises CannotDo for another kind of file, OSError."""
    reader = READERS.get(path.suffix.lower())
    if not reader:
        known = ", ".join(READERS)
        raise CannotDo(
            _("„%(name)s“: Personen kommen aus Dateien auf %(known)s.") % {"name": path.name, "known": known}
        )
    with path.open("rb") as file:
        yield from reader(file)


def _lines(file: BinaryIO) -> Iterator[str]:
    """Raises Unreadable for what is not UTF-8 or does not end."""
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise Unreadable(_("Die Zeile ist länger als eine Million Zeichen."), number)
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise Unreadable(_("Die Zeile ist nicht in UTF-8."), number) from error


def _json_lines(file: BinaryIO) -> Iterator[Read]:
    try:
        for number, line in enumerate(_lines(file), start=1):
            if line.strip():
                yield _tried(number, partial(_from_json, line))
    except Unreadable as error:
        yield error


def _from_json(line: str) -> Mapping[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("Die Zeile ist kein JSON.")) from error
    if not isinstance(told, dict):
        raise Unreadable(_("Eine Zeile ist eine Person: {…}."))
    return _with_names(_spelled(told))


def _spelled(told: Mapping[str, Any]) -> dict[str, Any]:
    return {OTHER_SPELLINGS.get(name, name): value for name, value in told.items()}


def _with_names(told: dict[str, Any]) -> dict[str, Any]:
    """Names by language: the German one is the main name, all others are aliases."""
    names = told.get("names")
    if names is None:
        return told
    if not isinstance(names, dict):
        raise Unreadable(_("„names“ nennt Namen nach Sprachen: {…}."))
    own, aliases = told.get("name"), told.get("aliases") or []
    if not isinstance(aliases, list):
        raise Unreadable(_("Namen und Rollen gehören in eine Liste."))
    others = [own, *names.values(), *aliases]
    return {**told, "name": names.get("de") or own, "aliases": [name for name in others if name]}


def _csv(file: BinaryIO) -> Iterator[Read]:
    try:
        lines = _lines(file)
        heading = next(lines, "")
        rows = csv.reader(lines, delimiter=_delimiter(heading), strict=True)
        columns = _columns(heading)
        first = 2
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield _tried(first, partial(_from_cells, columns, cells))
            first = rows.line_num + 2  # the heading is a line too
    except csv.Error as error:
        yield Unreadable(_("Das ist keine CSV-Tabelle: %s") % error, rows.line_num + 1)
    except Unreadable as error:
        yield error


def _delimiter(heading: str) -> str:
    return max((",", BETWEEN, "\t"), key=heading.count)


def _columns(heading: str) -> list[str]:
    """Raises Unreadable where the heading does not name columns of ours; those it does not know are passed over."""
    cells = next(csv.reader([heading], delimiter=_delimiter(heading)), [])
    names = [OTHER_SPELLINGS.get(cell.strip().lower(), cell.strip().lower()) for cell in cells]
    if "name" not in names:
        raise Unreadable(_("Die erste Zeile nennt keine Spalte „name“. Bekannt: %s.") % ", ".join(COLUMNS), 1)
    twice = {name for name in names if name in COLUMNS and names.count(name) > 1}
    if twice:
        raise Unreadable(_("Die Spalte „%s“ steht zweimal da.") % min(twice), 1)
    return names


def _from_cells(columns: list[str], cells: list[str]) -> Mapping[str, Any]:
    if len(cells) > len(columns):
        raise Unreadable(_("Die Zeile hat mehr Felder als die erste."))
    told: dict[str, Any] = dict(zip(columns, cells, strict=False))
    for several in ("aliases", "roles"):
        told[several] = [part for part in told.get(several, "").replace("|", BETWEEN).split(BETWEEN) if part.strip()]
    return told


def _tried(line: int, read: Callable[[], Mapping[str, Any]]) -> Read:
    try:
        return person_row(line, read())
    except Unreadable as error:
        return Unreadable(error.reason, line)


READERS: dict[str, Callable[[BinaryIO], Iterable[Read]]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
}
