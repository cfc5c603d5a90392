"""The search engine inside this process: Tantivy over a folder. One instance serves all threads; a writer is opened
for each batch of changes, so that every process may write in its turn."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from tantivy import Index, Occur, Order, Query, Searcher

from articles.querysets import TopicRule
from articles.search.alike import alike
from articles.search.asking import nearly
from articles.search.begun import headlines_with
from articles.search.counting import Moment, counts, facets, firsts, in_use, last_weeks, newest_page, totals
from articles.search.damage import damaged
from articles.search.engine import Engine, Writer
from articles.search.generations import Generations, reading, writing_clearly
from articles.search.request import SearchRequest
from articles.search.results import Bucket, Found, pages_of
from articles.search.schema import FRESHNESS, IndexedArticle
from articles.search.snapshots import Snapshots
from articles.search.terms import id_range
from articles.search.walking import walk
from articles.search.wording import SCHEMA
from articles.search.writing import Fields, fields_of, writing

WRITER_MEMORY, REBUILD_MEMORY = 32_000_000, 224_000_000


class EmbeddedEngine(Engine):
    def __init__(self, folder: Path):
        super().__init__(folder)
        self.generations = Generations(folder)
        self.snapshots = Snapshots(self.generations)
        self._threads = ThreadPoolExecutor(os.cpu_count() or 1, "search")
        self._fresh: Path | None = None

    def find(self, request: SearchRequest, at: datetime, hidden: frozenset[int] = frozenset()) -> Found:
        moment = Moment(self.snapshots.newest(), at, hidden)
        with reading():
            counted = facets(request, moment, self._threads)
            ids, count = self._page(moment, request)
            found = counted()
        return Found(ids, count, request.page, pages_of(count, request.per_page), found, request.query)

    def count(
        self, requests: Mapping[int, SearchRequest], at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[int, int]:
        moment = Moment(self.snapshots.newest(), at, hidden)
        with reading():
            return counts(requests, moment, self._threads)

    def values(
        self, request: SearchRequest, at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[str, tuple[Bucket, ...]]:
        moment = Moment(self.snapshots.newest(), at, hidden)
        with reading():
            return facets(request, moment, self._threads)()

    def firsts(
        self, requests: Mapping[int, SearchRequest], at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[int, int]:
        moment = Moment(self.snapshots.newest(), at, hidden)
        with reading():
            found = firsts(requests, moment, self._threads)
        return {key: ids[0] for key, ids in found.items() if ids}

    def walk(
        self, request: SearchRequest, at: datetime, hidden: frozenset[int] = frozenset()
    ) -> Iterator[tuple[int, ...]]:
        moment = Moment(self.snapshots.newest(), at, hidden)
        with reading():
            query = moment.query(request)
        return walk(moment.snapshot.searcher, query, _order(request))

    def similar(
        self, article: IndexedArticle, at: datetime, limit: int, hidden: frozenset[int] = frozenset()
    ) -> tuple[int, ...]:
        moment = Moment(self.snapshots.newest(), at, hidden | {article.id})
        searcher = moment.snapshot.searcher
        with reading():
            wanted = alike(article, searcher)
            if not wanted or limit < 1:
                return ()
            query = Query.boolean_query([(Occur.Must, wanted), (Occur.Must, moment.query(SearchRequest()))])
            return _ids(searcher, searcher.search(query, limit=limit, count=False).hits)

    def headlines(
        self,
        words: Sequence[str],
        at: datetime,
        limit: int,
        hidden: frozenset[int] = frozenset(),
        *,
        at_a_guess: bool = False,
    ) -> tuple[int, ...]:
        moment = Moment(self.snapshots.newest(), at, hidden)
        searcher = moment.snapshot.searcher
        hits: Sequence[tuple[Any, Any]] = ()
        with reading():
            for among in (last_weeks(moment), SearchRequest()):
                if len(hits) < limit:
                    query = headlines_with(words, moment.query(among), at_a_guess=at_a_guess)
                    hits = searcher.search(query, limit=limit, count=False, order_by_field="newest").hits
            return _ids(searcher, hits)

    def totals(
        self, field: str, ids: Iterable[int] | None, at: datetime, hidden: frozenset[int] = frozenset()
    ) -> Mapping[int, int]:
        moment = Moment(self.snapshots.newest(), at, hidden)
        with reading():
            known = totals(field, moment)
        return known if ids is None else {value: known[value] for value in ids if value in known}

    def in_use(self, field: str, ids: Iterable[int], at: datetime) -> frozenset[int]:
        moment = Moment(self.snapshots.newest(), at, frozenset())
        with reading():
            return in_use(field, ids, moment, self._threads)

    def at_most(self, field: str, ids: Iterable[int]) -> Mapping[int, int]:
        return self.snapshots.newest().at_most(field, ids)

    def in_topics(
        self,
        rules: Mapping[int, TopicRule],
        request: SearchRequest,
        at: datetime,
        hidden: frozenset[int] = frozenset(),
    ) -> dict[int, int]:
        """A question for each: on a million articles quicker than going once through the hits for all of them."""
        inside = {topic: replace(request, within=(*request.within, rule)) for topic, rule in rules.items()}
        return self.count(inside, at, hidden)

    def near(
        self, stems: Iterable[str], at: datetime, limit: int, hidden: frozenset[int] = frozenset()
    ) -> tuple[int, ...]:
        moment = Moment(self.snapshots.newest(), at, hidden)
        searcher = moment.snapshot.searcher
        with reading():
            query = Query.boolean_query([(Occur.Must, moment.query(SearchRequest())), (Occur.Must, nearly(stems))])
            return _ids(searcher, searcher.search(query, limit=limit, count=False).hits)

    def stamps(self, first: int, last: int) -> list[tuple[int, int]]:
        searcher, query = self.searcher(), id_range(first, last)
        with reading():
            count = searcher.search(query, limit=1).count or 1
            places = [place for _score, place in searcher.search(query, limit=count).hits]
            values = (searcher.fast_field_values(name, places) for name in ("id", "stamp"))
            return sorted(zip(*values, strict=True))

    def generation(self) -> str:
        return "-".join(map(str, self.snapshots.newest().state))

    def sees(self, at: datetime) -> Hashable:
        snapshot = self.snapshots.newest()
        return self.folder, snapshot.state, snapshot.still_hidden(at)

    def prepare(self, article: IndexedArticle) -> Fields:
        return fields_of(article)

    def forget_counts(self) -> None:
        self.snapshots.newest().forget_counts()

    def written_at(self) -> datetime:
        with reading():
            return datetime.fromtimestamp((self.generations.in_use() / "meta.json").stat().st_mtime, UTC)

    def is_missing(self) -> bool:
        return self.generations.is_missing()

    def damaged(self) -> list[str]:
        return damaged(self.generations.in_use())

    @contextmanager
    def writer(self, *, fresh: bool = False) -> Iterator[Writer]:
        folder = self._fresh if fresh and self._fresh else self.generations.in_use()
        with reading():
            index = Index.open(str(folder))
        with writing(index, WRITER_MEMORY, threads=1) as writer:
            yield writer

    @contextmanager
    def rebuilder(self) -> Iterator[Writer]:
        self._fresh = self.generations.new()
        try:
            with writing_clearly():
                index = Index(SCHEMA, path=str(self._fresh))
            with writing(index, REBUILD_MEMORY, threads=os.cpu_count() or 1) as writer:
                yield writer
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        self._fresh = None
        self.generations.clear()

    def switch(self, *, is_equal: bool = False) -> None:
        if self._fresh:
            self.generations.use(self._fresh, is_equal=is_equal)
        self._fresh = None

    def searcher(self) -> Searcher:
        """Of the newest commit. Raises IndexUnavailable."""
        return self.snapshots.newest().searcher

    def _page(self, moment: Moment, request: SearchRequest) -> tuple[tuple[int, ...], int]:
        searcher, query = moment.snapshot.searcher, moment.query(request)
        offset = (request.page - 1) * request.per_page
        if offset >= searcher.num_docs:
            return (), searcher.search(query, limit=1).count or 0
        if newest := newest_page(moment, request, offset):
            return _ids(searcher, newest.hits), counts({0: request}, moment, self._threads)[0]
        by = _ranked(request) if request.is_ranked else {"order_by_field": "newest", "order": _order(request)}
        result = searcher.search(query, limit=request.per_page, offset=offset, **by)
        return _ids(searcher, result.hits), result.count or 0


def _ids(searcher: Searcher, hits: Sequence[tuple[Any, Any]]) -> tuple[int, ...]:
    return tuple(searcher.fast_field_values("id", [place for _score, place in hits]))


def _ranked(request: SearchRequest) -> dict[str, Any]:
    return {"weight_by_field": FRESHNESS} if request.by_time and settings.RANK_BY_TIME else {}


def _order(request: SearchRequest) -> Order:
    return Order.Asc if request.sort == "oldest" else Order.Desc
