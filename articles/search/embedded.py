"""The search engine inside this process: Tantivy over a folder. One instance serves all threads; a writer is opened
for each batch of changes, so that every process may write in its turn."""

from __future__ import annotations

import os
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from tantivy import Index, Occur, Order, Query, Searcher

from articles.querysets import TopicRule
from articles.search.begun import headlines_with
from articles.search.engine import Engine, Writer
from articles.search.generations import Generations, reading
from articles.search.request import SearchRequest
from articles.search.results import Bucket, Found, pages_of
from articles.search.schema import IndexedArticle
from articles.search.terms import id_range, query_for
from articles.search.totals import Totals
from articles.search.wording import SCHEMA
from articles.search.writing import writing
from articles.text.analysis import analyse, is_stopword

FACET_SIZES = {"desk": 1_000, "language": 100, "year": 1_000, "month": 5_000, "day": 30_000}
FACET_SIZE = 100
MOST_VALUES = 1_000_000
"""No facet has more values than this: counts are exact up to here."""
WRITER_MEMORY, REBUILD_MEMORY = 32_000_000, 256_000_000


class EmbeddedEngine(Engine):
    def __init__(self, folder: Path):
        super().__init__(folder)
        self.generations = Generations(folder)
        self._opening = threading.Lock()
        self._totals = Totals()
        self._state: tuple[object, ...] = ()
        self._index: Index | None = None
        self._searcher: Searcher | None = None
        self._fresh: Path | None = None

    def find(self, request: SearchRequest, at: datetime, hidden: frozenset[int] = frozenset()) -> Found:
        searcher, query = self.searcher(), query_for(request, at, hidden)
        with reading():
            ids, count = self._page(searcher, query, request)
            facets = self._facets(searcher, request, at, hidden)
        return Found(ids, count, request.page, pages_of(count, request.per_page), facets, request.query)

    def count(
        self, requests: Mapping[int, SearchRequest], at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[int, int]:
        searcher = self.searcher()
        queries = {key: query_for(request, at, hidden) for key, request in requests.items()}
        with reading():
            return {key: searcher.search(query, limit=1).count or 0 for key, query in queries.items()}

    def similar(
        self, article: IndexedArticle, at: datetime, limit: int, hidden: frozenset[int] = frozenset()
    ) -> tuple[int, ...]:
        searcher = self.searcher()
        allowed = query_for(SearchRequest(), at, hidden | {article.id})
        with reading():
            alike = _alike(article, searcher)
            if not alike or limit < 1:
                return ()
            query = Query.boolean_query([(Occur.Must, allowed), (Occur.Must, Query.boolean_query(alike))])
            return _ids(searcher, searcher.search(query, limit=limit).hits)

    def headlines(
        self,
        words: Sequence[str],
        at: datetime,
        limit: int,
        hidden: frozenset[int] = frozenset(),
        *,
        at_a_guess: bool = False,
    ) -> tuple[int, ...]:
        searcher, query = self.searcher(), headlines_with(words, at, hidden, at_a_guess=at_a_guess)
        with reading():
            found = searcher.search(query, limit=limit, order_by_field="newest", order=Order.Desc)
            return _ids(searcher, found.hits)

    def totals(
        self, field: str, ids: Iterable[int], at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[int, int]:
        searcher = self.searcher()
        with reading():
            return self._totals.of_values(searcher, field, ids, at, hidden)

    def topic_totals(
        self, rules: Mapping[int, TopicRule], at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[int, int]:
        searcher = self.searcher()
        with reading():
            return self._totals.of_topics(searcher, rules, at, hidden)

    def stamps(self, first: int, last: int) -> list[tuple[int, int]]:
        searcher, query = self.searcher(), id_range(first, last)
        with reading():
            count = searcher.search(query, limit=1).count or 1
            places = [place for _score, place in searcher.search(query, limit=count).hits]
            values = (searcher.fast_field_values(name, places) for name in ("id", "stamp"))
            return sorted(zip(*values, strict=True))

    def generation(self) -> str:
        self.searcher()
        return "-".join(map(str, self._state))

    def is_missing(self) -> bool:
        return self.generations.is_missing()

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        with reading():
            index = Index.open(str(self.generations.in_use()))
        with writing(index, WRITER_MEMORY, threads=1) as writer:
            yield writer

    @contextmanager
    def rebuilder(self) -> Iterator[Writer]:
        self._fresh = self.generations.new()
        with writing(Index(SCHEMA, path=str(self._fresh)), REBUILD_MEMORY, threads=os.cpu_count() or 1) as writer:
            yield writer

    def switch(self) -> None:
        if self._fresh:
            self.generations.use(self._fresh)
        self._fresh = None

    def searcher(self) -> Searcher:
        """A snapshot of the newest commit, taken anew when the files have changed. Raises IndexUnavailable."""
        with self._opening:
            try:
                return self._newest()
            except FileNotFoundError:  # a rebuild was switched in while we looked
                with reading():
                    return self._newest()

    def _newest(self) -> Searcher:
        folder = self.generations.in_use()
        seen = (folder / "meta.json").stat()
        state = (folder.name, seen.st_mtime_ns, seen.st_ino)
        if state != self._state or self._searcher is None:
            with reading():
                index = self._index if self._index and self._state[:1] == (folder.name,) else _opened(folder)
                index.reload()
                self._index, self._searcher, self._state = index, index.searcher(), state
        return self._searcher

    def _page(self, searcher: Searcher, query: Query, request: SearchRequest) -> tuple[tuple[int, ...], int]:
        offset = (request.page - 1) * request.per_page
        if offset >= searcher.num_docs:
            return (), searcher.search(query, limit=1).count or 0
        by = {} if request.is_ranked else {"order_by_field": "newest", "order": _order(request)}
        result = searcher.search(query, limit=request.per_page, offset=offset, **by)
        return _ids(searcher, result.hits), result.count or 0

    def _facets(
        self, searcher: Searcher, request: SearchRequest, at: datetime, hidden: frozenset[int]
    ) -> dict[str, tuple[Bucket, ...]]:
        """Each counts with its own selection ignored; those to which that makes no difference are counted together."""
        together: dict[SearchRequest, list[str]] = defaultdict(list)
        for name in request.facets:
            together[request.ignoring(name)].append(name)
        found: dict[str, Any] = {}
        for asked, names in together.items():
            found |= searcher.aggregate(query_for(asked, at, hidden), {name: _terms(name) for name in names})
        return {name: _buckets(found[name]) for name in request.facets}


def _alike(article: IndexedArticle, searcher: Searcher) -> list[tuple[Occur, Query]]:
    """What makes another article like this one: its rarest frequent words, and what it is filed under."""
    stems = Counter(
        term.stem
        for texts in article.texts.values()
        for text in texts
        for term in analyse(text, article.language)
        if len(term.stem) > 3 and not is_stopword(text[term.start : term.end])
    )
    known = {stem: searcher.doc_freq("body", stem) for stem in stems}
    total = searcher.num_docs
    telling = [stem for stem in stems if 1 < known[stem] <= max(2, total // 4)]
    telling.sort(key=lambda stem: (-stems[stem] / known[stem] ** 0.5, stem))
    queries = [Query.term_query(SCHEMA, "body", stem) for stem in telling[:20]]
    for field, ids, weight in (("tag", article.tag_ids, 4.0), ("person", article.person_ids, 3.0)):
        queries += [Query.boost_query(Query.term_query(SCHEMA, field, value), weight) for value in ids]
    return [(Occur.Should, query) for query in queries]


def _opened(folder: Path) -> Index:
    index = Index.open(str(folder))
    index.config_reader("manual")
    return index


def _ids(searcher: Searcher, hits: Sequence[tuple[Any, Any]]) -> tuple[int, ...]:
    return tuple(searcher.fast_field_values("id", [place for _score, place in hits]))


def _order(request: SearchRequest) -> Order:
    return Order.Asc if request.sort == "oldest" else Order.Desc


def _terms(name: str) -> dict[str, Any]:
    size = FACET_SIZES.get(name, FACET_SIZE)
    return {"terms": {"field": name, "size": size, "segment_size": MOST_VALUES}}


def _buckets(found: dict[str, Any]) -> tuple[Bucket, ...]:
    buckets = (Bucket(_key(bucket["key"]), bucket["doc_count"]) for bucket in found["buckets"])
    return tuple(sorted(buckets, key=lambda bucket: (-bucket.count, bucket.key)))


def _key(key: Any) -> int | str:
    return key if isinstance(key, str) else int(key)
