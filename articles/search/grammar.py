"""The signs of the box read as an expression. Pure; nothing raises: what is no valid expression is words, with a hint.

question := either …          side by side: all must hold, but of many bare words most will do
either   := both [OR both …]
both     := single [AND single …]
single   := [- | NOT] (word | word* | "phrase" | field:value | "(" question ")")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from articles.search.expressions import NAMED, All, Dated, Either, Hint, Named, Node, Not, Term, Trouble, Unit
from articles.search.lexing import Sign, signs
from articles.text.analysis import (
    bare_terms,
    is_interrogative,
    is_question_verb,
    is_stopword,
    joined_terms,
    looked_for,
    surfaces,
)
from articles.text.dates import period

SHORTEST_PREFIX = 3
ONE_DAY = timedelta(days=1)

_END = Sign("end", "", 0)


def parse(typed: str) -> tuple[tuple[Node, ...], tuple[Hint, ...]]:
    """The parts that stand side by side, and what was not understood, in the order of the text."""
    found, hints = signs(typed)
    reader = _Reader(found)
    parts = reader.question()
    return parts, tuple(sorted([*hints, *reader.hints], key=lambda hint: hint.place))


def unit_of(text: str, *, is_phrase: bool = False) -> Unit:
    words = surfaces(text)
    joined = frozenset[str]()
    if len(words) > 1 and not is_phrase and "-" in text:
        joined = frozenset(joined_terms(words, language)[0] for language in ("de", "en", ""))
    weak = len(words) == 1 and is_stopword(words[0])
    asks = not is_phrase and any(map(is_interrogative, words))
    carries = len(words) == 1 and is_question_verb(words[0])
    return Unit(tuple(looked_for(word) for word in words), joined, weak, asks=asks, carries=carries)


class _Reader:
    """Goes over the signs once. `field` is the name before the bracket that is being read."""

    def __init__(self, found: list[Sign]):
        self.signs = [*found, _END]
        self.place = 0
        self.hints: list[Hint] = []

    def kind(self) -> str:
        return self.signs[self.place].kind

    def take(self) -> Sign:
        sign = self.signs[self.place]
        self.place += sign is not _END
        return sign

    def question(self, field: str = "") -> tuple[Node, ...]:
        parts = []
        while self.kind() not in {"close", "end"}:
            parts.append(self.either(field))
        return tuple(part for part in parts if part)

    def either(self, field: str) -> Node | None:
        return self._joined("or", lambda: self.both(field), Either)

    def both(self, field: str) -> Node | None:
        return self._joined("and", lambda: self.single(field), All)

    def single(self, field: str) -> Node | None:
        if self.kind() in {"not", "minus"}:
            self.take()
            part = self._value(field)
            return Not(part) if part else None
        return self._value(field)

    def _joined(self, operator: str, read: Callable[[], Node | None], group: type[All] | type[Either]) -> Node | None:
        parts = [read()]
        while self.kind() == operator:
            self.take()
            parts.append(read())
        return _grouped((part for part in parts if part), group)

    def _value(self, field: str) -> Node | None:
        sign = self.take()
        if sign.kind == "field":
            return self._of_field(sign)
        if sign.kind == "open":
            return self._bracket(field)
        return self._leaf(self._whole_name(sign) if field in NAMED else sign, field)

    def _of_field(self, name: Sign) -> Node | None:
        if self.kind() not in {"word", "phrase", "open"}:
            self.hints.append(Hint(Trouble.NO_VALUE, name.text, name.place))
            return None
        sign = self.take()
        return self._bracket(name.text) if sign.kind == "open" else self._leaf(sign, name.text)

    def _bracket(self, field: str) -> Node | None:
        inside = self.question(field)
        self.take()
        return _grouped(inside, All)

    def _whole_name(self, sign: Sign) -> Sign:
        """In a bracket a name may have several words without quotes."""
        words = [sign.text]
        while sign.kind == self.kind() == "word":
            words.append(self.take().text)
        return sign._replace(text=" ".join(words))

    def _leaf(self, sign: Sign, field: str) -> Node | None:
        if field in {"before", "after"}:
            return self._dated(sign, field)
        if field in NAMED:
            return Named(field, sign.text, sign.place) if surfaces(sign.text) else None
        return self._term(sign, field)

    def _dated(self, sign: Sign, field: str) -> Node | None:
        days = period(sign.text)
        if not days:
            self.hints.append(Hint(Trouble.NO_DATE, sign.text, sign.place))
            return self._term(sign, "")
        first, last = days
        if field == "before":
            return Dated(last=first - ONE_DAY if first > date.min else date.min)
        return Dated(first=last + ONE_DAY if last < date.max else date.max)

    def _term(self, sign: Sign, field: str) -> Term | None:
        is_phrase = sign.kind == "phrase"
        unit = unit_of(sign.text, is_phrase=is_phrase)
        if "*" in sign.text and not is_phrase:
            unit = self._with_prefix(unit, sign)
        return Term(unit, sign.text, sign.place, is_phrase, field) if unit.words else None

    def _with_prefix(self, unit: Unit, sign: Sign) -> Unit:
        """Only the end of one word can be left open."""
        stem, _star, rest = sign.text.partition("*")
        prefix = bare_terms(stem, "")[0]
        if rest or len(prefix) != 1 or len(prefix[0]) < SHORTEST_PREFIX:
            self.hints.append(Hint(Trouble.STAR, sign.text, sign.place))
            return unit
        return replace(unit, prefix=prefix[0], is_weak=False)


def _grouped(parts: Iterable[Node], group: type[All] | type[Either]) -> Node | None:
    found = tuple(parts)
    return group(found) if len(found) > 1 else found[0] if found else None
