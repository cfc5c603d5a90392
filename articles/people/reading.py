"""An article as the finder reads it: its texts as words, the names in full, and where family names stand alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.people.clearing import Cleared, cleared
from articles.people.context import bears_only_the_name, given_before, given_behind
from articles.people.introduced import FullName, family_of, full_names
from articles.people.matching import Family, Known, Matcher, forms_of
from articles.people.naming import agrees
from articles.people.offices import is_office, is_word
from articles.people.tokens import Token, plain_form, plain_word, tokens_of
from articles.text.sortkeys import fold
from articles.vocabulary import Reason


@dataclass(frozen=True, slots=True)
class Part:
    """One text. `anchor` is None for what is read but holds no mentions, such as the headline."""

    anchor: str | None
    original: str
    cleared: Cleared
    tokens: list[Token]

    @classmethod
    def of(cls, anchor: str | None, text: str) -> Part:
        clear = cleared(text)
        return cls(anchor, text, clear, tokens_of(clear.text))

    @property
    def text(self) -> str:
        return self.cleared.text

    def written(self, start: int, end: int) -> str:
        start, end = self.cleared.span(start, end)
        return self.original[start:end]

    def words(self, start: int, end: int) -> tuple[int, int]:
        """The first and last of the tokens that lie in this stretch of the text."""
        first = bisect_left(self.tokens, start, key=lambda token: token.start)
        last = bisect_left(self.tokens, end, key=lambda token: token.start) - 1
        return min(first, last), last


@dataclass(frozen=True, slots=True)
class Place:
    """A name in full: of the people with these ids, or of somebody new (`key`)."""

    start: int
    end: int
    name: str
    ids: tuple[int, ...] = ()
    why: str = Reason.FULL
    key: str = ""

    @property
    def who(self) -> tuple[int, ...] | str:
        return self.ids or self.key


@dataclass(frozen=True, slots=True)
class Alone:
    """A family name alone: its tokens, and the stretch that is the name (less than a word in Merkel-Regierung)."""

    part: int
    first: int
    last: int
    start: int
    end: int
    form: str
    bearers: tuple[int, ...] = ()
    owns: bool = False
    """In the genitive."""


@dataclass(slots=True)
class Reading:
    """`in_full` holds the places of each part in order; `others` are the family names that somebody else bears here."""

    parts: list[Part]
    in_full: list[list[Place]] = field(default_factory=list)
    alone: list[Alone] = field(default_factory=list)
    others: set[str] = field(default_factory=set)


def read(parts: list[Part], matcher: Matcher) -> Reading:
    surfaces = frozenset(token.text for part in parts for token in part.tokens)
    reading = Reading(parts)
    for number, part in enumerate(parts):
        known = [place for found in matcher.find(part.text) if (place := _known(part, found))]
        named = list(_with_families(reading, number, matcher, known)) if matcher.names else []
        new = [_new(part, full) for full in full_names(part.tokens, surfaces) if not _bears_only(part, full)]
        reading.in_full.append(_longest([*(place for place in known if place.why), *named, *new]))
    return reading


def alone_of(reading: Reading, families: Iterable[str]) -> Iterator[Alone]:
    """Where family names stand alone of people whom the text itself names in full."""
    last_words: dict[str, list[Family]] = {}
    for family in families:
        *before, last = family.split()
        last_words.setdefault(last, []).append(Family(tuple(word.lower() for word in before), family))
    for number, part in enumerate(reading.parts) if last_words else ():
        for position, token in enumerate(part.tokens):
            if token.text[0].isupper():
                for form, start, end in forms_of(token.text):
                    for family in last_words.get(form, ()):
                        if alone := _alone(number, part, position, (start, end), family):
                            yield alone


def _known(part: Part, found: Known) -> Place | None:
    """A name of one word (Pelé, or an alias such as Selenskyj) is judged like a family name alone."""
    first, last = part.words(found.start, found.end)
    written, known = (plain_form(text).lower() for text in (part.text[found.start : found.end], found.name))
    owns = not found.is_single and written[-1] != known[-1]
    if bears_only_the_name(part.tokens, first, last, owns=owns) or (owns and _goes_on(part.tokens, last)):
        return None
    if is_office(part.tokens[first].text) and plain_form(part.tokens[first].text) != found.name.split()[0]:
        return None
    return Place(found.start, found.end, found.name, found.person_ids, "" if found.is_single else Reason.FULL)


def _goes_on(tokens: list[Token], last: int) -> bool:
    """Peter Dodds McCormick is not Peter Dodd's."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return bool(after and after.joined and after.is_capitalised and not (is_word(after.text) or is_office(after.text)))


def _new(part: Part, full: FullName) -> Place:
    start, end = part.tokens[full.first].start, part.tokens[full.last - 1].end
    end += full.name.endswith(".") and part.text[end : end + 1] == "."
    why = Reason.NEW_OFFICE if full.has_office else Reason.NEW_GIVEN
    return Place(start, end, full.name, (), why, _key(full.name))


def _bears_only(part: Part, full: FullName) -> bool:
    last = full.last - 1
    return bears_only_the_name(part.tokens, full.first, last, owns=not full.name.endswith(part.tokens[last].text))


def _key(name: str) -> str:
    """Karl M. Voss and Karl Voss are one."""
    return fold(f"{name.split()[0]} {family_of(name)}")


def _with_families(reading: Reading, number: int, matcher: Matcher, known: list[Place]) -> Iterator[Place]:
    """Names that only a given name or an initial beside the family name makes full; the others are kept as alone."""
    part, singles = reading.parts[number], {place.start: place for place in known if not place.why}
    for position, token in enumerate(part.tokens):
        if not token.text[0].isupper():
            continue
        if singles and (single := singles.get(token.start)):
            reading.alone.append(Alone(number, position, position, token.start, token.end, "", single.ids))
        for start, end, family in matcher.possible_families(token.text):
            if alone := _alone(number, part, position, (start, end), family):
                if place := _named(reading, part, alone, family, matcher):
                    yield place
                break


def _alone(number: int, part: Part, position: int, span: tuple[int, int], family: Family) -> Alone | None:
    first = position - len(family.before)
    if first < 0 or not _precede(part.tokens, first, position, family.before):
        return None
    token = part.tokens[position]
    start = part.tokens[first].start if family.before else token.start + span[0]
    owns = span[1] == len(token.text) and plain_word(token.text) != family.name.split()[-1]
    return Alone(number, first, position, start, token.start + span[1], family.name, tuple(family.bearers), owns)


def _precede(tokens: list[Token], first: int, last: int, words: tuple[str, ...]) -> bool:
    return all(
        tokens[first + place + 1].joined and plain_word(tokens[first + place].text).lower() == word
        for place, word in enumerate(words)
    ) and (tokens[last].is_capitalised)


def _named(reading: Reading, part: Part, alone: Alone, family: Family, matcher: Matcher) -> Place | None:
    """Where a given name goes with it: the bearers whose it is, or, if it is nobody's here, somebody else."""
    start, said = given_before(part.tokens, alone.first)
    behind = given_behind(part.tokens, alone.last)
    if said:
        fitting = tuple(who for who, given in family.bearers.items() if any(agrees(said, own) for own in given))
        if not fitting:
            reading.others.add(alone.form)
            return None
        if bears_only_the_name(part.tokens, start, alone.last, owns=alone.owns):
            return None
        if alone.owns and _goes_on(part.tokens, alone.last):
            return None
        why = Reason.INITIAL if len(said[0].rstrip(".")) == 1 else Reason.FULL
        return Place(part.tokens[start].start, alone.end, matcher.names[fitting[0]], fitting, why)
    fitting = tuple(
        who for who, given in family.bearers.items() if behind and any(own and own[0] == behind for own in given)
    )
    if fitting and alone.end == part.tokens[alone.last].end:
        return Place(alone.start, part.tokens[alone.last + 1].end, matcher.names[fitting[0]], fitting)
    reading.alone.append(alone)
    return None


def _longest(places: list[Place]) -> list[Place]:
    """A longer new name hides a known one inside it; of the same length, the known one stands."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (place.start, -place.end, not place.ids)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def family_forms_of(place: Place, matcher: Matcher) -> set[str]:
    """What the people of a place in full are called for short."""
    if place.ids:
        return {form for who in place.ids for form in matcher.family_names.get(who, ())}
    family = family_of(place.name)
    return {plain_form(family)} if family else set()
