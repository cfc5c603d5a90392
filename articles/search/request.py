"""What is looked for, as plain frozen values: the words typed into the box, the filters, the order, the page. Pure.
Nothing typed raises: what is no operator is a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import Any, Literal, Self, cast, get_args

from articles.querysets import TopicRule
from articles.search import grammar
from articles.search.expressions import All, Either, Hint, Leaf, Node, Not, Term, Unit, leaves
from articles.search.lexing import LONGEST, MOST_VALUES

__all__ = ["QueryWords", "SearchRequest", "Unit"]

Sort = Literal["relevance", "newest", "oldest"]
SORTS: tuple[str, ...] = get_args(Sort)
FACETS = ("desk", "tag", "person", "author", "language", "year", "month", "day")

LONGEST_QUESTION, MOST_UNITS = LONGEST, MOST_VALUES
LAST_PAGE = 10_000_000

_SELECTIONS = {
    "words": ("words", "query"),
    "desk": ("desk_ids",),
    "tag": ("tag_ids",),
    "person": ("person_ids",),
    "author": ("author_ids",),
    "language": ("languages",),
    "topic": ("topics",),
    "year": ("years",),
    "span": ("first_day", "last_day"),
    **dict.fromkeys(("month", "day"), ("years", "first_day", "last_day")),
}


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The box, read. Of the bare words among the parts `least` must occur; all else must hold."""

    parts: tuple[Node, ...] = ()
    hints: tuple[Hint, ...] = ()
    text: str = ""
    enough: int = 0  # bare words; more than none where the question was relaxed
    is_resolved: bool = field(default=False, compare=False)  # what the archive knows of it is in it

    @classmethod
    def parse(cls, text: str) -> Self:
        """Takes the first 400 characters and 32 words; see grammar.py."""
        return cls(*grammar.parse(text), text=text)

    @property
    def wanted(self) -> tuple[Unit, ...]:
        """The words and phrases that were typed and not excluded."""
        return tuple(leaf.unit for leaf, wanted in self._leaves() if wanted and isinstance(leaf, Term))

    @property
    def typed(self) -> tuple[str, ...]:
        """The same as they are written."""
        terms = (leaf for leaf, wanted in self._leaves() if wanted and isinstance(leaf, Term))
        return tuple(term.text.rstrip("*") for term in terms)

    @property
    def unwanted(self) -> tuple[Unit, ...]:
        return tuple(leaf.unit for leaf, wanted in self._leaves() if not wanted and isinstance(leaf, Term))

    @property
    def marked(self) -> tuple[Unit, ...]:
        """What is to be marked in a text: all that is wanted, under any of its names."""
        terms = [leaf for leaf, wanted in self._leaves() if wanted and isinstance(leaf, Term)]
        telling = [term for term in terms if not term.unit.is_weak] or terms
        return tuple(dict.fromkeys(unit for term in telling for unit in term.units))

    @property
    def bare(self) -> tuple[Term, ...]:
        """The single words that count; words like "der", and in a question words like "bedeutet", only where there is
        nothing else."""
        terms = [part for part in self.parts if isinstance(part, Term) and part.is_bare]
        in_question = any(term.unit.asks for term in terms)
        strong = tuple(term for term in terms if not term.unit.is_weak)
        telling = tuple(term for term in strong if not (in_question and term.unit.carries)) or strong
        others = any(not (isinstance(part, Not) or part in terms) for part in self.parts)
        return telling or (() if others else tuple(terms))

    @property
    def required(self) -> tuple[Unit, ...]:
        return tuple(term.unit for term in self.bare)

    @property
    def others(self) -> tuple[Node, ...]:
        """What must hold besides the bare words."""
        return tuple(part for part in self.parts if not (isinstance(part, Term) and part.is_bare))

    @property
    def is_strict(self) -> bool:
        """Whoever writes AND, OR or brackets means each word."""
        return any(isinstance(part, All | Either) for part in self.parts)

    @property
    def least(self) -> int:
        """How many of the required must occur: all of one or two, two thirds of more; of a question in a sentence,
        most of whose words are said otherwise in the answer, one in three."""
        count = len(self.required)
        if self.is_strict or self.enough:
            return self.enough or count
        if self._asks(count):
            return max(1, count // 3)
        return count if count < 3 else -(-2 * count // 3)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def _asks(self, count: int) -> bool:
        """A name with a question mark is not yet a sentence."""
        return any(unit.asks for unit in self.wanted) or (count > 2 and self.text.rstrip().endswith("?"))

    def _leaves(self) -> Iterator[tuple[Leaf, bool]]:
        return chain.from_iterable(map(leaves, self.parts))


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A question to the archive. Within a filter any of the values will do; all filters must hold.

    `within` is the place that is searched (a desk's page, two people together): every rule must hold, and unlike a
    filter it is not ignored by its own facet. `charted` are the days that the facets month and day count, whichever are
    chosen; `facet_values` is how many values a facet of tags, people or authors gives at most.
    """

    words: str = ""
    desk_ids: frozenset[int] = frozenset()
    tag_ids: frozenset[int] = frozenset()
    person_ids: frozenset[int] = frozenset()
    author_ids: frozenset[int] = frozenset()
    topics: tuple[TopicRule, ...] = ()
    languages: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    first_day: date | None = None
    last_day: date | None = None
    sort: Sort = "relevance"
    page: int = 1
    per_page: int = 20
    facets: tuple[str, ...] = ()
    facet_values: int = 100
    charted: tuple[date, date] | None = None
    within: tuple[TopicRule, ...] = ()
    by_time: bool = True  # of equally good hits the newer first
    query: QueryWords = field(default_factory=QueryWords, repr=False)
    """The words, read; search.find puts what the archive knows of them in its place."""

    def __post_init__(self) -> None:
        if self.words and not self.query:
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
        """The request without the selection of this facet ("topic", "words" too), for counting its other values."""
        blank = SearchRequest()
        if facet in {"month", "day"} and self.charted:
            blank = SearchRequest(first_day=self.charted[0], last_day=self.charted[1])
        return replace(self, **{name: getattr(blank, name) for name in _SELECTIONS[facet]})

    def without_filters(self) -> Self:
        """All of the archive, or of the place that is searched."""
        blank = SearchRequest()
        filters = (name for facet, names in _SELECTIONS.items() if facet != "words" for name in names)
        return replace(self, **{name: getattr(blank, name) for name in filters})

    def reworded(self, words: str) -> Self:
        return replace(self, words=words, query=QueryWords.parse(words))

    def selects(self, facet: str) -> bool:
        return any(getattr(self, name) for name in _SELECTIONS[facet])


def page_number(value: object) -> int:
    """A page from whatever was typed, at least 1."""
    text = str(value).strip()
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 20 else 1
