"""A person as a file tells of one, cleaned and checked; the files themselves are people_files.py's. No database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.errors import Unreadable
from articles.text.dates import parse_date
from articles.text.identifiers import bare_id, is_gnd, is_wikidata
from articles.text.sortkeys import fold

NAME_LENGTH, FAMILY_LENGTH, ABOUT_LENGTH, ROLE_LENGTH = 200, 100, 300, 200
MOST_NAMES, MOST_ROLES = 200, 100
YES, NO = {"1", "ja", "j", "yes", "y", "true", "wahr"}, {"0", "nein", "n", "no", "false", "falsch"}

_ASIDE = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")
_NO_NAME = re.compile(r"[:/\\|<>@\d]")
_DAY = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}"
_TIME = re.compile(
    rf"[,(]\s*(?:(?:seit|ab)\s+(?P<from>{_DAY})|bis\s+(?P<to>{_DAY})"
    rf"|(?P<since>{_DAY})?\s*[–—-]\s*(?P<until>{_DAY})?|(?P<only>\d{{4}}))\s*\)?\s*$"
)


@dataclass(frozen=True, slots=True)
class RoleRow:
    title: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`is_public` None: the file does not say. Lines count from 1."""

    line: int
    name: str
    family_name: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    wikidata: str = ""
    gnd: str = ""
    born: date | None = None
    died: date | None = None
    roles: tuple[RoleRow, ...] = ()
    is_public: bool | None = None
    remarks: tuple[str, ...] = field(default=(), compare=False)


def person_row(line: int, told: Mapping[str, Any]) -> PersonRow:
    """From the columns as text; aliases and roles as lists of text. Raises Unreadable with the line."""
    try:
        return _row(line, told)
    except Unreadable as error:
        raise Unreadable(error.reason, line) from error


def _row(line: int, told: Mapping[str, Any]) -> PersonRow:
    name = in_order(_text(told, "name", NAME_LENGTH))
    if not _has_letters(name):
        raise Unreadable(_("Der Name fehlt."))
    aliases, dropped = _aliases(name, told.get("aliases") or ())
    born, died = _day(told, "born"), _day(told, "died")
    if born and died and died < born:
        raise Unreadable(_("Niemand stirbt vor der Geburt."))
    return PersonRow(
        line,
        name,
        _text(told, "family_name", FAMILY_LENGTH),
        aliases,
        _text(told, "description", ABOUT_LENGTH),
        _number(told, "wikidata", is_wikidata, _("„%s“ ist keine Wikidata-Kennung.")),
        _number(told, "gnd", is_gnd, _("„%s“ ist keine GND-Nummer einer Person (Form oder Prüfziffer).")),
        born,
        died,
        tuple(dict.fromkeys(role_of(role) for role in _few(told.get("roles") or (), MOST_ROLES))),
        _public(_text(told, "public", 10).lower()),
        tuple(_("Kein Name, weggelassen: %s") % alias for alias in dropped),
    )


def in_order(name: str) -> str:
    """Without remarks in brackets, given names first: "Lawrow, Sergej (Politiker)" is Sergej Lawrow. What is counted
    behind a comma is a title: "George Thomas, 1st Viscount Tonypandy"."""
    bare = " ".join(_ASIDE.sub("", name).split())
    family, comma, given = bare.partition(", ")
    if _NO_NAME.search(given):
        return family
    return f"{given} {family}" if comma and given and "," not in given else bare


def role_of(told: Any) -> RoleRow:
    """From "Außenministerin, 2021–2025", or from {"title", "since", "until"}. Raises Unreadable."""
    if isinstance(told, Mapping):
        role = RoleRow(_text(told, "title", ROLE_LENGTH), _edge(told.get("since")), _edge(told.get("until"), last=True))
    else:
        role = _written(_text({"role": told}, "role", ROLE_LENGTH + 40))
    if not role.title or len(role.title) > ROLE_LENGTH:
        raise Unreadable(_("Eine Rolle braucht eine Bezeichnung von höchstens %d Zeichen.") % ROLE_LENGTH)
    if role.since and role.until and role.until < role.since:
        raise Unreadable(_("Die Rolle „%s“ endet, bevor sie beginnt.") % role.title)
    return role


def _written(text: str) -> RoleRow:
    found = _TIME.search(text)
    if not found:
        return RoleRow(text)
    part = found.groupdict()
    since, until = part["from"] or part["since"] or part["only"], part["to"] or part["until"] or part["only"]
    return RoleRow(text[: found.start()].strip(), _edge(since), _edge(until, last=True))


def _edge(written: Any, *, last: bool = False) -> date | None:
    """A day, or the first or last one of a year."""
    text = _text({"date": written}, "date", 40)
    if re.fullmatch(r"[1-9]\d{3}", text):
        return date(int(text), 12, 31) if last else date(int(text), 1, 1)
    return _day({"date": text}, "date")


def _day(told: Mapping[str, Any], column: str) -> date | None:
    text = _text(told, column, 40)
    if not text:
        return None
    found = parse_date(text)
    day = found.date() if isinstance(found, datetime) else found
    if not day:
        raise Unreadable(_("„%s“ ist kein Datum; zum Beispiel 1954-07-17.") % text)
    return day


def _text(told: Mapping[str, Any], column: str, longest: int) -> str:
    value = told.get(column)
    if value is not None and not isinstance(value, str | int):
        raise Unreadable(_("In „%s“ steht kein Text.") % column)
    text = "" if value is None else str(value)
    if any(unicodedata.category(char) in {"Cc", "Cs"} and not char.isspace() for char in text):
        raise Unreadable(_("In „%s“ stehen Zeichen, die kein Text sind.") % column)
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    if len(text) > longest:
        raise Unreadable(_("„%(column)s“ ist länger als %(most)d Zeichen.") % {"column": column, "most": longest})
    return text


def _number(told: Mapping[str, Any], column: str, is_one: Any, refusal: str) -> str:
    number = bare_id(_text(told, column, 80))
    if number and not is_one(number):
        raise Unreadable(refusal % number)
    return number


def _aliases(name: str, told: Iterable[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Each once, however it is spelled; and what cannot be a name, such as a page's address."""
    kept, dropped = {fold(name): name}, []
    for written in _few(told, MOST_NAMES):
        alias = in_order(_text({"aliases": written}, "aliases", NAME_LENGTH))
        if alias and (_NO_NAME.search(alias) or not _has_letters(alias)):
            dropped.append(alias)
        elif alias:
            kept.setdefault(fold(alias), alias)
    return tuple(kept.values())[1:], tuple(dict.fromkeys(dropped))


def _has_letters(name: str) -> bool:
    return any(char.isalpha() for char in name)


def _few(told: Any, most: int) -> list[Any]:
    if isinstance(told, str | Mapping) or not isinstance(told, Iterable):
        raise Unreadable(_("Namen und Rollen gehören in eine Liste."))
    listed = list(told)
    if len(listed) > most:
        raise Unreadable(_("Mehr als %d Namen oder Rollen bei einer Person.") % most)
    return listed


def _public(text: str) -> bool | None:
    if text in YES | NO:
        return text in YES
    if text:
        raise Unreadable(_("In „public“ steht weder ja noch nein: „%s“.") % text)
    return None
