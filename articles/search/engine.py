"""What the archive asks of a search engine, whichever it is; and the one engine of this process.
Knows nothing of the outbox: who fills the index is sync.py."""

from __future__ import annotations

import os
import threading
from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from articles.querysets import TopicRule
from articles.search.request import SearchRequest
from articles.search.results import Bucket, Found
from articles.search.schema import IndexedArticle

Prepared = Any
"""An article in an engine's own form, ready to be written; can be pickled."""


class Writer(ABC):
    """One writer at a time; nothing is seen before `commit`."""

    @abstractmethod
    def put(self, articles: Iterable[IndexedArticle]) -> None:
        """Add articles that are not in the index (`remove` them before)."""

    @abstractmethod
    def put_prepared(self, articles: Iterable[Prepared]) -> None: ...

    @abstractmethod
    def remove(self, article_ids: Sequence[int]) -> None: ...

    @abstractmethod
    def commit(self) -> None: ...


class Engine(ABC):
    """Every method that reads or writes an index raises IndexUnavailable where there is none it can use.

    `at` is the moment at which articles must be visible, `hidden` are ids that must not appear at all.
    """

    def __init__(self, folder: Path):
        self.folder = folder

    @abstractmethod
    def find(self, request: SearchRequest, at: datetime, hidden: frozenset[int] = frozenset()) -> Found: ...

    @abstractmethod
    def count(
        self, requests: Mapping[int, SearchRequest], at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[int, int]: ...

    @abstractmethod
    def values(
        self, request: SearchRequest, at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[str, tuple[Bucket, ...]]:
        """The facets of the request alone, without a hit. Quick when asked again."""

    @abstractmethod
    def firsts(
        self, requests: Mapping[int, SearchRequest], at: datetime, hidden: frozenset[int] = frozenset()
    ) -> dict[int, int]:
        """The id of the first hit by date of each request that has one. Quick when asked again."""

    @abstractmethod
    def walk(
        self, request: SearchRequest, at: datetime, hidden: frozenset[int] = frozenset()
    ) -> Iterator[tuple[int, ...]]:
        """The ids of every hit as the index is now, a few thousand at a time, newest first unless oldest is asked."""

    @abstractmethod
    def similar(
        self, article: IndexedArticle, at: datetime, limit: int, hidden: frozenset[int] = frozenset()
    ) -> tuple[int, ...]: ...

    @abstractmethod
    def headlines(
        self,
        words: Sequence[str],
        at: datetime,
        limit: int,
        hidden: frozenset[int] = frozenset(),
        *,
        at_a_guess: bool = False,
    ) -> tuple[int, ...]:
        """The newest articles with these words in their headline, of which the last may be only begun. A guess finds
        others besides, and the caller looks at the headlines."""

    @abstractmethod
    def totals(
        self, field: str, ids: Iterable[int] | None, at: datetime, hidden: frozenset[int] = frozenset()
    ) -> Mapping[int, int]:
        """How many articles these desks, tags, people or authors (None: all) have; none are left out. Quick when asked
        again."""

    @abstractmethod
    def in_use(self, field: str, ids: Iterable[int], at: datetime) -> frozenset[int]:
        """Which of these desks, tags, people or authors have anything, what waits in the outbox aside. Quick when asked
        again."""

    @abstractmethod
    def at_most(self, field: str, ids: Iterable[int]) -> Mapping[int, int]:
        """No more articles than so many does each of these tags or people have, the hidden ones counted too: it says
        what is worth counting, quickly, and is shown to nobody."""

    @abstractmethod
    def in_topics(
        self,
        rules: Mapping[int, TopicRule],
        request: SearchRequest,
        at: datetime,
        hidden: frozenset[int] = frozenset(),
    ) -> dict[int, int]:
        """How many of the hits of the request each topic has."""

    @abstractmethod
    def near(
        self, stems: Iterable[str], at: datetime, limit: int, hidden: frozenset[int] = frozenset()
    ) -> tuple[int, ...]:
        """Articles with a word that is nearly one of these stems, those with the nearest first."""

    @abstractmethod
    def generation(self) -> str:
        """Changes whenever the index does; keys caches and ETags."""

    def sees(self, at: datetime) -> Hashable:
        """The same for two moments at which the same articles are visible in the same index; keys answers."""
        return self.folder, self.generation(), at

    @abstractmethod
    def written_at(self) -> datetime:
        """When what is now searched was last written."""

    @abstractmethod
    def prepare(self, article: IndexedArticle) -> Prepared:
        """The work on an article that needs no index, and that another process may do."""

    @abstractmethod
    def forget_counts(self) -> None:
        """Counts that are remembered are counted anew; for measuring."""

    @abstractmethod
    def is_missing(self) -> bool:
        """No index at all, rather than one that cannot be used."""

    @abstractmethod
    def stamps(self, first: int, last: int) -> list[tuple[int, int]]:
        """(article id, stamp) of what is indexed from id `first` to `last`, for comparing with the database."""

    @abstractmethod
    def damaged(self) -> list[str]:
        """The files of the index in use that are not as they were written. Nobody may write meanwhile."""

    @abstractmethod
    def writer(self, *, fresh: bool = False) -> AbstractContextManager[Writer]:
        """Writes to the index in use, or to the one the last `rebuilder` wrote."""

    @abstractmethod
    def rebuilder(self) -> AbstractContextManager[Writer]:
        """Writes a new index beside the one in use; `switch` makes it the one in use. One that fails leaves nothing."""

    @abstractmethod
    def discard(self) -> None:
        """Throw away the index the last `rebuilder` wrote, unless it is in use: it takes as much room as the other."""

    @abstractmethod
    def switch(self, *, is_equal: bool = False) -> None:
        """Take the index the last `rebuilder` wrote into use, at once for every process. `is_equal` if the one it
        replaces says the same, so that a process which cannot read the new one may answer from the old one for now."""


_engines: dict[tuple[str, str, int], Engine] = {}
_opening = threading.Lock()


def engine() -> Engine:
    """The engine of this process, made after the worker has forked."""
    key = (settings.SEARCH_ENGINE, str(settings.INDEX_DIR), os.getpid())
    with _opening:
        if key not in _engines:
            _engines.clear()
            _engines[key] = import_string(settings.SEARCH_ENGINE)(Path(settings.INDEX_DIR))
        return _engines[key]
