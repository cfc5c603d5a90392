"""The outbox, read: what changed, and what of it must not be found any more. Writing the index is sync.py's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from articles.models import Article, OutboxEntry
from articles.once import once

MOST_ROWS = 20_000
"""Rows taken at once; an import writes some fifteen for each article."""
RANGES_AT_ONCE = 100

Range = tuple[int, int]


def hidden_ids(at: datetime) -> frozenset[int]:
    """Articles still in the outbox that are not visible now, deleted ones too: the index may know them otherwise."""
    return once(("hidden", at), lambda: _hidden_ids(at))


def _hidden_ids(at: datetime) -> frozenset[int]:
    if not is_waiting():  # as on nearly every page, and seen with a quarter of the work
        return frozenset()
    visible = Article.objects.visible(at).filter(pk=OuterRef("article_id"))
    waiting = OutboxEntry.objects.order_by().filter(~Exists(visible))
    return frozenset(waiting.values_list("article_id", flat=True).distinct())


def is_waiting(more_than: int = 0) -> bool:
    return OutboxEntry.objects.order_by("id")[more_than : more_than + 1].exists()


def covers_everything() -> bool:
    """Whether each article is in the outbox, so that an index can be made from nothing else. Counted, for to look for
    one that is not would go through the outbox for each article."""
    noted = Article.objects.filter(pk__in=OutboxEntry.objects.order_by().values("article_id"))
    return noted.count() == Article.objects.count()


def waiting_among(article_ids: set[int]) -> set[int]:
    """Those of the articles that are to be brought in anyway."""
    return article_ids & set(OutboxEntry.objects.order_by().values_list("article_id", flat=True).distinct())


def take() -> tuple[list[Range], list[int]]:
    """The oldest rows, as ranges of their ids, and the articles they name, each once."""
    rows = list(OutboxEntry.objects.order_by("id").values_list("id", "article_id")[:MOST_ROWS])
    return list(ranges(row for row, _ in rows)), list(dict.fromkeys(article for _, article in rows))


def everything() -> list[Range]:
    """All rows there are, as ranges."""
    return list(ranges(OutboxEntry.objects.order_by("id").values_list("id", flat=True).iterator(chunk_size=10_000)))


def forget(rows: Iterable[Range]) -> None:
    """Delete these rows and no others: one that was given a smaller id but committed later is not among them."""
    waiting = list(rows)
    for first in range(0, len(waiting), RANGES_AT_ONCE):
        some = waiting[first : first + RANGES_AT_ONCE]
        OutboxEntry.objects.filter(Q.create([Q(id__range=pair) for pair in some], connector=Q.OR)).delete()


def note(article_ids: Iterable[int]) -> None:
    """Ask for these articles to be brought in again."""
    OutboxEntry.objects.bulk_create([OutboxEntry(article_id=pk) for pk in article_ids], batch_size=1_000)


def ranges(ids: Iterable[int]) -> Iterator[Range]:
    """Ascending ids as unbroken stretches [first, last]."""
    first = last = None
    for number in ids:
        if last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last
