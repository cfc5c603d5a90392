"""What a search found: ids and exact counts. The rows themselves are read from the database, through `visible`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.safestring import SafeString

from articles.search.expressions import Hint
from articles.search.request import QueryWords


@dataclass(frozen=True, slots=True)
class Bucket:
    """A value of a facet and how many articles have it. Keys: ids as int, language codes, 2024, 202411, 20241105."""

    key: int | str
    count: int


class Relaxed(StrEnum):
    """What was done to a question that found nothing, so that it finds something; in the order in which it is tried."""

    SPELLING = "spelling"  # the words as they are usually spelled
    PHRASES = "phrases"  # the words of a phrase anywhere
    MOST = "most"  # most of the words instead of all
    ANY = "any"  # one of the words


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another spelling of the whole question, and exactly how many articles it finds."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits in order. A page past the last has no ids but the true count.

    `words` is the question these are the hits of; where it is not the one that was asked, `relaxed` says why.
    """

    ids: tuple[int, ...]
    count: int
    page: int
    pages: int
    facets: dict[str, tuple[Bucket, ...]] = field(default_factory=dict)
    words: QueryWords = field(default_factory=QueryWords)
    relaxed: Relaxed | None = None
    suggestion: Suggestion | None = None
    unfiltered: int = 0  # where nothing was found: how many there are without the filters

    @property
    def hint(self) -> Hint | None:
        return self.words.hints[0] if self.words.hints else None


@dataclass(frozen=True, slots=True)
class Passage:
    """The place of a hit: where its section begins and the marked text, ready for the page."""

    anchor: str
    heading: str
    html: SafeString


def pages_of(count: int, per_page: int) -> int:
    """At least one: an empty list has one empty page."""
    return max(1, -(-count // per_page))
