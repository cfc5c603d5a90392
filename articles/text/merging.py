"""Two changes of the same thing brought together: what does not overlap is merged, what does is asked. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MINE, THEIRS, SAME, CONFLICT = "mine", "theirs", "same", "conflict"


@dataclass(frozen=True, slots=True)
class Passage:
    """A section's text."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two texts are not alike; None is "not there". `outcome` says whose is taken, or that it must be asked."""

    key: str
    base: Any
    mine: Any
    theirs: Any
    outcome: str


@dataclass(frozen=True, slots=True)
class Merged:
    """`values` has an entry for each key that is left; where there is a conflict it is mine until it is decided."""

    values: dict[str, Any]
    differences: tuple[Difference, ...] = ()

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if one.outcome == CONFLICT)


def whose(base: Any, mine: Any, theirs: Any) -> str:
    """Whose value holds: the one who changed it. Both alike is no conflict, both otherwise is one."""
    if mine == theirs:
        return SAME
    if mine == base:
        return THEIRS
    return MINE if theirs == base else CONFLICT


def merge(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merged:
    """Key by key. The order of keys is that of mine, then what only they have."""
    return _merge_with(lambda b, m, t: (whose(b, m, t), None), base, mine, theirs)


def merge_list(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Merged:
    """What is on a list or not, and in which order."""
    sides = [{key: key for key in keys} for keys in (base, mine, theirs)]
    return _in_order(merge(*sides), base, mine, theirs)


def merge_passages(base: Mapping[str, Passage], mine: Mapping[str, Passage], theirs: Mapping[str, Passage]) -> Merged:
    """Sections by anchor; a heading changed here and a body changed there go together."""
    return _in_order(_merge_with(_whose_passage, base, mine, theirs), list(base), list(mine), list(theirs))


def _in_order(merged: Merged, base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Merged:
    """Where both sides moved things otherwise, in mine, with a difference under ORDER."""
    order, outcome = merge_order(base, mine, theirs, merged.values)
    values = {key: merged.values[key] for key in order}
    if outcome != CONFLICT:
        return Merged(values, merged.differences)
    moved = Difference(ORDER, tuple(base), tuple(mine), tuple(theirs), CONFLICT)
    return Merged(values, (*merged.differences, moved))


ORDER = ""
"""The key under which a disagreement about the order is reported; no section has it."""

Judge = Callable[[Any, Any, Any], tuple[str, Any]]
"""Says whose value holds, or gives one made of both."""


def _merge_with(judge: Judge, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merged:
    values: dict[str, Any] = {}
    differences: list[Difference] = []
    for key in dict.fromkeys([*mine, *theirs]):
        was, here, there = base.get(key), mine.get(key), theirs.get(key)
        outcome, made = judge(was, here, there)
        kept = made if made is not None else there if outcome == THEIRS else here
        kept = there if kept is None and outcome == CONFLICT else kept
        if kept is not None:
            values[key] = kept
        if outcome != SAME:
            differences.append(Difference(key, was, here, there, outcome))
    return Merged(values, tuple(differences))


BOTH = "both"
"""An outcome of its own: something of mine and something of theirs, neither lost."""


def _whose_passage(base: Passage | None, mine: Passage | None, theirs: Passage | None) -> tuple[str, Passage | None]:
    outcome = whose(base, mine, theirs)
    if outcome != CONFLICT or not (base and mine and theirs):
        return outcome, None
    heading = whose(base.heading, mine.heading, theirs.heading)
    body = whose(base.body, mine.body, theirs.body)
    if CONFLICT in {heading, body}:
        return CONFLICT, None
    return BOTH, Passage(
        theirs.heading if heading == THEIRS else mine.heading, theirs.body if body == THEIRS else mine.body
    )


def merge_order(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], kept: Iterable[str]
) -> tuple[list[str], str]:
    """The kept keys in order, and whose order it is. What one side added stands behind what it stood behind there."""
    shared = set(mine) & set(theirs)
    among = [[key for key in keys if key in shared] for keys in (mine, theirs)]
    first = [key for key in base if key in shared]
    outcome = whose(first, *among)
    if outcome == CONFLICT and set(first) != shared:  # both have what the base had not
        outcome = MINE
    leading, other = (theirs, mine) if outcome == THEIRS else (mine, theirs)
    return _woven(leading, other, set(kept)), outcome


def _woven(leading: Sequence[str], other: Sequence[str], kept: set[str]) -> list[str]:
    order = [key for key in leading if key in kept]
    place = 0
    for key in other:
        if key in order:
            place = order.index(key) + 1
        elif key in kept:
            order.insert(place, key)
            place += 1
    return order
