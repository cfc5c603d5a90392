"""Ages that a text gives with a name: "Wolfgang Schäuble, 17, aus Gera" is not the minister. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from articles.people.evidence import NOBODY, Profile
from articles.people.reading import Place, Reading

_BEHIND = re.compile(r"(?:s|'s)?(?:, | \()(\d{1,2})(?=[,)]| Jahre)")
_BEFORE = re.compile(r"(\d{1,2})[- ]?[jJ]ährigen?[mrs]?(?: [\w-]+)? $")
_FARTHEST = 45
"""Letters before a name in which its age is looked for."""
_INEXACT = 2
"""Years by which ages in a newspaper are wrong."""


def too_old_or_young(reading: Reading, profiles: Mapping[int, Profile], day: date | None) -> frozenset[int]:
    """The people whom the ages in the text cannot mean, unless another place gives their own."""
    wrong, right = set(), set()
    for age, place in _said(reading) if day else ():
        for who in place.ids:
            born = profiles.get(who, NOBODY).born
            if born and day:
                (right if abs(day.year - born.year - age) <= _INEXACT else wrong).add(who)
    return frozenset(wrong - right)


def _said(reading: Reading) -> Iterator[tuple[int, Place]]:
    for part, places in zip(reading.parts, reading.in_full, strict=True):
        for place in places:
            if place.ids and (age := age_of(part.text, place.start, place.end)):
                yield age, place


def age_of(text: str, start: int, end: int) -> int | None:
    """Of "Anna Berg (17)", "Anna Berg, 17, " and "die 17-jährige Anna Berg"."""
    found = _BEHIND.match(text, end)
    if not found and "ährige" in text[max(0, start - _FARTHEST) : start]:
        found = _BEFORE.search(text[max(0, start - _FARTHEST) : start])
    return int(found[1]) if found else None
