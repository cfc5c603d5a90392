"""News passages with labelled people (passages.txt), and the archive that is to know them: all the politicians of the
samples, and those of passages_people.tsv with their roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from articles.bench.people.measures import Measure, compared
from articles.errors import Unreadable
from articles.formats.people import role_of
from articles.formats.people_files import people_in as rows_of
from articles.people.evidence import CERTAIN, Profile, Role, Scene
from articles.people.finding import FoundMention, Matcher, people_in
from articles.vocabulary import Reason

HERE = Path(__file__).parent
_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)|\{([^}]+)\}|[^\[{]+|.", re.DOTALL)
_HEADING = re.compile(r"== (\w+) (\d{4}-\d\d-\d\d)(?: \| (.+))?")
_FIRST_OWN = 1_000_000
"""Ids of people whom the samples lack; the others are called by their line."""
_NEW = frozenset({Reason.NEW_GIVEN, Reason.NEW_OFFICE})


class Passage(NamedTuple):
    """`links` holds (start, key of the person), `new` (start, end) of the names that the archive does not know."""

    kind: str
    day: date
    headline: str
    text: str
    links: frozenset[tuple[int, str]]
    new: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Archive:
    """What is known before reading; `keys` says which people are which in the passages."""

    matcher: Matcher
    keys: dict[int, str]


class _Told(NamedTuple):
    key: str
    number: str
    name: str
    born: date | None
    roles: tuple[Role, ...]


def passages(path: Path = HERE / "passages.txt") -> Iterator[Passage]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        heading, _, text = block.strip().partition("\n")
        if told := _HEADING.fullmatch(heading):
            yield _passage(told[1], date.fromisoformat(told[2]), told[3] or "", text.replace("¬", "\u00ad"))


def _passage(kind: str, day: date, headline: str, marked: str) -> Passage:
    text, links, new = "", set(), set()
    for mark in _MARK.finditer(marked):
        known, key, unknown = mark.groups()
        if known:
            links.add((len(text), key))
        if unknown:
            new.add((len(text), len(text) + len(unknown)))
        text += known or unknown or mark[0]
    return Passage(kind, day, headline, text, frozenset(links), frozenset(new))


def archive(politicians: Path, *, roles: bool = True, few: bool = False) -> Archive:
    """As `import_people` reads the file. `few`: nobody but the people of the passages."""
    told = {person.number or person.key: person for person in _told()}
    names: list[tuple[int, str, str]] = []
    profiles: dict[int, Profile] = {}
    keys: dict[int, str] = {}
    for row in rows_of(politicians):
        if isinstance(row, Unreadable):
            continue
        person = told.pop(row.wikidata, None)
        if few and not person:
            continue
        names += [(row.line, name, row.family_name) for name in (row.name, *row.aliases)]
        held = person.roles if person and roles else ()
        profiles[row.line] = Profile(row.born, row.died, held, row.description)
        keys[row.line] = person.key if person else ""
    for number, person in enumerate(told.values(), start=_FIRST_OWN):
        names.append((number, person.name, ""))
        profiles[number] = Profile(person.born, None, person.roles if roles else ())
        keys[number] = person.key
    return Archive(Matcher(names, profiles), keys)


def _told() -> Iterator[_Told]:
    for line in (HERE / "passages_people.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        key, who, roles = line.split("\t")
        name, _, year = who.partition(", ")
        held = (role_of(role) for role in roles.split("; "))
        number = who if re.fullmatch(r"Q\d+", who) else ""
        yield _Told(
            key,
            number,
            name,
            date(int(year), 1, 1) if year else None,
            tuple(Role(role.title, role.since, role.until) for role in held),
        )


def linked(passage: Passage, archive: Archive) -> Measure:
    """What is confirmed without an editor, by place and person."""
    sure = {
        (found.start, archive.keys[found.person_id])
        for found in _found(passage, archive)
        if found.person_id and found.score >= CERTAIN
    }
    return compared(sure, passage.links)


def introduced(passage: Passage, archive: Archive) -> Measure:
    """New names in full, exact to the letter."""
    new = {(found.start, found.end) for found in _found(passage, archive) if not found.person_id and found.why in _NEW}
    return compared(new, passage.new)


def _found(passage: Passage, archive: Archive) -> list[FoundMention]:
    return people_in({"": passage.text}, archive.matcher, Scene(day=passage.day, aside=passage.headline))
