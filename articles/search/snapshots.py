"""What is open of the embedded index: one commit, shared by all threads of this process, taken anew when there is a
newer one."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from tantivy import FieldType, Index, Query, Searcher

from articles.search.asking import GREATEST
from articles.search.caching import Recent
from articles.search.generations import Generations, OtherVersion, State, reading, state_of
from articles.search.schema import NEVER, microseconds
from articles.search.wording import SCHEMA, UNPUBLISHED

COUNTS_KEPT = 2_000
MOST_NAMED = 200
USUALLY = 500
"""Hardly ever are more articles planned. To ask for them goes through all there are: once, where that will do."""
_NEVER = microseconds(NEVER)


class Snapshot:
    """One commit of the index. What is remembered of it is as true as on the first day, and goes with it."""

    def __init__(self, searcher: Searcher, state: State):
        self.searcher, self.state = searcher, state
        self.counts: Recent[Any] = Recent(COUNTS_KEPT)
        self._later: tuple[int, list[tuple[int, int]]] | None = None
        self._never: int | None = None
        self._at_most: dict[tuple[str, int], int] = {}

    def still_hidden(self, at: datetime) -> int:
        """How many of its articles are not visible yet. In one commit what is visible stays so: two moments with the
        same number see the same articles."""
        now = microseconds(at)
        return len(self._after(now)) + self._unpublished(now)

    def not_yet(self, at: datetime) -> frozenset[int] | None:
        """The ids of what is published and not visible yet; None if they are too many to be named one by one, or if the
        moment is one that sees everything."""
        now = microseconds(at)
        later = self._after(now)
        return None if now >= _NEVER or len(later) > MOST_NAMED else frozenset(pk for _moment, pk in later)

    def at_most(self, field: str, ids: Iterable[int]) -> dict[int, int]:
        """How many articles have the value, those counted that are deleted since or that nobody sees; none are left
        out. The index knows it without looking at them."""
        known = self._at_most
        known.update({(field, pk): self.searcher.doc_freq(field, pk) for pk in ids if (field, pk) not in known})
        return {pk: known[field, pk] for pk in ids if known[field, pk]}

    def forget_counts(self) -> None:
        self.counts.clear()
        self._at_most.clear()

    def _after(self, now: int) -> list[tuple[int, int]]:
        known = self._later
        if known is None or now < known[0]:
            known = self._later = now, self._moments_after(now)
        return known[1][bisect_right(known[1], (now, GREATEST)) :]

    def _unpublished(self, now: int) -> int:
        """Counted once, and never read: imported drafts may be as many as the rest. They are on a list of their own; a
        range of moments is looked up for each article there is."""
        if now >= _NEVER:
            return 0
        if self._never is None:
            never = Query.term_query(SCHEMA, UNPUBLISHED, 1)
            self._never = self.searcher.search(never, limit=1).count or 0
        return self._never

    def _moments_after(self, now: int) -> list[tuple[int, int]]:
        """When each of the articles not visible yet will be, and its id, ascending."""
        later = Query.range_query(SCHEMA, "visible_from", FieldType.Integer, now + 1, _NEVER, True, False)
        found = self.searcher.search(later, limit=USUALLY)
        if (found.count or 0) > USUALLY:
            found = self.searcher.search(later, limit=found.count)
        places = [place for _score, place in found.hits]
        moments, ids = (self.searcher.fast_field_values(name, places) for name in ("visible_from", "id"))
        return sorted(zip(moments, ids, strict=True))


class Snapshots:
    def __init__(self, generations: Generations):
        self._generations = generations
        self._opening = threading.Lock()
        self._index: Index | None = None
        self._open: Snapshot | None = None

    def newest(self) -> Snapshot:
        """Raises IndexUnavailable."""
        with self._opening:
            try:
                return self._newest()
            except FileNotFoundError:  # a rebuild was switched in while we looked
                with reading():
                    return self._newest()

    def _newest(self) -> Snapshot:
        try:
            folder = self._generations.in_use()
        except OtherVersion:
            if self._open and self._generations.says_no_more_than(self._open.state):
                return self._open
            raise
        state = state_of(folder)
        if self._open is None or self._open.state != state:
            with reading():
                self._open = self._opened(folder, state)
        return self._open

    def _opened(self, folder: Path, state: State) -> Snapshot:
        """The state was read before: if a commit came between, the next question opens the index once more."""
        is_known = self._index is not None and self._open is not None and self._open.state[0] == folder.name
        index = self._index if is_known and self._index else _index(folder)
        index.reload()
        self._index = index
        return Snapshot(index.searcher(), state)


def _index(folder: Path) -> Index:
    index = Index.open(str(folder))
    index.config_reader("manual")
    return index
