"""Labelled texts for measuring links: names of real politicians and of the demo archive, put into sentences with
inflection, compounds and namesakes. Deterministic; the people's offices are made up."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from articles.bench.people import sentences
from articles.demo.archive import contents
from articles.people.evidence import Profile, Role
from articles.people.families import is_also_a_word
from articles.people.naming import bare, parts_of

OFFICES = {
    "male": "Minister Staatssekretär Bürgermeister Landrat Generalsekretär Fraktionschef Botschafter Innenminister",
    "female": "Ministerin Staatssekretärin Bürgermeisterin Landrätin Generalsekretärin Fraktionschefin Botschafterin",
}
_SLOT = re.compile(r"<(!?)([A-Z]) (\w+)>|\{([A-Z]) office\}")
_PLAIN_NAME = re.compile(r"[A-ZÄÖÜ][\wäöüß'’-]+(?: [A-ZÄÖÜ][\wäöüß'’-]+| von| der| zu| de| van)* [A-ZÄÖÜ][\wäöüß'’-]+")
_FIRST_NAMES = (
    "Anna",
    "Bernd",
    "Clara",
    "Dieter",
    "Eva",
    "Florian",
    "Greta",
    "Holger",
    "Ines",
    "Jonas",
    "Katrin",
    "Lars",
)


@dataclass(frozen=True)
class Figure:
    """A person of the measured archive. `office` is what the archive and the text call them."""

    id: int
    name: str
    family: str
    gender: str = "male"
    office: str = ""
    aliases: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    """In which the office was held, where the archive knows."""

    @property
    def role(self) -> Role:
        return Role(self.office, *(date(year, 1, 1) for year in self.years or ()))

    @property
    def given(self) -> str:
        return self.name.removesuffix(self.family).strip()


_NOBODY = Figure(0, "", "")


class Label(NamedTuple):
    start: int
    end: int
    person_id: int


@dataclass
class Labelled:
    """A text, and what in it is to be linked to whom; `kind` is the list of sentences it comes from."""

    kind: str
    text: str
    labels: list[Label] = field(default_factory=list)
    day: date | None = None


@dataclass
class MadeSet:
    names: list[tuple[int, str, str]]
    profiles: dict[int, Profile]
    texts: list[Labelled]


def make(politicians: Path, *, seed: int = 1, each: int = 12) -> MadeSet:
    """Two in three politicians are known; `each` texts a sentence."""
    random = Random(f"people {seed}")
    everybody = [*_politicians(politicians, random), *_demo(200_000)]
    random.shuffle(everybody)
    unknown, known = everybody[::3], [person for place, person in enumerate(everybody) if place % 3]
    known += list(_namesakes(known, random))
    known += _successors(known, random)
    cast = _Cast(known, unknown, random)
    texts = [
        text
        for kind, lines, draw in (
            ("named", sentences.POSITIVE, cast.anybody),
            ("only the name", sentences.NEGATIVE, cast.anybody),
            ("words", sentences.WORDS, cast.wordlike),
            ("namesakes", sentences.HOMONYMS, cast.namesakes),
            ("namesakes in one office, one after the other", sentences.TIMES, cast.successors),
        )
        for line in lines.strip().splitlines()
        for _ in range(each)
        for text in [_filled(kind, line, draw(line), random)]
    ]
    names = [(person.id, name, person.family) for person in known for name in (person.name, *person.aliases)]
    profiles = {person.id: Profile(roles=(person.role,)) for person in known if person.office}
    return MadeSet(names, profiles, texts)


def _politicians(path: Path, random: Random) -> Iterator[Figure]:
    """Those whose German name reads as one in Latin letters; every other one has an office that the archive knows."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        name = bare(row["names"].get("de") or row["name"])
        family, gender = parts_of(name).family, row["gender"] if row["gender"] in OFFICES else "male"
        if not _PLAIN_NAME.fullmatch(name) or not name.endswith(parts_of_last(name)) or not family:
            continue
        aliases = tuple(dict.fromkeys(other for other in row["names"].values() if other != name))
        office = random.choice(OFFICES[gender].split()) if number % 2 else ""
        yield Figure(number, name, parts_of_last(name), gender, office, aliases)


def parts_of_last(name: str) -> str:
    """The family name as it is written, with its particles."""
    words = name.split()
    small = [place for place, word in enumerate(words) if word[0].islower()]
    return " ".join(words[small[0] :]) if small else words[-1]


def _demo(first_id: int) -> Iterator[Figure]:
    for number, entry in enumerate(contents()["people"], start=first_id):
        family = entry.get("family_name") or parts_of_last(entry["name"])
        if entry["name"].endswith(family):
            yield Figure(number, entry["name"], family, office=_first_word(entry))


def _first_word(entry: dict) -> str:
    roles = entry.get("roles", ())
    title = roles[0]["title"] if roles else ""
    return title.partition(" ")[0].strip(",")


def _namesakes(known: Sequence[Figure], random: Random) -> Iterator[Figure]:
    """To each of some people another of the very same name, and to each one of the family name, in another office."""
    for number, person in enumerate(random.sample([p for p in known if p.office], 60)):
        others = [office for office in OFFICES[person.gender].split() if office[:5] != person.office[:5]]
        yield Figure(300_000 + number, person.name, person.family, person.gender, random.choice(others))


def _successors(known: Sequence[Figure], random: Random) -> list[Figure]:
    """Two of a name that nobody else has, the one in office after the other."""
    families = Counter(person.family for person in known)
    ours = [person for person in known if person.office and families[person.family] == 1]
    pairs = enumerate(random.sample(ours, 40), start=400_000)
    return [
        replace(
            person,
            id=number + 1_000 * turn,
            years=years,
            aliases=(),
            name=f"{person.name}dahl",
            family=f"{person.family}dahl",
        )
        for number, person in pairs
        for turn, years in enumerate([(1990, 1999), (2005, 2015)])
    ]


class _Cast:
    """Draws people for the letters of a sentence."""

    def __init__(self, known: Sequence[Figure], unknown: Sequence[Figure], random: Random):
        self.random, self.unknown = random, unknown
        self.by_family: dict[str, list[Figure]] = {}
        for person in known:
            self.by_family.setdefault(person.family, []).append(person)
        full = Counter(person.name for person in known)
        self.alone = [p for p in known if full[p.name] == 1 and not is_also_a_word(p.family.split()[-1])]
        self.in_turn = [p for p in known if p.years]
        self.doubled = [p for p in known if full[p.name] > 1 and not p.years]
        self.words = [p for p in known if full[p.name] == 1 and is_also_a_word(p.family) and p.office]
        self.shared = [
            people
            for people in self.by_family.values()
            if len({person.office[:5] for person in people if person.office and not person.years}) > 1
        ]

    def anybody(self, line: str) -> dict[str, Figure]:
        """Where a sentence says no full name, people whose family name nobody else in the archive has."""
        among = self.alone if "full" in line else [p for p in self.alone if len(self.by_family[p.family]) == 1]
        first, second = self.random.sample(among, 2)
        while second.family == first.family:
            second = self.random.choice(among)
        return {"A": first, "B": second, "U": self._unknown(), "Z": first}

    def wordlike(self, line: str) -> dict[str, Figure]:
        return {"W": self.random.choice([p for p in self.words if len(self.by_family[p.family]) == 1])}

    def namesakes(self, line: str) -> dict[str, Figure]:
        """Two of one family name, at times of one full name, in different offices."""
        if "<!A full>" in line:
            return {"A": self.random.choice(self.doubled)}
        people = [person for person in self.random.choice(self.shared) if person.office]
        first = self.random.choice(people)
        others = [person for person in people if person.office[:5] != first.office[:5]]
        return {"A": first, "C": self.random.choice(others)} if others else self.namesakes(line)

    def successors(self, line: str) -> dict[str, Figure]:
        return {"A": self.random.choice(self.in_turn)}

    def _unknown(self) -> Figure:
        person = self.random.choice(self.unknown)
        return person if person.family not in self.by_family else self._unknown()


def _filled(kind: str, line: str, cast: dict[str, Figure], random: Random) -> Labelled:
    made, text, end = Labelled(kind, ""), "", 0
    if years := cast.get("A", _NOBODY).years:
        made.day = date(random.randint(years[0] + 1, years[1] - 1), 6, 1)
    for slot in _SLOT.finditer(line):
        text, end = text + line[end : slot.start()], slot.end()
        if slot[4]:
            text += cast[slot[4]].office or ("Abgeordneter" if cast[slot[4]].gender == "male" else "Abgeordnete")
            continue
        person = cast[slot[2]]
        written = _FORMS[slot[3]](person, random)
        if not slot[1]:
            made.labels.append(Label(len(text), len(text) + len(written), person.id))
        text += written
    made.text = text + line[end:]
    return made


def _other_given(person: Figure, random: Random) -> str:
    return f"{random.choice([name for name in _FIRST_NAMES if name not in person.name])} {person.family}"


def _genitive(name: str) -> str:
    return f"{name}’" if name.endswith(("s", "ß", "x", "z")) else f"{name}s"


def _soft(word: str) -> str:
    return f"{word[:3]}\u00ad{word[3:]}"


_FORMS: dict[str, Callable[[Figure, Random], str]] = {
    "full": lambda person, random: person.name,
    "fulls": lambda person, random: _genitive(person.name),
    "family": lambda person, random: person.family,
    "familyonly": lambda person, random: person.family,
    "word": lambda person, random: person.family,
    "familys": lambda person, random: _genitive(person.family),
    "initial": lambda person, random: f"{person.given[0]}. {person.family}",
    "caps": lambda person, random: person.name.upper(),
    "familycaps": lambda person, random: person.family.upper(),
    "reversed": lambda person, random: f"{person.family}, {person.given}",
    "soft": lambda person, random: f"{person.given} {_soft(person.family)}",
    "familysoft": lambda person, random: _soft(person.family),
    "alias": lambda person, random: next(iter(person.aliases), person.name),
    "givenfamilydash": lambda person, random: person.name.replace(" ", "-"),
    "withfamily": _other_given,
}
