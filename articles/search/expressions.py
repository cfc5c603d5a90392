"""What the box can say, as small frozen values: words, names, days, and how they are joined. Pure; knows no operator
by its sign (lexing.py does) and no row of the database (resolving.py does)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from articles.text.analysis import Word

NAMED = ("person", "tag", "desk", "author")


class Trouble(StrEnum):
    """Why a part of what was typed is searched as plain words."""

    OPEN_QUOTE = "open quote"
    BRACKET = "bracket"
    TOO_DEEP = "too deep"
    OPERATOR = "operator"
    NO_VALUE = "no value"
    NO_DATE = "no date"
    STAR = "star"
    TOO_LONG = "too long"
    UNKNOWN = "unknown"  # nobody and nothing of that name


@dataclass(frozen=True, slots=True)
class Hint:
    """What was not understood, and at which character of the box it begins (from 0)."""

    trouble: Trouble
    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands between two blanks, or in quotes: one word, or several that stand side by side in this order."""

    words: tuple[Word, ...]
    joined: frozenset[str] = frozenset()  # the parts written as one word
    is_weak: bool = False  # a word like "der", which may be missing
    prefix: str = ""  # folded; any word that begins so will do as well
    asks: bool = False  # a word like "welche"
    carries: bool = False  # a word like "bedeutet", which may be missing where another asks


@dataclass(frozen=True, slots=True)
class Filed:
    """What is filed under any of these ids, whatever its words are."""

    field: str
    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Term:
    """A unit as it was typed, and what else the archive knows it by."""

    unit: Unit
    text: str
    place: int = 0
    is_phrase: bool = False
    field: str = ""  # "headline" where only that is searched
    synonyms: tuple[Unit, ...] = ()
    filed: tuple[Filed, ...] = ()

    @property
    def is_bare(self) -> bool:
        """A word as it is, of which a longer question may miss one."""
        return not (self.is_phrase or self.field)

    @property
    def units(self) -> tuple[Unit, ...]:
        return (self.unit, *self.synonyms)


@dataclass(frozen=True, slots=True)
class Named:
    """`person:`, `tag:`, `desk:` or `author:`; the ids are found when the question is asked."""

    kind: str
    name: str
    place: int = 0
    ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Dated:
    """Published on the days from first to last."""

    first: date | None = None
    last: date | None = None


Leaf = Term | Named | Dated


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple[Node, ...]


Node = Leaf | Not | All | Either


def leaves(node: Node, wanted: bool = True) -> Iterator[tuple[Leaf, bool]]:
    """Each leaf in order, and whether it is wanted rather than excluded."""
    match node:
        case Not(part):
            yield from leaves(part, not wanted)
        case All(parts) | Either(parts):
            for part in parts:
                yield from leaves(part, wanted)
        case _:
            yield node, wanted


def rebuilt(node: Node, change: Callable[[Leaf], Node]) -> Node:
    """The same with each leaf changed."""
    match node:
        case Not(part):
            return Not(rebuilt(part, change))
        case All(parts) | Either(parts):
            return replace(node, parts=tuple(rebuilt(part, change) for part in parts))
        case _:
            return change(node)


def side_by_side(parts: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    """Each row of parts that belong together, at any depth; what is excluded is in none."""
    yield parts
    for part in parts:
        match part:
            case All(inside):
                yield from side_by_side(inside)
            case Either(inside):
                yield from chain.from_iterable(side_by_side((each,)) for each in inside)
