"""The search: what listings, feeds and the admin call. Every answer keeps to the rule of visibility."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from articles.models import Article, Person
from articles.querysets import TopicRule
from articles.search.caching import Recent
from articles.search.copies import without_copies
from articles.search.engine import engine
from articles.search.loading import loaded
from articles.search.outbox import hidden_ids
from articles.search.relaxing import helped
from articles.search.request import QueryWords, SearchRequest
from articles.search.resolving import resolved
from articles.search.results import Bucket, Found
from articles.search.schema import NEVER
from articles.vocabulary import Status

_remembered: Recent[Any] = Recent(5_000)
CANDIDATES = 4
"""Times as many are looked at as are wanted, for some may be copies."""
__all__ = [
    *("Bucket", "Found", "SearchRequest"),
    *("answer", "count_each", "count_topics", "find", "find_all", "firsts", "for_editors", "forget"),
    *("remembered", "similar", "spread", "totals", "understood", "values", "walk"),
]


def find(request: SearchRequest, at: datetime) -> Found:
    """One page of hits with exact counts: of just what was asked. Raises IndexUnavailable."""
    hidden = hidden_ids(at)  # before the index is opened: what has left the outbox by then is in the index
    return _ask(_resolved(request, at), at, hidden)


def answer(request: SearchRequest, at: datetime) -> Found:
    """The same for a reader who can be told: with a better spelling where there is one, and never empty-handed if
    anything like it is in the archive. Raises IndexUnavailable."""
    hidden, asked = hidden_ids(at), _resolved(request, at)
    found = _ask(asked, at, hidden)
    return helped(asked, found, at, hidden, lambda other: _ask(other, at, hidden), lambda other: _resolved(other, at))


def find_all(requests: Sequence[SearchRequest], at: datetime) -> list[Found]:
    """Each as `find` has it, but without facets. Raises IndexUnavailable."""
    hidden = hidden_ids(at)
    return [engine().find(replace(_resolved(request, at), facets=()), at, hidden) for request in requests]


def for_editors(request: SearchRequest) -> tuple[int, ...]:
    """The ids of a page of hits among all articles there are, drafts, planned and withdrawn ones too: for the admin
    only, which reads the rows that the editor may see (tests/search/test_for_editors.py). Raises IndexUnavailable."""
    return engine().find(replace(_resolved(request, NEVER), facets=()), NEVER).ids


def walk(request: SearchRequest, at: datetime) -> Iterator[tuple[int, ...]]:
    """The ids of every hit, whatever page is asked for, some at a time, by date. Raises IndexUnavailable at once."""
    hidden = hidden_ids(at)
    return engine().walk(_resolved(request, at), at, hidden)


def count_each(requests: Mapping[int, SearchRequest], at: datetime) -> dict[int, int]:
    """How many articles each of these questions finds; remembered until the index changes. Raises IndexUnavailable."""
    hidden = hidden_ids(at)
    return engine().count({key: _resolved(request, at) for key, request in requests.items()}, at, hidden)


def values(request: SearchRequest, at: datetime) -> dict[str, tuple[Bucket, ...]]:
    """The facets of the request as `find` has them, but without reading a hit. Raises IndexUnavailable."""
    hidden = hidden_ids(at)
    found = engine().values(_resolved(request, at), at, hidden)
    return {**found, "person": _public(found["person"])} if "person" in found else found


def totals(field: str, ids: Iterable[int] | None, at: datetime) -> Mapping[int, int]:
    """How many articles each of these tags, desks or authors (None: all there are) has that has any. Raises
    IndexUnavailable."""
    hidden = hidden_ids(at)
    return engine().totals(field, ids, at, hidden)


def spread(field: str, ids: Iterable[int], at: datetime) -> tuple[Mapping[int, int], int]:
    """The same, and how many articles there are at all. Raises IndexUnavailable."""
    hidden = hidden_ids(at)
    whole = engine().count({0: SearchRequest()}, at, hidden)[0]
    return engine().totals(field, ids, at, hidden), whole


def firsts(requests: Mapping[int, SearchRequest], at: datetime) -> dict[int, int]:
    """The id of each question's newest article, or of its oldest; remembered until the index changes. Raises
    IndexUnavailable."""
    hidden = hidden_ids(at)
    return engine().firsts({key: _resolved(request, at) for key, request in requests.items()}, at, hidden)


def count_topics(rules: Mapping[int, TopicRule], request: SearchRequest, at: datetime) -> dict[int, int]:
    """How many of the hits each topic has, whatever topics the request itself selects. Raises IndexUnavailable."""
    whole = _resolved(request, at).ignoring("topic")
    hidden = hidden_ids(at)
    return engine().in_topics(rules, whole, at, hidden)


def similar(article: Article, at: datetime, limit: int = 5) -> tuple[int, ...]:
    """Articles like this one, the most alike first, no text twice, nor its own; none for one that is not published.

    Raises IndexUnavailable.
    """
    if article.status != Status.PUBLISHED:
        return ()
    return remembered(("similar", article.pk, limit), at, lambda hidden: _similar(article, at, limit, hidden))


def _similar(article: Article, at: datetime, limit: int, hidden: frozenset[int]) -> tuple[int, ...]:
    own = loaded(article)
    return without_copies(own, engine().similar(own, at, limit * CANDIDATES, hidden), limit)


def remembered[Answer](question: Hashable, at: datetime, ask: Callable[[frozenset[int]], Answer]) -> Answer:
    """The answer of `ask`, which is told what is hidden; asked anew when the index, what is visible in it, or what is
    hidden has changed. Raises IndexUnavailable."""
    hidden = hidden_ids(at)
    key = (engine().sees(at), hidden, question)
    known = _remembered.get(key)
    return _remembered.keep(key, ask(hidden)) if known is None else known


def forget() -> None:
    """Whatever is remembered is asked anew; for measuring."""
    engine().forget_counts()
    _remembered.clear()


def understood(text: str, at: datetime) -> QueryWords:
    """What was typed, with all the archive knows of it, for marking it in a text."""
    return resolved(QueryWords.parse(text), at)


def _resolved(request: SearchRequest, at: datetime) -> SearchRequest:
    return replace(request, query=resolved(request.query, at)) if request.query else request


def _ask(request: SearchRequest, at: datetime, hidden: frozenset[int]) -> Found:
    found = engine().find(request, at, hidden)
    if "person" not in found.facets:
        return found
    return replace(found, facets={**found.facets, "person": _public(found.facets["person"])})


def _public(buckets: tuple[Bucket, ...]) -> tuple[Bucket, ...]:
    """Without the people who are not to be shown, however long they have been in the index."""
    known = [bucket.key for bucket in buckets]
    public = set(Person.objects.public().filter(pk__in=known).values_list("pk", flat=True))
    return tuple(bucket for bucket in buckets if bucket.key in public)
