"""What the front page says besides the newest: each desk's newest, what the archive holds, what this month is about,
and what was in the paper on this day. Without an index there are the desks and the day."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from django.utils.timezone import localdate

from articles import listings, search
from articles.errors import IndexUnavailable
from articles.models import Article, Desk, Tag, Topic
from articles.models.desk import below, desks, parents
from articles.querysets import ArticleQuerySet, TopicRule
from articles.search.request import SearchRequest

LATEST_READ = 200
"""Articles in which the newest of each desk are looked for; a desk that is rarer is asked by itself."""
MONTH, YEAR = timedelta(days=30), timedelta(days=365)
TAGS_READ = 20
"""The month's most frequent tags, among which the risen ones are looked for."""
LEAST = 2
"""One article makes nothing the talk of the town."""
YEARS_BACK = 100
AROUND = 3
"""Days on either side that are looked at too where the day itself has little."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many articles there are, and from which years."""

    years: Mapping[int, int]

    @property
    def count(self) -> int:
        return sum(self.years.values())

    @property
    def first(self) -> int:
        return min(self.years)

    @property
    def last(self) -> int:
        return max(self.years)


@dataclass(frozen=True, slots=True)
class Risen:
    """A topic or tag with its articles of the last 30 days, and how many 30 days of the year before had."""

    row: Topic | Tag
    count: int
    usual: float


def newest_by_desk(at: datetime, limit: int, without: Iterable[int] = ()) -> list[tuple[Desk, list[Article]]]:
    """For each desk at the top of the tree its newest articles, those of the desks below it included."""
    tree = parents()
    newest = Article.objects.visible(at).newest_first().exclude(pk__in=set(without))
    latest = list(newest.values_list("desk_id", "published_at", "id")[:LATEST_READ])
    chosen = {}
    for desk in (desk for desk in desks() if desk.parent_id is None):
        under = below([desk.pk], tree)
        ids = [article_id for desk_id, _, article_id in latest if desk_id in under][:limit]
        is_certain = len(ids) == limit or len(latest) < LATEST_READ
        chosen[desk] = ids if is_certain else _newest_ids(newest, under, limit)
    found = {article.pk: article for article in listings.rows([pk for ids in chosen.values() for pk in ids], at)}
    return [(desk, [found[pk] for pk in ids if pk in found]) for desk, ids in chosen.items() if ids]


def _newest_ids(newest: ArticleQuerySet, desk_ids: Iterable[int], limit: int) -> list[int]:
    """One small indexed query a desk: a single query over several would read every article they have."""
    each = (newest.filter(desk_id=desk_id).values_list("published_at", "id")[:limit] for desk_id in desk_ids)
    return [article_id for _, article_id in sorted(chain.from_iterable(each), reverse=True)[:limit]]


def holdings(at: datetime) -> Holdings | None:
    years = listings.counts("year", at)
    return Holdings(dict(sorted(years.items()))) if years else None


def risen_topics(at: datetime, limit: int) -> list[Risen]:
    """The public topics of which there is more to read this month than usual, those that rose most first."""
    try:
        return _risen(listings.shown_topics(), listings.topic_rules(), at)[:limit]
    except IndexUnavailable:
        return []


def risen_tags(at: datetime, limit: int) -> list[Risen]:
    """The same of tags, among the most frequent of the month."""
    try:
        found = search.find(_month(at, facets=("tag",)), at).facets["tag"]
        tags = Tag.objects.in_bulk([int(bucket.key) for bucket in found])
        return _risen(tags, {pk: TopicRule(tag_ids=frozenset([pk])) for pk in tags}, at)[:limit]
    except IndexUnavailable:
        return []


def _risen(rows: Mapping[int, Topic | Tag], rules: dict[int, TopicRule], at: datetime) -> list[Risen]:
    now = search.count_topics(rules, _month(at), at)
    busy = {pk: rules[pk] for pk, count in now.items() if count >= LEAST}
    before = search.count_topics(busy, _year_before(at), at)
    found = [Risen(rows[pk], now[pk], before[pk] * MONTH / YEAR) for pk in busy]
    return sorted((one for one in found if one.count > one.usual), key=lambda one: one.usual - one.count)


def _month(at: datetime, facets: tuple[str, ...] = ()) -> SearchRequest:
    today = localdate(at)
    first = today - MONTH + timedelta(days=1)
    return SearchRequest(first_day=first, last_day=today, per_page=1, facets=facets, facet_values=TAGS_READ)


def _year_before(at: datetime) -> SearchRequest:
    last = localdate(at) - MONTH
    return SearchRequest(first_day=last - YEAR + timedelta(days=1), last_day=last, per_page=1)


# ---- on this day ----------------------------------------------------------------------------------------------------


def on_this_day(at: datetime, limit: int) -> list[Article]:
    """An article of each earlier year, from the same day or, where there are too few, from the days around it; the
    latest year first."""
    today = localdate(at)
    ids = _days_remembered(today, 0, at)
    if len(ids) < limit:
        ids = _days_remembered(today, AROUND, at)
    return listings.brief_rows(ids[:limit], at)


def _days_remembered(today: date, around: int, at: datetime) -> tuple[int, ...]:
    """Asked each time where there is no index to say whether anything has changed."""
    try:
        return search.remembered(("on this day", today, around), at, lambda _hidden: _of_days(today, around, at))
    except IndexUnavailable:
        return _of_days(today, around, at)


def _of_days(today: date, around: int, at: datetime) -> tuple[int, ...]:
    """The id of one article for each earlier year, the latest first."""
    days = [day + timedelta(days=step) for day in _earlier(today) for step in range(-around, around + 1)]
    newest: dict[int, int] = {}
    for day, pk in (
        Article.objects.visible(at).filter(published_on__in=days).order_by().values_list("published_on", "pk")
    ):
        newest[day.year] = max(pk, newest.get(day.year, 0))
    return tuple(newest[year] for year in sorted(newest, reverse=True))


def _earlier(today: date) -> list[date]:
    """The same day in earlier years; the 29th of February is not in all of them."""
    leap = (today.month, today.day) == (2, 29)
    years = range(today.year - 1, max(today.year - YEARS_BACK, 1), -1)
    return [today.replace(year=year) for year in years if not leap or isleap(year)]
