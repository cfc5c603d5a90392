"""Marks what was found, in exactly the words by which the engine found it. Escapes first, marks second.
Only the rows of a page are marked, never all hits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import chain
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from articles.search.request import QueryWords, Unit
from articles.search.results import Passage
from articles.text.analysis import STEMMED, Term, analyse, occurs, places
from articles.text.markup import Piece, pieces

PASSAGE_LENGTH = 280
LEAD = 60

Span = tuple[int, int]
Section = tuple[str, str, str]
"""anchor, heading, plain text"""


class _LookedFor(NamedTuple):
    """What is to be marked, the terms of all of it, whether all are whole single words (which need not be told apart),
    and whether one is only begun."""

    units: tuple[Unit, ...]
    terms: frozenset[str]
    are_words: bool
    is_open: bool


def mark(text: str, words: QueryWords, language: str = "") -> SafeString:
    """Plain text, escaped, with the words that were looked for in <mark>."""
    return mark_safe(_marked(text, 0, hits(text, words, language)))


def mark_html(clean_html: str, words: QueryWords, language: str = "") -> SafeString:
    """Clean HTML with marks in its text; a word that a tag cuts in two is marked in both halves."""
    parts = list(pieces(clean_html))
    spans = hits("".join(part.text for part in parts), words, language)
    return mark_safe("".join(_marked_pieces(parts, spans)))


def best_passage(sections: Sequence[Section], words: QueryWords, language: str = "") -> Passage:
    """The stretch of text that holds most of the different words; the beginning where none occurs."""
    if not sections:
        return Passage("", "", mark_safe(""))
    looked_for = _looked_for(words)
    found = [(section, _hits(section[2], looked_for, language)) for section in sections]
    scored = [(_score(section[2], spans, place), place) for place, (section, spans) in enumerate(found)]
    (_, start), place = max(scored, key=lambda one: (one[0][0], -one[1]))
    (anchor, heading, text), spans = found[place]
    return Passage(anchor, heading, _excerpt(text, start, spans))


def hits(text: str, words: QueryWords, language: str = "") -> list[Span]:
    """Where in the text the wanted words stand, in order. Read in German, in English, and in its own language."""
    return _hits(text, _looked_for(words), language)


@lru_cache(maxsize=64)
def _looked_for(words: QueryWords) -> _LookedFor:
    """Remembered, for a page marks many texts."""
    units = words.marked
    return _LookedFor(
        units,
        frozenset(chain.from_iterable(map(_terms_of, units))),
        all(len(unit.words) == 1 and not unit.prefix for unit in units),
        any(unit.prefix for unit in units),
    )


def _hits(text: str, looked_for: _LookedFor, language: str) -> list[Span]:
    units, terms, are_words, is_open = looked_for
    if not units or not text:
        return []
    spoken = [each for each in _languages(language) if is_open or occurs(text, each, terms)]
    read = [places(text, each, terms) if are_words else _hits_read_as(text, each, units) for each in spoken]
    return _merged(sorted(set(chain.from_iterable(read))))


def _languages(own: str) -> tuple[str, ...]:
    return (*STEMMED, own) if own and own not in STEMMED else STEMMED


def _terms_of(unit: Unit) -> frozenset[str]:
    return unit.joined.union(*(word.terms for word in unit.words))


def _hits_read_as(text: str, language: str, units: Iterable[Unit]) -> Iterator[Span]:
    terms = analyse(text, language)
    for unit in units:
        yield from _alone(terms, _terms_of(unit)) if len(unit.words) == 1 else _in_a_row(terms, unit)
        if unit.prefix:
            yield from ((term.start, term.end) for term in terms if term.stem.startswith(unit.prefix))


def _alone(terms: Iterable[Term], wanted: frozenset[str]) -> Iterator[Span]:
    return ((term.start, term.end) for term in terms if not wanted.isdisjoint((term.stem, *term.others)))


def _in_a_row(terms: Sequence[Term], unit: Unit) -> Iterator[Span]:
    """Inside a phrase only the stem counts, as in the index; written as one word it counts anywhere."""
    yield from _alone(terms, unit.joined)
    for place in range(len(terms) - len(unit.words) + 1):
        run = terms[place : place + len(unit.words)]
        if all(term.stem in word.stems for term, word in zip(run, unit.words, strict=True)):
            yield from ((each.start, each.end) for each in run)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _marked(text: str, offset: int, spans: Iterable[Span]) -> str:
    """`text` begins at `offset` of what the spans count in."""
    out, done = [], 0
    for start, end in spans:
        first, last = max(start - offset, done), min(end - offset, len(text))
        if first < last:
            out += [escape(text[done:first], quote=False), f"<mark>{escape(text[first:last], quote=False)}</mark>"]
            done = last
    return "".join([*out, escape(text[done:], quote=False)])


def _marked_pieces(parts: Iterable[Piece], spans: Sequence[Span]) -> Iterator[str]:
    offset = first = 0
    for part in parts:
        end = offset + len(part.text)
        inside = spans[first : bisect_left(spans, (end, 0))]
        yield _marked(part.text, offset, inside) if inside and part.is_text else part.html
        offset, first = end, first + sum(span[1] <= end for span in inside)


def _score(text: str, spans: Sequence[Span], place: int) -> tuple[int, int]:
    """The most different words within one passage's length, and where that passage begins."""
    best, start = 0, 0
    for number, (first, _) in enumerate(spans):
        after = bisect_left(spans, (first + PASSAGE_LENGTH - LEAD, 0))
        different = len({text[a:b].casefold() for a, b in spans[number:after]})
        if different > best:
            best, start = different, first
    return best, start


def _excerpt(text: str, hit: int, spans: Sequence[Span]) -> SafeString:
    """The passage around a hit, cut at blanks, with an ellipsis where something is left out."""
    start = 0 if hit <= LEAD else text.find(" ", hit - LEAD, hit) + 1 or hit
    end = len(text) if len(text) <= start + PASSAGE_LENGTH else start + PASSAGE_LENGTH
    if end < len(text):
        end = max(text.rfind(" ", start, end), min(hit + 1, end)) if " " in text[start:end] else end
    inside = [(max(a, start), min(b, end)) for a, b in spans if a < end and b > start]
    body = _marked(text[start:end], start, inside)
    return mark_safe(("… " if start else "") + body + (" …" if end < len(text) else ""))
