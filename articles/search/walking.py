"""Every hit of a question, for exports: one snapshot of the index, read in pages, each begun where the last one ended,
so that no page costs more than the one before it. Pages for readers are embedded.py's."""

from __future__ import annotations

from collections.abc import Iterator

from tantivy import FieldType, Occur, Order, Query, Searcher

from articles.search.generations import reading
from articles.search.wording import SCHEMA

PAGE = 5_000


def walk(searcher: Searcher, query: Query, order: Order) -> Iterator[tuple[int, ...]]:
    """The ids of all that the query finds, by date. A snapshot keeps what it had, whatever is written meanwhile."""
    rest = query
    while True:
        with reading():
            hits = searcher.search(rest, limit=PAGE, count=False, order_by_field="newest", order=order).hits
            places = [place for _key, place in hits]
            ids, keys = (searcher.fast_field_values(name, places) for name in ("id", "newest")) if places else ((), ())
        if ids:
            yield tuple(ids)
        if len(ids) < PAGE:
            return
        rest = Query.boolean_query([(Occur.Must, query), (Occur.Must, _beyond(keys[-1], order))])


def _beyond(key: int, order: Order) -> Query:
    """Of the sort keys, which are all different, those that come later in this order."""
    bounds = (key, None, False, True) if order == Order.Asc else (None, key, True, False)
    return Query.range_query(SCHEMA, "newest", FieldType.Integer, *bounds)
