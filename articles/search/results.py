"""What a search found: ids and exact counts. The rows themselves are read from the database, through `visible`."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from articles.search.request import QueryWords


@dataclass(frozen=True, slots=True)
class Bucket:
    """A value of a facet and how many articles have it. Keys: ids as int, language codes, 2024, 202411, 20241105."""

    key: int | str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits in order. A page past the last has no ids but the true count."""

    ids: tuple[int, ...]
    count: int
    page: int
    pages: int
    facets: dict[str, tuple[Bucket, ...]] = field(default_factory=dict)
    words: QueryWords = field(default_factory=QueryWords)


@dataclass(frozen=True, slots=True)
class Passage:
    """The place of a hit: where its section begins and the marked text, ready for the page."""

    anchor: str
    heading: str
    html: SafeString


def pages_of(count: int, per_page: int) -> int:
    """At least one: an empty list has one empty page."""
    return max(1, -(-count // per_page))
