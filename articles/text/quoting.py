"""The sentence in which a name stands, cut to what one reads at a glance. Pure; reads German and English prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MOST = 280
LEAST_BESIDE = 40
"""Characters that stay on either side of the names, however far these are apart."""

NEAR = 400
"""Characters before a name among which its sentence begins, but for a few."""

LONGEST_WORD = 80
_STOPS = (".", "!", "?", "…")
_OPENING, _CLOSING = "„“”\"‚‘'»«›‹([–— ", "“”\"’‘'»«›‹)]"
_MAY_END = re.compile(rf"[{''.join(_STOPS)}][{re.escape(_CLOSING)}]*(\s+)|\s*\n\s*")
_ORDINAL_DIGITS = 2
_SHORT = """abs art bzw ca chr co col dipl dr etc evtl fr geb gen ggf gov hl hr hrsg ing inkl jh jr kath lt max min mio
    mr mrd mrs ms nr phil pol prof rep sen sog sr st str tel usw vgl vs"""
_ABBREVIATED = frozenset(_SHORT.split())

Span = tuple[int, int]


class Stretch(NamedTuple):
    """A piece of a sentence; a name is one of those the sentence is shown for."""

    text: str
    is_name: bool = False


Sentence = tuple[Stretch, ...]


def sentence_of(text: str, start: int, end: int) -> Span:
    """Where the sentence with text[start:end] begins and ends."""
    looked_from = text.rfind(" ", 0, max(start - NEAR, 0)) + 1
    first, last = 0, len(text)
    for bound in _bounds(text, looked_from):
        if bound <= start:
            first = bound
        elif bound >= end:
            last = bound
            break
    if looked_from and not first:
        first = max((bound for bound in _bounds(text) if bound <= start), default=0)
    return first, max(end, len(text[:last].rstrip()))


def quoted(text: str, names: Sequence[Span], most: int = MOST) -> Sentence:
    """The sentence of the first of these places, with all of them that stand in it; a long one is cut between words.

    The places come in their order and do not overlap.
    """
    first, last = sentence_of(text, *names[0])
    inside = [(start, end) for start, end in names if first <= start and end <= last]
    room = max((most - (inside[-1][1] - inside[0][0])) // 2, LEAST_BESIDE)
    begin = _begin(text, first, inside[0][0], room)
    until = _until(text, inside[-1][1], last, room)
    cut = [*_stretches(text, begin, until, inside)]
    before, after = "… " if begin > first else "", " …" if until < last else ""
    return tuple(stretch for stretch in (Stretch(before), *cut, Stretch(after)) if stretch.text)


def _bounds(text: str, start: int = 0) -> Iterator[int]:
    """Where the second and every further sentence begins, from a word on; a line break always ends one."""
    for found in _MAY_END.finditer(text, start):
        if "\n" in found[0] or _ends(_last_word(text, found.start(1)), text[found.end() : found.end() + 4]):
            yield found.end()


def _last_word(text: str, end: int) -> str:
    return text[max(end - LONGEST_WORD, 0) : end].split()[-1]


def _ends(word: str, after: str) -> bool:
    bare, begun = word.rstrip(_CLOSING), after.lstrip(_OPENING)[:1]
    if not bare.endswith(_STOPS) or not (begun.isupper() or begun.isdigit()):
        return False
    return not bare.endswith(".") or not _is_short(bare[:-1].lstrip(_OPENING))


def _is_short(word: str) -> bool:
    """An initial, an abbreviation or an ordinal: its full stop ends no sentence."""
    is_ordinal = word.isdigit() and len(word) <= _ORDINAL_DIGITS
    return len(word) == 1 or "." in word or is_ordinal or word.casefold() in _ABBREVIATED


def _begin(text: str, first: int, name: int, room: int) -> int:
    if name - first <= room:
        return first
    return text.find(" ", name - room, name) + 1 or name


def _until(text: str, name: int, last: int, room: int) -> int:
    if last - name <= room:
        return last
    blank = text.rfind(" ", name, name + room)
    return blank if blank >= name else name


def _stretches(text: str, begin: int, until: int, names: Sequence[Span]) -> Iterator[Stretch]:
    done = begin
    for start, end in names:
        yield from (Stretch(text[done:start]), Stretch(text[start:end], is_name=True))
        done = end
    yield Stretch(text[done:until])
