"""The sentence a name stands in, so that an editor can decide who is meant: before the name, the name, and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from articles.text.quoting import sentence_of

MOST = 280


class Quoted(NamedTuple):
    before: str
    name: str
    after: str


def sentence_around(text: str, start: int, end: int, most: int = MOST) -> Quoted:
    """The sentence with text[start:end], in three parts; a long one is cut to about `most` characters."""
    first, last = sentence_of(text, start, end)
    room = max(0, most - (end - start)) // 2
    before, after = text[first:start], text[end:last].rstrip()
    before = before if len(before) <= room else "… " + before[-room:].partition(" ")[2]
    after = after if len(after) <= room else after[:room].rpartition(" ")[0] + " …"
    return Quoted(before, text[start:end], after)


def quote(texts: Mapping[str, str], anchor: str, start: int, end: int, surface: str) -> Quoted:
    """The sentence in the section with this anchor; only the name, where the text has changed since."""
    text = texts.get(anchor, "")
    return sentence_around(text, start, end) if text[start:end] == surface else Quoted("", surface, "")
