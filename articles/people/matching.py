"""Finds the names the archive knows in a text: thousands of them in one pass. Built once, asked often; no database."""

from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from articles.people.tokens import plain_form

_HYPHEN = "-"
_GENITIVES = ("'s", "s", "'")


@dataclass(frozen=True, slots=True)
class Known:
    """A known name at a place, genitive included; several people may bear it."""

    start: int
    end: int
    name: str
    person_ids: tuple[int, ...]


class Matcher:
    """Knows names and aliases as (person id, name). Accents, kinds of blanks, hyphens and apostrophes do not count."""

    def __init__(self, names: Iterable[tuple[int, str]]):
        bearers: dict[str, dict[int, str]] = {}
        for person_id, name in names:
            if plain := " ".join(plain_form(name).split()):
                bearers.setdefault(plain, {}).setdefault(person_id, name)
        self._bearers = list(bearers.values())
        self._automaton = AhoCorasick(list(bearers))

    def find(self, text: str) -> list[Known]:
        """Known names standing as words of their own; of two that overlap, the longer."""
        plain = plain_form(text)
        found = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            whole = _whole_word(plain, start, end)
            if whole:
                bearers = self._bearers[pattern]
                found.append(Known(start, whole, next(iter(bearers.values())), tuple(bearers)))
        return _longest(found)


def _whole_word(plain: str, start: int, end: int) -> int:
    """Where the word ends that the match is, its genitive included; 0 if the match is only part of a word."""
    if start and (plain[start - 1].isalnum() or _is_hyphen_of_word(plain, start - 1)):
        return 0
    for genitive in ("", *_GENITIVES):
        after = end + len(genitive)
        if plain[end:after] == genitive and _ends(plain, after):
            return after if genitive != "'" else end
    return 0


def _ends(plain: str, end: int) -> bool:
    return end >= len(plain) or not (plain[end].isalnum() or plain[end] == "'" or _is_hyphen_of_word(plain, end))


def _is_hyphen_of_word(plain: str, place: int) -> bool:
    """A hyphen with a letter on both sides: Angela-Merkel-Straße is nobody."""
    between = 0 < place < len(plain) - 1 and plain[place] == _HYPHEN
    return between and plain[place - 1].isalnum() and plain[place + 1].isalnum()


def _longest(found: list[Known]) -> list[Known]:
    kept: list[Known] = []
    for known in sorted(found, key=lambda known: (known.start, -known.end)):
        if not kept or known.start >= kept[-1].end:
            kept.append(known)
    return kept
