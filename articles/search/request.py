"""What is looked for, as plain frozen values: the words typed into the box, the filters, the order, the page. Pure.
Nothing typed raises: what is no operator is a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, Self, cast, get_args

from articles.querysets import TopicRule
from articles.text.analysis import Word, is_interrogative, is_stopword, joined_terms, looked_for, surfaces

Sort = Literal["relevance", "newest", "oldest"]
SORTS: tuple[str, ...] = get_args(Sort)
FACETS = ("desk", "tag", "person", "author", "language", "year", "month", "day")

LONGEST_QUESTION = 400
MOST_UNITS = 32
MOST_PER_PAGE = 200
LAST_PAGE = 10_000_000

_QUOTES = str.maketrans(dict.fromkeys("„“”«»‟", '"'))
_UNIT = re.compile(r"""(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))""")
_SELECTIONS = {
    "desk": ("desk_ids",),
    "tag": ("tag_ids",),
    "person": ("person_ids",),
    "author": ("author_ids",),
    "language": ("languages",),
    "topic": ("topics",),
    **dict.fromkeys(("year", "month", "day"), ("first_day", "last_day")),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands between two blanks, or in quotes: one word, or several that stand side by side in this order."""

    words: tuple[Word, ...]
    joined: frozenset[str] = frozenset()  # the parts written as one word
    is_weak: bool = False  # a word like "der", which may be missing
    asks: bool = False  # a word like "welche", or the end of a question


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The box, read: what is wanted and what is not."""

    wanted: tuple[Unit, ...] = ()
    unwanted: tuple[Unit, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Words, "phrases" and -exclusions. Takes the first 400 characters and 32 units."""
        found = list(_units(text[:LONGEST_QUESTION].translate(_QUOTES)))[:MOST_UNITS]
        wanted = tuple(unit for minus, unit in found if not minus)
        return cls(wanted, tuple(unit for minus, unit in found if minus))

    @property
    def required(self) -> tuple[Unit, ...]:
        """The units that count; words like "der" only where there is nothing else."""
        return tuple(unit for unit in self.wanted if not unit.is_weak) or self.wanted

    @property
    def least(self) -> int:
        """How many of the required must occur: all of one or two, two thirds of more; of a question in a sentence,
        most of whose words are said otherwise in the answer, one in three."""
        count = len(self.required)
        if any(unit.asks for unit in self.wanted):
            return max(1, count // 3)
        return count if count < 3 else -(-2 * count // 3)

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A question to the archive. Within a filter any of the values will do; all filters must hold.

    `within` is the place that is searched (a desk's page, two people together): every rule must hold, and unlike a
    filter it is not ignored by its own facet.
    """

    words: str = ""
    desk_ids: frozenset[int] = frozenset()
    tag_ids: frozenset[int] = frozenset()
    person_ids: frozenset[int] = frozenset()
    author_ids: frozenset[int] = frozenset()
    topics: tuple[TopicRule, ...] = ()
    languages: frozenset[str] = frozenset()
    first_day: date | None = None
    last_day: date | None = None
    sort: Sort = "relevance"
    page: int = 1
    per_page: int = 20
    facets: tuple[str, ...] = ()
    within: tuple[TopicRule, ...] = ()
    by_time: bool = True  # of equally good hits the newer first
    query: QueryWords = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "query", QueryWords.parse(self.words))

    @classmethod
    def parse(cls, words: str = "", *, page: object = 1, sort: object = "relevance", **filters: Any) -> Self:
        """From what came with the address: a page that is no number is the first, an unknown order is by relevance."""
        order = cast(Sort, sort if sort in SORTS else "relevance")
        return cls(words=words.strip(), page=page_number(page), sort=order, **filters)

    @property
    def is_ranked(self) -> bool:
        """Without wanted words there is nothing to rank by: newest first."""
        return self.sort == "relevance" and bool(self.query.wanted)

    def ignoring(self, facet: str) -> Self:
        """The request without the selection of this facet ("topic" too), for counting its other values."""
        blank = SearchRequest()
        return replace(self, **{name: getattr(blank, name) for name in _SELECTIONS[facet]})

    def selects(self, facet: str) -> bool:
        return any(getattr(self, name) for name in _SELECTIONS[facet])


def page_number(value: object) -> int:
    """A page from whatever was typed, at least 1."""
    text = str(value).strip()
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 20 else 1


def _units(text: str) -> Iterator[tuple[bool, Unit]]:
    for match in _UNIT.finditer(text):
        written = match["phrase"] if match["phrase"] is not None else match["word"]
        unit = _unit(written, is_phrase=match["phrase"] is not None)
        if unit.words:
            yield bool(match["minus"]), unit


def _unit(written: str, *, is_phrase: bool) -> Unit:
    words = surfaces(written)
    joined = frozenset[str]()
    if len(words) > 1 and not is_phrase and "-" in written:
        joined = frozenset(joined_terms(words, language)[0] for language in ("de", "en", ""))
    weak = len(words) == 1 and is_stopword(words[0])
    asks = not is_phrase and (written.endswith("?") or any(map(is_interrogative, words)))
    return Unit(tuple(looked_for(word) for word in words), joined, weak, asks)
