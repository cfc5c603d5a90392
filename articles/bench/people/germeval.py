"""Sentences with labelled names from GermEval 2014: reads the file and joins the words to text again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_NO_BLANK_BEFORE = frozenset(".,;:!?)]}…%“”»") | {"'s"}
_NO_BLANK_AFTER = frozenset("([{„«")


class Named(NamedTuple):
    """Where a person's name stands, and of how many words it is."""

    start: int
    end: int
    words: int


class Sentence(NamedTuple):
    text: str
    people: tuple[Named, ...]


def sentences(path: Path) -> Iterator[Sentence]:
    """`people` are the outer entities of type PER, not "PERderiv" or "PERpart"."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield _sentence([row[1] for row in rows], [row[2] for row in rows])
            rows = []


def _sentence(words: list[str], labels: list[str]) -> Sentence:
    text, places = _joined(words)
    people, place = [], 0
    while place < len(labels):
        after = place + 1
        if labels[place] == "B-PER":
            while after < len(labels) and labels[after] == "I-PER":
                after += 1
            people.append(Named(places[place][0], places[after - 1][1], after - place))
        place = after
    return Sentence(text, tuple(people))


def _joined(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Blanks where a newspaper has them; straight quotes open and close in turn."""
    text, places, before, is_quoted = "", [], "", False
    for word in words:
        tight = word in _NO_BLANK_BEFORE or before in _NO_BLANK_AFTER or "/" in {word, before}
        if word == '"':
            tight, is_quoted = tight or is_quoted, not is_quoted
        elif before == '"' and is_quoted:
            tight = True
        text += "" if tight or not text else " "
        places.append((len(text), len(text) + len(word)))
        text, before = text + word, word
    return text, places
