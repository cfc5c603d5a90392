"""Who is named in an article: people the archive knows and people the text introduces, each place with its words, how
sure that is and why.

The seam: other ways of finding may replace what is behind `people_in` and `Matcher`. No database; what the archive
knows of people comes with the matcher and the scene, and what an editor has decided is linking.py's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from articles.people.acting import (
    ends_there,
    hints_at_something_else,
    reads_as_common_word,
    says_or_does,
    stands_as_a_person,
)
from articles.people.ages import too_old_or_young
from articles.people.context import follows_a_thing, has_article, is_the_person, offices_near
from articles.people.evidence import CERTAIN, NOBODY, Case, Choice, Scene, choose, fits, is_spoken_of, stem_of
from articles.people.families import common_families, is_also_a_word, is_telling
from articles.people.matching import Matcher
from articles.people.offices import is_address, is_trade
from articles.people.reading import Alone, Part, Place, Reading, alone_of, family_forms_of, read
from articles.people.tokens import bare_word, plain_form
from articles.vocabulary import Reason

__all__ = ["FoundMention", "Matcher", "Scene", "people_in"]

_SCORES = {Reason.NEW_OFFICE: 0.95, Reason.NEW_GIVEN: 0.9, Reason.FAMILY: 0.9}
"""Of people the archive does not know; about the share of them that is right (docs/people.md)."""
_LIKELY = 0.7
"""A telling family name that nothing speaks for or against."""
_DOUBTFUL = 0.6
"""An office and a family name that many bear, or an office that the archive does not know this person in."""


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A person's name at a place. `person_id` is None for somebody new, and where several people may be meant."""

    anchor: str
    start: int
    end: int
    surface: str
    person_id: int | None
    name: str
    score: float = CERTAIN
    why: str = Reason.FULL
    evidence: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class _Who:
    """Whom a name means: one person, somebody new, or nobody in particular."""

    name: str
    person_id: int | None = None
    score: float = CERTAIN
    why: str = Reason.FULL
    evidence: Mapping[str, Any] = field(default_factory=dict, hash=False)


def people_in(texts: Mapping[str, str], matcher: Matcher, scene: Scene | None = None) -> list[FoundMention]:
    """Everybody named in an article's texts (anchor to plain text, in the article's order).

    A family name alone counts where somebody is named in full in the article, or by office and family name, unless two
    are who share it; or where the archive knows one person of that name and the name is telling.
    """
    scene = scene or Scene()
    parts = [Part.of(None, scene.aside)] if scene.aside else []
    parts += [Part.of(anchor, text) for anchor, text in texts.items()]
    return _Finder(read(parts, matcher), matcher, scene).mentions()


class _Finder:
    """Decides for one article whom its names mean."""

    def __init__(self, reading: Reading, matcher: Matcher, scene: Scene):
        self.reading, self.matcher, self.scene = reading, matcher, scene
        self.whole: dict[tuple[int, ...] | str, _Who] = {}
        self.owners: dict[str, dict[tuple[int, ...] | str, _Who]] = {}
        self.others_by_age = too_old_or_young(reading, matcher.profiles, scene.day)
        self.introduced: dict[tuple[int, ...] | str, tuple[int, int]] = {}
        full = (place for places in reading.in_full for place in places if place.why == Reason.FULL)
        self.named = {who for place in full for who in place.ids}
        self.certain = {place.ids[0] for places in reading.in_full for place in places if len(place.ids) == 1}

    def mentions(self) -> list[FoundMention]:
        found: list[list[tuple[int, int, _Who]]] = [[] for _ in self.reading.parts]
        for number, places in enumerate(self.reading.in_full):
            for place in places:
                if who := self._in_full(number, place):
                    found[number].append((place.start, place.end, who))
        for alone, who in self._alone():
            found[alone.part].append((alone.start, alone.end, self._doubted(alone, who)))
        return [
            _mention(part, *place)
            for part, places in zip(self.reading.parts, found, strict=True)
            if part.anchor is not None
            for place in sorted(places, key=lambda place: place[:2])
        ]

    def _doubted(self, alone: Alone, who: _Who) -> _Who:
        """After an article or a noun a family name may be any thing that is called so."""
        tokens = self.reading.parts[alone.part].tokens
        is_whole = alone.end == tokens[alone.last].end
        if who.score < CERTAIN or not is_whole:
            return who
        first, last = alone.first, alone.last
        doubtful = has_article(tokens, first) or follows_a_thing(tokens, first, last)
        doubtful = doubtful or reads_as_common_word(tokens, first, last, owns=alone.owns)
        return replace(who, score=_LIKELY) if doubtful else who

    def _in_full(self, number: int, place: Place) -> _Who | None:
        """Judged once for the article, but for a name of several people that stands with an office; None where nobody
        of that name was born yet."""
        who = self.whole.get(place.who) or self._judged(place)
        if who is None:
            return None
        if self._is_doubtful_initial(place):
            who = replace(who, score=_DOUBTFUL, why=place.why)
        else:
            self.whole[place.who] = who
        if len(place.ids) > 1:
            offices = offices_near(
                self.reading.parts[number].tokens, *self.reading.parts[number].words(place.start, place.end)
            )
            who = (offices and self._chosen(place.ids, place.name, offices)) or who
        self.introduced.setdefault(_key_of(who, place), (number, place.start))
        for form in family_forms_of(place, self.matcher):
            self.owners.setdefault(form, {})[_key_of(who, place)] = who
        return replace(who, why=place.why) if who.why in {Reason.FULL, Reason.INITIAL} and place.ids else who

    def _is_doubtful_initial(self, place: Place) -> bool:
        """ "W. Müller": many are called so, and nothing else in the article names the one we know."""
        is_common = place.why == Reason.INITIAL and plain_form(place.name.split()[-1]) in common_families()
        return is_common and len(place.ids) == 1 and place.ids[0] not in self.named

    def _judged(self, place: Place) -> _Who | None:
        if not place.ids:
            return _Who(place.name, score=_SCORES[Reason(place.why)], why=place.why)
        named = self.certain & set(place.ids)
        if len(place.ids) > 1 and len(named) != 1:
            return self._chosen(place.ids, place.name, self._offices_of(place))
        if len(place.ids) > 1:
            return _Who(self.matcher.names[min(named)], min(named), why=Reason.CHOSEN, evidence={"signs": ["full"]})
        if not self._is_possible(place.ids[0]):
            return None
        score = _DOUBTFUL if self._has_another_calling(place) else CERTAIN
        return _Who(self.matcher.names[place.ids[0]], place.ids[0], score, place.why)

    def _has_another_calling(self, place: Place) -> bool:
        """ "Bäckermeister Helmut Schmidt", if the archive knows offices of that name only."""
        profile = self.matcher.profiles.get(place.ids[0], NOBODY)
        offices = self._offices_of(place) if profile.roles or profile.description else ()
        return bool(offices) and all(map(is_trade, offices)) and not self._holds(place.ids[0], offices)

    def _is_possible(self, person_id: int) -> bool:
        if person_id in self.others_by_age:
            return False
        return self.matcher.profiles.get(person_id, NOBODY).is_possible_on(self.scene.day)

    def _chosen(self, ids: Sequence[int], name: str, offices: tuple[str, ...]) -> _Who | None:
        ids = [who for who in ids if who not in self.others_by_age]
        choice = choose(ids, self.matcher.profiles, self.scene, Case(offices, self.stems, frozenset(self.certain)))
        if not choice.shares:
            return None
        if choice.person_id is None:
            return _Who(name, None, choice.score, Reason.HOMONYM, _evidence(choice))
        self.certain |= {choice.person_id} if choice.score == CERTAIN else set()
        return _Who(
            self.matcher.names[choice.person_id], choice.person_id, choice.score, Reason.CHOSEN, _evidence(choice)
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of the large words of the article."""
        tokens = (token.text for part in self.reading.parts for token in part.tokens)
        return frozenset(stem_of(word) for word in tokens if word[0].isupper())

    def _offices_of(self, place: Place) -> tuple[str, ...]:
        """Those beside any place of this name."""
        return tuple(
            office
            for part, places in zip(self.reading.parts, self.reading.in_full, strict=True)
            for same in places
            if same.ids == place.ids
            for office in offices_near(part.tokens, *part.words(same.start, same.end))
        )

    def _alone(self) -> Iterator[tuple[Alone, _Who]]:
        """First those with an office, for they tell who is meant by the others."""
        waiting = []
        new = [form for form, owners in self.owners.items() if any(who.person_id is None for who in owners.values())]
        candidates = [*self.reading.alone, *alone_of(self.reading, new)]
        for alone in self._free(candidates) if candidates else ():
            who = self._by_office(alone)
            if who:
                yield alone, who
            else:
                waiting.append(alone)
        first_look = [(alone, self._by_family(alone)) for alone in waiting]
        for alone, who in first_look:
            if who := who if who and who.score == CERTAIN else self._by_family(alone):
                yield alone, who

    def _free(self, candidates: Iterable[Alone]) -> Iterator[Alone]:
        """Those outside every full name that read as a person's name; of two that overlap, the longer."""
        taken = [{at for place in places for at in range(place.start, place.end)} for places in self.reading.in_full]
        for alone in sorted(candidates, key=self._preferred):
            tokens = self.reading.parts[alone.part].tokens
            if alone.start in taken[alone.part] or alone.end - 1 in taken[alone.part]:
                continue
            if is_the_person(tokens, alone.first, alone.last, is_known=bool(alone.bearers), owns=alone.owns):
                taken[alone.part].update(range(alone.start, alone.end))
                yield alone

    def _preferred(self, alone: Alone) -> tuple[int, int, int, bool]:
        """In the order of the text, the longer first; Rowlands is Rowland's where Rowland is named."""
        return alone.part, alone.start, -alone.end, not self.owners.get(alone.form)

    def _by_office(self, alone: Alone) -> _Who | None:
        """ "Kanzler Scholz", where nobody of that family is named in full, or not the one who held the office."""
        if not alone.bearers:
            return None
        tokens = self.reading.parts[alone.part].tokens
        near = offices_near(tokens, alone.first, alone.last)
        offices = tuple(office for office in near if not is_address(office))
        possible = [who for who in alone.bearers if self._is_possible(who)]
        if not offices or not possible:
            return None
        fitting = [who for who in possible if self._holds(who, offices)]
        if alone.form in self.reading.others and len(fitting) != 1:
            return None
        owners = {who.person_id: who for who in self._owners(alone)}
        here = [who for who in fitting if who in owners]
        if owners and (here or not fitting):
            return owners[here[0]] if len(fitting) == 1 else None
        if len(possible) > 1:
            who = self._chosen(possible, self._said(alone), offices)
        else:
            who = self._only(possible[0], alone, offices, fits_role=bool(fitting))
        if who and who.score == CERTAIN:
            self.owners.setdefault(alone.form, {})[(who.person_id or 0,)] = who
            self.introduced.setdefault((who.person_id or 0,), (alone.part, alone.start))
        return who

    def _only(self, person_id: int, alone: Alone, offices: tuple[str, ...], *, fits_role: bool) -> _Who:
        known_roles = self.matcher.profiles.get(person_id, NOBODY).roles
        tokens = self.reading.parts[alone.part].tokens
        sure = fits_role or (not known_roles and self._is_telling(alone) and ends_there(tokens, alone.last))
        score = CERTAIN if sure else _DOUBTFUL
        return _Who(self.matcher.names[person_id], person_id, score, Reason.OFFICE, {"office": offices[0]})

    def _holds(self, person_id: int, offices: Iterable[str]) -> bool:
        profile = self.matcher.profiles.get(person_id, NOBODY)
        titles = [*(role.title for role in profile.roles), profile.description]
        return any(fits(office, title) for office in offices for title in titles)

    def _owners(self, alone: Alone) -> list[_Who]:
        named = list(self.owners.get(alone.form, {}).values())
        if alone.form or not alone.bearers:
            return named
        return [who for owners in self.owners.values() for who in owners.values() if who.person_id in alone.bearers][:1]

    def _by_family(self, alone: Alone) -> _Who | None:
        owners = self._owners(alone)
        if len(owners) == 1:
            who = owners[0]
            if who.why == Reason.ONLY and self._may_be_else(alone):
                return None
            if who.why in {Reason.HOMONYM, Reason.ONLY}:
                return who
            return replace(who, why=Reason.FAMILY, evidence={**who.evidence, "name": who.name})
        if owners:
            return self._the_first(alone) or self._between(alone, owners)
        return self._in_archive(alone)

    def _the_first(self, alone: Alone) -> _Who | None:
        """Until the second of a family is introduced, the first is meant."""
        place = (alone.part, alone.start)
        owners = self.owners.get(alone.form, {}).items()
        before = [who for key, who in owners if key in self.introduced and self.introduced[key] < place]
        if len(before) != 1 or not before[0].person_id or before[0].why == Reason.ONLY:
            return None
        return replace(before[0], why=Reason.FAMILY, evidence={**before[0].evidence, "name": before[0].name})

    def _may_be_else(self, alone: Alone) -> bool:
        """ "Fidel Castro", where only "Castro sagte" was taken for the one we know."""
        tokens = self.reading.parts[alone.part].tokens
        return hints_at_something_else(tokens, alone.first, alone.last, alone.owns)

    def _between(self, alone: Alone, owners: Sequence[_Who]) -> _Who | None:
        """Two of one family name are in the article: the office may tell, else the editor, if both are known."""
        ids = [who.person_id for who in owners if who.person_id]
        if len(ids) < len(owners):
            return None
        tokens = self.reading.parts[alone.part].tokens
        offices = offices_near(tokens, alone.first, alone.last)
        fitting = [who for who in owners if who.person_id and self._holds(who.person_id, offices)]
        if len(fitting) == 1:
            return replace(fitting[0], why=Reason.OFFICE, evidence={"office": offices[0]})
        shares = {str(who): round(1 / len(ids), 2) for who in ids}
        return _Who(self._said(alone), None, 1 / len(ids), Reason.HOMONYM, {"candidates": shares})

    def _in_archive(self, alone: Alone) -> _Who | None:
        """Nobody of that family is in the article: one telling name of one person in the archive is enough."""
        possible = [who for who in alone.bearers if self._is_possible(who)]
        if len(possible) != 1 or alone.form in self.reading.others or not self._is_telling(alone):
            return None
        tokens = self.reading.parts[alone.part].tokens
        part_of_word = alone.end < tokens[alone.last].end
        sure = stands_as_a_person(tokens, alone.first, alone.last, owns=alone.owns, in_compound=part_of_word)
        if not sure and (self._is_word(alone) or hints_at_something_else(tokens, alone.first, alone.last, alone.owns)):
            return None
        if sure and not says_or_does(tokens, alone.first, alone.last, owns=alone.owns):
            sure = is_spoken_of(self.matcher.profiles.get(possible[0], NOBODY), self.stems)
        who = _Who(self.matcher.names[possible[0]], possible[0], CERTAIN if sure else _LIKELY, Reason.ONLY)
        if sure and alone.form:
            self.owners.setdefault(alone.form, {})[(possible[0],)] = who
        return who

    def _is_word(self, alone: Alone) -> bool:
        return is_also_a_word(self._said(alone).split()[-1])

    def _said(self, alone: Alone) -> str:
        """The family name with its accents, in the nominative."""
        return bare_word(self.reading.parts[alone.part].written(alone.start, alone.end), owns=alone.owns)

    def _is_telling(self, alone: Alone) -> bool:
        """As it is written and without accents."""
        written = self._said(alone)
        return is_telling(alone.form or written) and is_telling(written)


def _key_of(who: _Who, place: Place) -> tuple[int, ...] | str:
    return (who.person_id,) if who.person_id else place.who


def _evidence(choice: Choice) -> dict[str, Any]:
    shares = {str(who): share for who, share in sorted(choice.shares.items(), key=lambda item: -item[1])}
    return {"candidates": shares, "signs": list(choice.signs)}


def _mention(part: Part, start: int, end: int, who: _Who) -> FoundMention:
    """In places and words of the text as it is written, soft hyphens and all."""
    assert part.anchor is not None
    place, surface = part.cleared.span(start, end), part.written(start, end)
    return FoundMention(part.anchor, *place, surface, who.person_id, who.name, who.score, who.why, who.evidence)
