"""What is on the rise: tags that the latest month has more often than is usual. From the index's counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from articles import search
from articles.errors import IndexUnavailable
from articles.models import Article, Tag
from articles.search.request import SearchRequest

DAYS = 30
BEFORE = 12
"""So many periods before the latest say what is usual."""
LEAST = 3
"""Fewer articles are no rise."""
MOST_VALUES = 10_000


@dataclass(frozen=True, slots=True)
class Rise:
    """`usual` is the mean of the periods before."""

    tag: Tag
    count: int
    usual: float


@dataclass(frozen=True, slots=True)
class Rising:
    """The latest period, and what rose in it, the steepest first."""

    first: date
    last: date
    rises: list[Rise]


def rising_tags(at: datetime, limit: int) -> Rising | None:
    """The period ends with the newest article, so that an archive that is closed has risers too; None without an
    index or an article."""
    try:
        newest = _newest_day(at)
        if not newest:
            return None
        first = newest - timedelta(days=DAYS - 1)
        now = _counts(first, newest, at)
        before = _counts(first - timedelta(days=DAYS * BEFORE), first - timedelta(days=1), at)
    except IndexUnavailable:
        return None
    steep = steepest(now, before, limit)
    tags = Tag.objects.in_bulk(steep)
    return Rising(first, newest, [Rise(tags[pk], now[pk], before.get(pk, 0) / BEFORE) for pk in steep if pk in tags])


def steepest(now: Mapping[int, int], before: Mapping[int, int], limit: int) -> list[int]:
    """By how far the count lies above the usual one, in units of what chance may add."""
    usual = {pk: before.get(pk, 0) / BEFORE for pk in now}
    steep = {pk: (count - usual[pk]) / (usual[pk] + 1) ** 0.5 for pk, count in now.items() if count >= LEAST}
    return sorted((pk for pk, value in steep.items() if value > 0), key=lambda pk: (-steep[pk], pk))[:limit]


def _newest_day(at: datetime) -> date | None:
    found = search.firsts({0: SearchRequest(sort="newest")}, at)
    return Article.objects.visible(at).filter(pk__in=found.values()).values_list("published_on", flat=True).first()


def _counts(first: date, last: date, at: datetime) -> dict[int, int]:
    asked = SearchRequest(first_day=first, last_day=last, facets=("tag",), facet_values=MOST_VALUES)
    return {int(bucket.key): bucket.count for bucket in search.values(asked, at)["tag"]}
