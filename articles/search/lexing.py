"""The box cut into signs: words, phrases, brackets, operators, field names. Pure and linear. What does not pair up is
no sign but part of the words, with a hint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.search.expressions import Hint, Trouble

LONGEST = 400
MOST_VALUES = 32
DEEPEST = 8

FIELDS = {
    **dict.fromkeys(("headline", "titel"), "headline"),
    "person": "person",
    **dict.fromkeys(("tag", "schlagwort"), "tag"),
    **dict.fromkeys(("desk", "ressort"), "desk"),
    **dict.fromkeys(("author", "autorin", "autor"), "author"),
    **dict.fromkeys(("before", "vor"), "before"),
    **dict.fromkeys(("after", "nach"), "after"),
}
OPERATORS = {"AND": "and", "UND": "and", "OR": "or", "ODER": "or", "NOT": "not", "NICHT": "not"}

_NOTHING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]|\\s")
_SAME_SIGNS = str.maketrans(dict.fromkeys("„“”«»‟＂", '"') | {"（": "(", "）": ")", "：": ":", "−": "-"})
_SINGLE_QUOTED = re.compile(r"(?<!\w)[‚‘‹›]([^\"‚‘’‹›]*+)[‘’‹›](?!\w)")
_SIGN = re.compile(
    rf"""(?P<minus>(?<![^ (])-(?=[^ )-]))
    | "(?P<phrase>[^"]*+)"
    | (?P<quote>")
    | (?P<open>\()
    | (?P<close>\))
    | (?P<field>(?<![^ (-])(?i:{"|".join(FIELDS)}):(?=[^ )]))
    | (?P<word>[^ "()]++(?:\([^ "()]*+\)[^ "()]*+)*+)""",
    re.VERBOSE,
)

_BEGINS = frozenset({"word", "phrase", "open", "field"})
_BEGINS_OR_NOT = _BEGINS | {"not", "minus"}
_ENDS = frozenset({"word", "phrase", "close"})
_OPERATORS = frozenset({"and", "or", "not", "minus"})


class Sign(NamedTuple):
    """`kind`: word, phrase, open, close, field, minus, and, or, not. A field's `text` is its English name."""

    kind: str
    text: str
    place: int


def signs(typed: str) -> tuple[list[Sign], list[Hint]]:
    """Brackets are in pairs and at most eight deep; AND and OR stand between two things, NOT and - before one; there
    are at most 32 words and phrases."""
    hints: list[Hint] = []
    found = list(_placed(_paired(_cut(typed, hints), hints), hints))
    return found, hints


def plain(typed: str) -> str:
    """Character by character the same, with one kind of blank, quote and bracket."""
    text = _NOTHING.sub(" ", typed).translate(_SAME_SIGNS)
    return _SINGLE_QUOTED.sub(r'"\1"', text)


def _cut(typed: str, hints: list[Hint]) -> list[Sign]:
    text, values = plain(typed[:LONGEST]), 0
    found: list[Sign] = []
    for match in _SIGN.finditer(text):
        sign = _sign(match, hints)
        values += sign.kind in {"word", "phrase"}
        if values > MOST_VALUES:
            hints.append(Hint(Trouble.TOO_LONG, sign.text, sign.place))
            return found
        found += [sign] if sign.kind != "quote" else []
    if len(typed) > LONGEST:
        hints.append(Hint(Trouble.TOO_LONG, "", LONGEST))
    return found


def _sign(match: re.Match[str], hints: list[Hint]) -> Sign:
    kind = match.lastgroup or ""
    text, place = match[kind], match.start()
    if kind == "field":
        return Sign(kind, FIELDS[text[:-1].lower()], place)
    if kind == "word":
        if text[-1] == ":" and text[:-1].lower() in FIELDS:
            hints.append(Hint(Trouble.NO_VALUE, text, place))
        return Sign(OPERATORS.get(text, kind), text, place)
    if kind == "quote":
        hints.append(Hint(Trouble.OPEN_QUOTE, text, place))
    return Sign(kind, text, place + (kind == "phrase"))


def _paired(found: Sequence[Sign], hints: list[Hint]) -> list[Sign]:
    """Without brackets that stand alone, and without the pairs that lie too deep."""
    opened: list[int] = []
    dropped: set[int] = set()
    for place, sign in enumerate(found):
        if sign.kind == "open":
            opened.append(place)
        elif sign.kind == "close" and not opened:
            dropped.add(place)
            hints.append(Hint(Trouble.BRACKET, sign.text, sign.place))
        elif sign.kind == "close" and len(opened) > DEEPEST:
            dropped |= {opened[-1], place}
            hints.append(Hint(Trouble.TOO_DEEP, sign.text, found[opened.pop()].place))
        elif sign.kind == "close":
            opened.pop()
    hints += [Hint(Trouble.BRACKET, "(", found[place].place) for place in opened]
    dropped.update(opened)
    return [sign for place, sign in enumerate(found) if place not in dropped]


def _placed(found: Sequence[Sign], hints: list[Hint]) -> Iterator[Sign]:
    """Operators that join or exclude nothing are words, as far as there is room for more."""
    room = MOST_VALUES - sum(sign.kind in {"word", "phrase"} for sign in found)
    for before, sign, behind in zip([None, *found], found, [*found[1:], None], strict=False):
        begins = behind is not None and behind.kind in (_BEGINS if sign.kind in {"not", "minus"} else _BEGINS_OR_NOT)
        ends = before is not None and before.kind in _ENDS
        if sign.kind not in _OPERATORS or (begins and (ends or sign.kind in {"not", "minus"})):
            yield sign
        elif sign.kind != "minus":
            hints.append(Hint(Trouble.OPERATOR, sign.text, sign.place))
            room -= 1
            yield from [sign._replace(kind="word")] if room >= 0 else ()
