"""Tags and people called something like what was typed and found nothing: whose name begins so, is a part of a typed
compound, or is a slip away. Counts are the engine's: what has no visible article is not offered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache, partial, reduce
from heapq import nsmallest
from operator import or_
from typing import Any

from django.db.models import Q
from django.db.models.functions import Length

from articles.errors import IndexUnavailable
from articles.models import Person, PersonWord, Tag, TagWord
from articles.search.engine import engine
from articles.search.outbox import hidden_ids
from articles.search.suggesting import Suggested
from articles.text.analysis import is_stopword, surfaces
from articles.text.compounds import compound_parts
from articles.text.distance import distance, farthest
from articles.text.sortkeys import fold

MOST_WORDS, MOST_ROWS, MOST_NAMED = 6, 4_000, 5
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
    slips = cache(partial(_fewest_slips, typed))  # hundreds bear the same given name
    likely = words.alias(letters=Length("word")).filter(_likely(typed))
    for bearer, word in likely.values_list("bearer_id", "word")[:MOST_ROWS]:
        if (off := slips(word)) is not None:
            far[bearer] = min(off, far.get(bearer, off))
    counts = engine().totals(kind, far, at, hidden) if far else {}
    best = nsmallest(MOST_NAMED, counts, key=lambda pk: (far[pk], -counts[pk], pk))
    found = rows.in_bulk(best)
    return [Suggested(kind, found[pk].slug, found[pk].name, counts[pk]) for pk in best if pk in found]


def _likely(typed: Iterable[str]) -> Q:
    """Those that begin alike, where an index has them together, and are not longer or shorter than a slip makes them: a
    large archive has thousands that begin with the same two letters."""
    return reduce(or_, map(_like, typed))


def _like(typed: str) -> Q:
    off = farthest(typed)
    alike = Q(letters__range=(len(typed) - off, len(typed) + off), **_from(typed[:RIGHT]))
    begun = Q(word__in=[typed[:letters] for letters in range(SHORTEST, len(typed))])
    return alike | begun | Q(**_from(typed))


def _from(begun: str) -> dict[str, str]:
    return {"word__gte": begun, "word__lt": begun + _LAST}


def _fewest_slips(typed: Iterable[str], word: str) -> int | None:
    return min((off for one in typed if (off := _slips(one, word)) is not None), default=None)


def _slips(typed: str, word: str) -> int | None:
    """None for another word; where one begins the other, nothing was mistyped."""
    if word.startswith(typed) or (len(word) >= SHORTEST and typed.startswith(word)):
        return 0
    return distance(typed, word, farthest(typed))
