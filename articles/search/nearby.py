"""Tags and people called something like what was typed and found nothing: whose name begins so, is a part of a typed
compound, or is a slip away. Counts are the engine's: what has no visible article is not offered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from heapq import nsmallest
from operator import or_
from typing import Any

from django.db.models import Q

from articles.errors import IndexUnavailable
from articles.models import Person, PersonWord, Tag, TagWord
from articles.search.engine import engine
from articles.search.outbox import hidden_ids
from articles.search.suggesting import Suggested
from articles.text.analysis import is_stopword, surfaces
from articles.text.compounds import compound_parts
from articles.text.distance import distance, farthest
from articles.text.sortkeys import fold

MOST_WORDS, MOST_ROWS, MOST_NAMED = 6, 800, 5
RIGHT = 2
"""So many letters at the beginning of a word are taken to be right."""
SHORTEST = 4
"""A shorter name is the beginning of too many words."""
_LAST = "\U0010ffff"

KINDS: dict[str, tuple[Any, Any]] = {
    "tag": (lambda: TagWord.objects.all(), lambda: Tag.objects.all()),
    "person": (lambda: PersonWord.objects.filter(bearer__is_public=True), lambda: Person.objects.public()),
}
"""Where the words of its names are looked up, and the rows that may be shown."""


def near_names(text: str, at: datetime, kinds: Iterable[str] = KINDS) -> list[Suggested]:
    """A few of each kind, the likest first; nothing without an index. Two queries a kind."""
    typed = typed_words(text)
    try:
        hidden = hidden_ids(at)
        return [one for kind in kinds if typed for one in _near(kind, typed, at, hidden)]
    except IndexUnavailable:
        return []


def typed_words(text: str) -> list[str]:
    """The words that tell something, folded, each followed by the parts it is put together of."""
    telling = [word for word in surfaces(text) if not is_stopword(word)]
    words = [fold(part) for word in telling[:MOST_WORDS] for part in (word, *compound_parts(word))]
    return [word for word in dict.fromkeys(words) if len(word) > RIGHT][:MOST_WORDS]


def _near(kind: str, typed: list[str], at: datetime, hidden: frozenset[int]) -> list[Suggested]:
    words, rows = (ask() for ask in KINDS[kind])
    far: dict[int, int] = {}
    for bearer, word in words.filter(_likely(typed)).values_list("bearer_id", "word")[:MOST_ROWS]:
        slips = [off for one in typed if (off := _slips(one, word)) is not None]
        if slips:
            far[bearer] = min(*slips, far.get(bearer, slips[0]))
    counts = engine().totals(kind, far, at, hidden) if far else {}
    best = nsmallest(MOST_NAMED, counts, key=lambda pk: (far[pk], -counts[pk], pk))
    found = rows.in_bulk(best)
    return [Suggested(kind, found[pk].slug, found[pk].name, counts[pk]) for pk in best if pk in found]


def _likely(typed: Iterable[str]) -> Q:
    """Those that begin alike: an index has them together."""
    beginnings = dict.fromkeys(word[:RIGHT] for word in typed)
    return reduce(or_, (Q(word__gte=begun, word__lt=begun + _LAST) for begun in beginnings))


def _slips(typed: str, word: str) -> int | None:
    """None for another word; where one begins the other, nothing was mistyped."""
    if word.startswith(typed) or (len(word) >= SHORTEST and typed.startswith(word)):
        return 0
    return distance(typed, word, farthest(typed))
