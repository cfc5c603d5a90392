"""Finds the names the archive knows in a text: very many of them in one pass. Built once, asked often; no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from articles.people.compounds import in_compound, speaks_of_person
from articles.people.evidence import Profile
from articles.people.naming import Name, family_forms, has_no_blanks, parts_of, spellings
from articles.people.tokens import plain_form, plain_word

_GENITIVES = ("", "'s", "s", "'")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}")
_SMALL_AFTER_HYPHEN = re.compile(r"(?<=-)[a-z]")
_NO_NAME = re.compile(r"[^\w.' ]|(?<!\w)'|'(?!\w)")
_TAIL = re.compile(r"(?:-[^\W\d_]+)*-([^\W\d_]+)")


_MOST_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Known:
    """A known name at a place, genitive included; several people may bear it."""

    start: int
    end: int
    name: str
    person_ids: tuple[int, ...]
    is_single: bool = False
    """Of one word: a family name, a stage name."""


@dataclass(slots=True)
class Family:
    """A family name, its particles in `before`, and by whom it is borne: the given names each of them goes by."""

    before: tuple[str, ...]
    name: str
    bearers: dict[int, set[tuple[str, ...]]] = field(default_factory=dict)


class Matcher:
    """Knows names and aliases as (person id, name) or (person id, name, family name). Accents, capitals, kinds of
    blanks, hyphens and apostrophes do not count. `profiles` tell people of one name apart, `rejected` are the (folded)
    names of nobody, and `marker` is the state of the archive that all this was read from."""

    def __init__(
        self,
        names: Iterable[tuple[int, str] | tuple[int, str, str]],
        profiles: Mapping[int, Profile] | None = None,
        *,
        rejected: frozenset[str] = frozenset(),
        marker: str = "",
    ):
        self.profiles, self.rejected, self.marker = profiles or {}, rejected, marker
        self.names: dict[int, str] = {}
        self.family_names: dict[int, set[str]] = {}
        self._families: dict[str, list[Family]] = {}
        self._remembered: dict[str, tuple[tuple[int, int, Family], ...]] = {}
        bearers: dict[str, dict[int, str]] = {}
        for person_id, name, *family in names:
            parts = parts_of(name, *family)
            self.names.setdefault(person_id, name)
            self._add_family(person_id, parts)
            for form in spellings(name):
                if pattern := _pattern(form):
                    bearers.setdefault(pattern, {}).setdefault(person_id, name)
        self._bearers = list(bearers.values())
        self._automaton = AhoCorasick(list(bearers))

    def _add_family(self, person_id: int, parts: Name) -> None:
        for form in family_forms(parts.family) if parts.family else ():
            self.family_names.setdefault(person_id, set()).add(form)
            *before, last = form.split()
            families = self._families.setdefault(plain_word(last), [])
            known = next((known for known in families if known.name == form), None)
            if known is None:
                known = Family(tuple(word.lower() for word in before), form)
                families.append(known)
                families.sort(key=lambda family: -len(family.before))
            known.bearers.setdefault(person_id, set()).add(parts.given)

    def find(self, text: str) -> list[Known]:
        """Known names standing as words of their own; of two that overlap, the longer."""
        plain = plain_form(text)
        matches = self._automaton.find_matches_as_indexes(_normal(plain), overlapping=True)
        return _longest([known for match in matches if (known := self._known(plain, *match))])

    def _known(self, plain: str, pattern: int, start: int, end: int) -> Known | None:
        """`start` and `end` count in the normal form."""
        bearers = self._bearers[pattern]
        name, ids = next(iter(bearers.values())), tuple(bearers)
        if has_no_blanks(name):
            return Known(start - 1, end - 1, name, ids)
        whole = _whole_word(plain, start, end - 1)
        if not whole or _is_hyphened(
            plain[start : end - 1], plain_form(name), compound=plain[whole : whole + 1] == "-"
        ):
            return None
        return Known(start, whole, name, ids, " " not in plain[start:whole].strip())

    def possible_families(self, word: str) -> tuple[tuple[int, int, Family], ...]:
        """The family names whose last word this word of a text may be, the likeliest first, with the stretch of the
        word that is the name. Remembered, for the same words come again and again."""
        known = self._remembered.get(word)
        if known is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            families = ((form, family) for form in forms_of(word) for family in self._families.get(form[0], ()))
            known = self._remembered[word] = tuple((form[1], form[2], family) for form, family in families)
        return known


def forms_of(word: str) -> tuple[tuple[str, int, int], ...]:
    """The family names that a word may be, plain, with the stretch of the word they are: Putins, Putin-Vertrauter."""
    plain = plain_word(word)
    forms = [(plain, 0, len(word))]
    forms += [(plain.removesuffix(end), 0, len(word)) for end in ("'s", "s") if plain.endswith(end) and len(plain) > 3]
    if "-" in plain and (compound := in_compound(word)) is not None:
        forms.append(compound)
    return tuple(forms)


def _pattern(form: str) -> str:
    """As `_normal` makes it of a text, a blank in front; scripts without blanks as they are."""
    plain = plain_form(form)
    if has_no_blanks(plain):
        return plain
    normal = _normal(plain)[1:-1]
    return f" {' '.join(normal.split())}" if normal.strip(" .'") else ""


def _normal(plain: str) -> str:
    """A blank in front, names in capitals written small, whatever parts words a blank; places are one further on."""
    if _CAPITALS.search(plain):
        plain = _CAPITALS.sub(lambda match: plain_word(match[0]), plain)
    if "-" in plain:
        plain = _SMALL_AFTER_HYPHEN.sub(lambda match: match[0].upper(), plain)
    return f" {_NO_NAME.sub(' ', plain)} "


def _whole_word(plain: str, start: int, end: int) -> int:
    """Where the word ends that the match is, its genitive included; 0 if the match is only part of a word."""
    if start > 1 and plain[start - 1] == "-" and plain[start - 2].isalnum():
        return 0
    for genitive in _GENITIVES:
        after = end + len(genitive)
        if plain[end:after] == genitive and _ends(plain, after):
            return after if genitive != "'" else end
    return 0


def _ends(plain: str, end: int) -> bool:
    if end >= len(plain):
        return True
    if plain[end] == "-":
        tail = _TAIL.match(plain, end)
        return not tail or speaks_of_person(tail[1])
    return not (plain[end].isalnum() or plain[end] == "'")


def _is_hyphened(found: str, name: str, *, compound: bool) -> bool:
    """Angela-Merkel-Straße is nobody and so is Anna-Berg, but Angela-Merkel-Vertraute speaks of one."""
    return found.count("-") > name.count("-") and " " not in found and not compound


def _longest(found: list[Known]) -> list[Known]:
    kept: list[Known] = []
    for known in sorted(found, key=lambda known: (known.start, -known.end)):
        if not kept or known.start >= kept[-1].end:
            kept.append(known)
    return kept
