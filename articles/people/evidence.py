"""Who of several people of one name is meant: by office, time, topic and company. Pure; where the facts come from is
surroundings.py's."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from articles.people.offices import is_office
from articles.people.tokens import plain_form

CERTAIN = 1.0
"""The score of a link that needs no second look."""
_DECIDED, _LIKELY = 3.0, 1.5
"""By how much the best must lead the second: to be certain; to be worth suggesting."""
FORMER = "Ex-"
_ENDINGS = ("innen", "in", "en", "em", "er", "es", "e", "s", "n")
_SHORT = 4


class Role(NamedTuple):
    title: str
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date | None) -> bool:
        return day is None or ((not self.since or self.since <= day) and (not self.until or day <= self.until))


@dataclass(frozen=True, slots=True)
class Profile:
    """What the archive knows of a person beside the names."""

    born: date | None = None
    died: date | None = None
    roles: tuple[Role, ...] = ()
    description: str = ""

    def is_possible_on(self, day: date | None) -> bool:
        """Nobody is in the news before birth."""
        return not (day and self.born and day < self.born)


@dataclass(frozen=True, slots=True)
class History:
    """Where a person stood before: tags and desks by id, people by id, with the number of articles."""

    tags: Counter[int] = field(default_factory=Counter)
    desks: Counter[int] = field(default_factory=Counter)
    people: Counter[int] = field(default_factory=Counter)


NOBODY, NOTHING = Profile(), History()


@dataclass(frozen=True, slots=True)
class Scene:
    """What an article is, beside its texts. `aside` is read for names but no mention stands in it: the headline."""

    day: date | None = None
    aside: str = ""
    desk: int | None = None
    tags: frozenset[int] = frozenset()
    histories: Callable[[Collection[int]], Mapping[int, History]] = lambda ids: {}


class Case(NamedTuple):
    """A name of several people: the offices that stand beside it, the words of the article, who else is in it."""

    offices: tuple[str, ...]
    words: frozenset[str]
    others: frozenset[int]


class Choice(NamedTuple):
    """The best, or None; with the share of each, and what spoke for the best."""

    person_id: int | None
    score: float
    shares: dict[int, float]
    signs: tuple[str, ...]


def choose(ids: Iterable[int], profiles: Mapping[int, Profile], scene: Scene, case: Case) -> Choice:
    """Certain only where the best leads clearly; else the shares are for the editor to judge."""
    possible = [who for who in ids if profiles.get(who, NOBODY).is_possible_on(scene.day)]
    histories = scene.histories(possible) if len(possible) > 1 else {}
    signs = {who: _signs(profiles.get(who, NOBODY), histories.get(who, NOTHING), scene, case) for who in possible}
    weights = {who: sum(found.values()) for who, found in signs.items()}
    ranked = sorted(weights, key=lambda who: -weights[who])
    if not ranked:
        return Choice(None, 0.0, {}, ())
    if len(ranked) == 1:
        return Choice(ranked[0], CERTAIN, {ranked[0]: 1.0}, ("time",))
    lead, shares = weights[ranked[0]] - weights[ranked[1]], _shares(weights)
    told = tuple(sign for sign, weight in signs[ranked[0]].items() if weight > 0)
    score = CERTAIN if lead >= _DECIDED else shares[ranked[0]]
    return Choice(ranked[0] if lead >= _LIKELY else None, score, shares, told)


def _shares(weights: Mapping[int, float]) -> dict[int, float]:
    most = max(weights.values())
    raised = {who: math.exp(weight - most) for who, weight in weights.items()}
    return {who: round(value / sum(raised.values()), 2) for who, value in raised.items()}


def _signs(profile: Profile, history: History, scene: Scene, case: Case) -> dict[str, float]:
    """What speaks for somebody (or, below zero, against), each with its weight."""
    return {
        "office": _office(profile, scene.day, case.offices),
        "words": _words(profile, case.words),
        "tags": min(2.0, 4.0 * _share(history.tags, scene.tags)),
        "desk": 1.0 if scene.desk and history.desks and history.desks.most_common(1)[0][0] == scene.desk else 0.0,
        "company": min(3.0, 1.5 * len(case.others & history.people.keys())),
        "time": -3.0 if profile.died and scene.day and scene.day.year > profile.died.year + 1 else 0.0,
    }


def _office(profile: Profile, day: date | None, offices: Iterable[str]) -> float:
    """Held on that day, held before, or another office than all that are known. Of an "Ex-Minister" it is the other
    way round."""
    offices = list(offices)
    weights = [_weight(role, office, day) for role in profile.roles for office in offices if fits(office, role.title)]
    if weights:
        return max(weights)
    if any(fits(office, profile.description) for office in offices):
        return _DECIDED
    return -1.0 if offices and profile.roles else 0.0


def _weight(role: Role, office: str, day: date | None) -> float:
    if day and role.since and day < role.since:
        return -1.0
    is_over = bool(day and role.until and role.until < day)
    return 4.0 if is_over == office.startswith(FORMER) or day is None else 0.5


def is_spoken_of(profile: Profile, words: frozenset[str]) -> bool:
    """Whether the article has a word of what the archive knows of somebody."""
    return _words(profile, words) > 0


def _words(profile: Profile, words: frozenset[str]) -> float:
    """How much of what is known of somebody the article speaks of."""
    own = _telling_stems(" ".join([profile.description, *(role.title for role in profile.roles)]))
    return min(2.5, 1.0 * len(own & words))


def _share(counted: Counter[int], here: frozenset[int]) -> float:
    """The share of this article's tags that the person is known with."""
    return sum(tag in counted for tag in here) / len(here) if here else 0.0


def fits(office: str, title: str) -> bool:
    """ "Kanzlerin" fits "Bundeskanzlerin", "US-Außenminister" fits "Außenminister, 2021–2025"."""
    said = stem_of(office)
    return len(said) >= _SHORT and any(
        own == said or (own.endswith(said) or (said.endswith(own) and len(own) >= _SHORT))
        for own in map(stem_of, title.replace(",", " ").split())
        if len(own) >= _SHORT
    )


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """The last part of a compound with hyphens, without the endings of case, number and gender."""
    stem = plain_form(word).lower().split("-")[-1].strip(".,;:()„“\"'")
    while len(stem) > _SHORT:
        shorter = next((stem.removesuffix(ending) for ending in _ENDINGS if stem.endswith(ending)), stem)
        if shorter == stem or len(shorter) < _SHORT:
            break
        stem = shorter
    return stem


@lru_cache(maxsize=10_000)
def _telling_stems(text: str) -> frozenset[str]:
    """Large words only: what somebody is, and where."""
    words = [word.strip(".,;:()„“\"'") for word in text.split()]
    return frozenset(stem_of(word) for word in words if word[:1].isupper() and (len(word) > _SHORT or is_office(word)))
