"""The archive by the calendar: how many articles a month and a day have, and which periods have any. Counts are the
index's; without one the database says which days there are, and counts nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from articles import search
from articles.errors import IndexUnavailable
from articles.models import Article
from articles.search.request import SearchRequest
from articles.search.results import Bucket


def months_counted(at: datetime) -> dict[date, int] | None:
    """Visible articles a month, by its first day, the latest first; None without an index."""
    try:
        found = search.values(SearchRequest(facets=("month",)), at)["month"]
    except IndexUnavailable:
        return None
    keys = sorted(((int(bucket.key), bucket.count) for bucket in found), reverse=True)
    return {date(key // 100, key % 100, 1): count for key, count in keys}


def by_day(buckets: Iterable[Bucket]) -> dict[date, int]:
    """The counts of the facet "day"."""
    keys = ((int(bucket.key), bucket.count) for bucket in buckets)
    return {date(key // 10_000, key // 100 % 100, key % 100): count for key, count in keys}


def days_in_print(at: datetime, first: date, last: date) -> set[date]:
    """The days that have anything visible, without an index."""
    rows = Article.objects.visible(at).between(first, last).order_by().values_list("published_on")
    return {day for (day,) in rows.distinct()}


def years_in_print(at: datetime) -> range:
    """From the first year to the last, without an index: the ends are looked up, what lies between is not read."""
    visible = Article.objects.visible(at)
    first, last = (visible.order_by(order).values_list("published_on")[:1] for order in _ENDS)
    ends = [day.year for found in (first, last) for (day,) in found]
    return range(ends[0], ends[1] + 1) if ends else range(0)


def beside(first: date, last: date, at: datetime) -> tuple[date | None, date | None]:
    """The nearest days with anything visible before the first and after the last."""
    visible = Article.objects.visible(at)
    before = visible.filter(published_on__lt=first).order_by("-published_on").values_list("published_on")[:1]
    after = visible.filter(published_on__gt=last).order_by("published_on").values_list("published_on")[:1]
    earlier, later = list(before), list(after)
    return (earlier[0][0] if earlier else None), (later[0][0] if later else None)


_ENDS = ("published_on", "-published_on")
