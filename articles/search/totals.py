"""Counts of everything, remembered: taken once for a snapshot of the index and the stretch of time in which nothing in
it becomes visible. What waits in the outbox is subtracted anew each time: no count is older than its question."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import datetime
from typing import Any

from tantivy import FieldType, Occur, Order, Query, Searcher

from articles.querysets import TopicRule
from articles.search.request import SearchRequest
from articles.search.schema import microseconds
from articles.search.terms import any_of, query_for
from articles.search.wording import SCHEMA

MOST_VALUES = 1_000_000
"""Counts are exact up to so many values of a field."""
NOTHING: frozenset[int] = frozenset()


class Totals:
    """Of one engine; asked by all its threads."""

    def __init__(self) -> None:
        self._counting = threading.Lock()
        self._era: _Era | None = None

    def of_values(
        self, searcher: Searcher, field: str, ids: Iterable[int], at: datetime, hidden: frozenset[int]
    ) -> dict[int, int]:
        """How many articles each of these values has; those that have none are left out."""
        whole = self._once(searcher, at, field, lambda: _values(searcher, field, _visible(at)))
        less = _values(searcher, field, _visible(at, hidden)) if hidden else {}
        return {value: count for value in ids if (count := whole.get(value, 0) - less.get(value, 0)) > 0}

    def of_topics(
        self, searcher: Searcher, rules: Mapping[int, TopicRule], at: datetime, hidden: frozenset[int]
    ) -> dict[int, int]:
        found = {}
        for topic, rule in rules.items():
            asked = query_for(SearchRequest(within=(rule,)), at, NOTHING)
            found[topic] = self._once(searcher, at, rule, lambda asked=asked: _count(searcher, asked))
            if hidden:
                found[topic] -= _count(searcher, _both(asked, any_of("id", hidden)))
        return {topic: count for topic, count in found.items() if count > 0}

    def _once(self, searcher: Searcher, at: datetime, key: Hashable, ask: Callable[[], Any]) -> Any:
        with self._counting:
            if not (self._era and self._era.covers(searcher, at)):
                self._era = _Era(searcher, at)
            counted = self._era.counted
            if key not in counted:
                counted[key] = ask()
            return counted[key]


class _Era:
    """From the last moment at which an article became visible up to the next, in one snapshot."""

    def __init__(self, searcher: Searcher, at: datetime):
        moment = microseconds(at)
        self.searcher = searcher
        self.since = _nearest(searcher, None, moment, Order.Desc)
        self.until = _nearest(searcher, moment + 1, None, Order.Asc)
        self.counted: dict[Hashable, Any] = {}

    def covers(self, searcher: Searcher, at: datetime) -> bool:
        moment = microseconds(at)
        has_begun = self.since is None or self.since <= moment
        return self.searcher is searcher and has_begun and (self.until is None or moment < self.until)


def _nearest(searcher: Searcher, lower: int | None, upper: int | None, order: Order) -> int | None:
    """The first `visible_from` within these bounds."""
    query = Query.range_query(SCHEMA, "visible_from", FieldType.Integer, lower, upper)
    hits = searcher.search(query, limit=1, order_by_field="visible_from", order=order).hits
    return next(iter(searcher.fast_field_values("visible_from", [place for _value, place in hits])), None)


def _visible(at: datetime, among: frozenset[int] | None = None) -> Query:
    everything = query_for(SearchRequest(), at, NOTHING)
    return everything if among is None else _both(everything, any_of("id", among))


def _both(one: Query, other: Query) -> Query:
    return Query.boolean_query([(Occur.Must, one), (Occur.Must, other)])


def _values(searcher: Searcher, field: str, query: Query) -> dict[int, int]:
    terms = {"terms": {"field": field, "size": MOST_VALUES, "segment_size": MOST_VALUES}}
    buckets = searcher.aggregate(query, {field: terms})[field]["buckets"]
    return {int(bucket["key"]): bucket["doc_count"] for bucket in buckets}


def _count(searcher: Searcher, query: Query) -> int:
    return searcher.search(query, limit=1).count or 0
