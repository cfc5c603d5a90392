"""Counts hits and the values of facets in one commit of the embedded index, on several cores, and remembers the counts.

They are remembered with the commit, by the question, the articles hidden besides, and how many are not visible yet: as
long as that number is the same, so is what can be seen (Snapshot.still_hidden), and any other question is counted."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import batched
from typing import Any

from tantivy import Order, Query, SearchResult

from articles.search.request import SearchRequest
from articles.search.results import Bucket
from articles.search.snapshots import Snapshot
from articles.search.terms import query_for

FACET_SIZES = {"desk": 1_000, "language": 100, "year": 1_000, "month": 5_000, "day": 30_000}
MOST_VALUES = 1_000_000
"""No facet has more values than this: counts are exact up to here."""
COSTLY = {"person", "tag", "day"}
"""Facets with so many values that each is counted by itself, on a core of its own if one is free."""

RECENT, RECENT_MOST = timedelta(days=60), 200
"""Where the newest are looked for first, if they are among so many."""

SHARES = os.cpu_count() or 1
ASKED = tuple(field.name for field in fields(SearchRequest) if field.name not in {"page", "per_page", "sort", "facets"})

Facets = dict[str, tuple[Bucket, ...]]


@dataclass(frozen=True, slots=True)
class Moment:
    """What can be seen: one commit, at a time, without what is hidden."""

    snapshot: Snapshot
    at: datetime
    hidden: frozenset[int]

    def query(self, request: SearchRequest) -> Query:
        """What is not visible yet is left out by name: a range of moments is looked up for each hit."""
        later = self.snapshot.not_yet(self.at)
        if later is None:
            return query_for(request, self.at, self.hidden)
        return query_for(request, None, self.hidden | later)

    def key(self, what: str, request: SearchRequest) -> Hashable:
        """All that is asked but the page and the order; the words are there as typed and as they are understood now."""
        asked = tuple(getattr(request, name) for name in ASKED)
        return what, asked, self.snapshot.still_hidden(self.at), self.hidden


def facets(request: SearchRequest, moment: Moment, threads: ThreadPoolExecutor) -> Callable[[], Facets]:
    """Begins to count, each facet with its own selection ignored; call what is returned for the counts."""
    known, counting = moment.snapshot.counts, list[Future[Facets]]()
    asked = {name: request.ignoring(name) for name in request.facets}
    keys = {name: moment.key(name, one) for name, one in asked.items()}
    found = {name: known.get(key) for name, key in keys.items()}
    for one, names in _shares({name: one for name, one in asked.items() if found[name] is None}):
        counting.append(threads.submit(_count, moment, one, names))

    def finish() -> Facets:
        for share in counting:
            found.update({name: known.keep(keys[name], buckets) for name, buckets in share.result().items()})
        return found

    return finish


def counts(requests: Mapping[int, SearchRequest], moment: Moment, threads: ThreadPoolExecutor) -> dict[int, int]:
    return _each("", _number, requests, moment, threads)


def firsts(requests: Mapping[int, SearchRequest], moment: Moment, threads: ThreadPoolExecutor) -> dict[int, list[int]]:
    """The id of each request's newest hit, or of its oldest, in a list that is empty where there is none."""
    newest = {key: request for key, request in requests.items() if request.sort != "oldest"}
    oldest = {key: request for key, request in requests.items() if key not in newest}
    return {
        **_each("newest", partial(_first, Order.Desc), newest, moment, threads),
        **_each("oldest", partial(_first, Order.Asc), oldest, moment, threads),
    }


def _each[Answer](
    what: str,
    answer: Callable[[Moment, SearchRequest], Answer],
    requests: Mapping[int, SearchRequest],
    moment: Moment,
    threads: ThreadPoolExecutor,
) -> dict[int, Answer]:
    """Asked on several cores, unless the answer is remembered."""
    known = moment.snapshot.counts
    keys = {name: moment.key(what, request) for name, request in requests.items()}
    found = {name: known.get(key) for name, key in keys.items()}
    missing = [name for name in requests if found[name] is None]
    shares = list(batched(missing, max(1, -(-len(missing) // SHARES))))
    answers = threads.map(lambda share: [answer(moment, requests[name]) for name in share], shares)
    for share, given in zip(shares, answers, strict=True):
        found.update({name: known.keep(keys[name], one) for name, one in zip(share, given, strict=True)})
    return found


def newest_page(moment: Moment, request: SearchRequest, offset: int) -> SearchResult | None:
    """The first pages of a long list, newest first, from the last weeks alone: to put all that it has in order takes
    many times as long. None where that would not do, or there are too few."""
    wanted = offset + request.per_page
    if request.is_ranked or request.sort == "oldest" or request.query or request.last_day or wanted > RECENT_MOST:
        return None
    since = last_weeks(moment).first_day
    if not since or (request.first_day and request.first_day >= since):
        return None
    query = moment.query(replace(request, first_day=since))
    found = moment.snapshot.searcher.search(
        query, limit=request.per_page, offset=offset, order_by_field="newest", order=Order.Desc
    )
    return found if (found.count or 0) >= wanted else None


def last_weeks(moment: Moment) -> SearchRequest:
    """All that came out in them, by their days; everything there is in an archive that begins with them."""
    newest = _last_day(moment)
    if not newest or newest.toordinal() <= RECENT.days:
        return SearchRequest()
    return SearchRequest(first_day=newest - RECENT, last_day=newest)


def _last_day(moment: Moment) -> date | None:
    """Of the newest article, if there is any."""
    known, key = moment.snapshot.counts, moment.key("last day", SearchRequest())
    day = known.get(key)
    if day is None:
        day = known.keep(key, next(_last_days(moment), 0))
    return date(day // 10_000, day // 100 % 100, day % 100) if day else None


def _last_days(moment: Moment) -> Iterator[int]:
    """Of each year that has any, from now back: to put a year's articles in order is quicker than all there are."""
    searcher = moment.snapshot.searcher
    for year in range(moment.at.year + 1, 0, -1):
        if searcher.doc_freq("year", year):
            query = _unranked(moment, SearchRequest(years=frozenset([year])))
            hits = searcher.search(query, limit=1, count=False, order_by_field="newest").hits
            yield from searcher.fast_field_values("day", [place for _score, place in hits])


def totals(field: str, moment: Moment) -> Mapping[int, int]:
    """How many articles each value of a field has that has any, whatever is asked."""
    known, everything = moment.snapshot.counts, SearchRequest()
    key = moment.key(f"all of {field}", everything)
    terms = {field: {"terms": {"field": field, "size": MOST_VALUES, "segment_size": MOST_VALUES}}}
    found = known.get(key)
    if found is None:
        buckets = moment.snapshot.searcher.aggregate(moment.query(everything), terms)[field]["buckets"]
        found = known.keep(key, {int(bucket["key"]): bucket["doc_count"] for bucket in buckets})
    return found


def in_use(field: str, ids: Iterable[int], moment: Moment, threads: ThreadPoolExecutor) -> frozenset[int]:
    """Which of these values any article has. The last weeks know it of most; where they do not, all are counted."""
    wanted = frozenset(moment.snapshot.at_most(field, ids))
    lately = facets(replace(last_weeks(moment), facets=(field,)), moment, threads)()[field]
    return wanted if wanted <= {bucket.key for bucket in lately} else wanted & totals(field, moment).keys()


def _number(moment: Moment, request: SearchRequest) -> int:
    return moment.snapshot.searcher.search(_unranked(moment, request), limit=1).count or 0


def _first(order: Order, moment: Moment, request: SearchRequest) -> list[int]:
    searcher = moment.snapshot.searcher
    hits = searcher.search(_unranked(moment, request), limit=1, count=False, order_by_field="newest", order=order).hits
    return searcher.fast_field_values("id", [place for _score, place in hits])


def _unranked(moment: Moment, request: SearchRequest) -> Query:
    return Query.const_score_query(moment.query(request), 1.0)


def _shares(asked: Mapping[str, SearchRequest]) -> Iterator[tuple[SearchRequest, list[str]]]:
    """What one thread counts in one go: cheap facets whose selection makes no difference are counted together."""
    together: dict[SearchRequest, list[str]] = defaultdict(list)
    for name, request in asked.items():
        together[request].append(name)
    for request, names in together.items():
        yield from ((request, [name]) for name in names if name in COSTLY)
        cheap = [name for name in names if name not in COSTLY]
        if cheap:
            yield request, cheap


def _count(moment: Moment, request: SearchRequest, names: Iterable[str]) -> Facets:
    found = moment.snapshot.searcher.aggregate(
        moment.query(request), {name: _terms(name, request.facet_values) for name in names}
    )
    return {name: _buckets(values) for name, values in found.items()}


def _terms(name: str, most: int) -> dict[str, Any]:
    size = FACET_SIZES.get(name, most)
    return {"terms": {"field": name, "size": size, "segment_size": MOST_VALUES}}


def _buckets(found: dict[str, Any]) -> tuple[Bucket, ...]:
    buckets = (Bucket(_key(bucket["key"]), bucket["doc_count"]) for bucket in found["buckets"])
    return tuple(sorted(buckets, key=lambda bucket: (-bucket.count, bucket.key)))


def _key(key: Any) -> int | str:
    return key if isinstance(key, str) else int(key)
