"""The hits over time: years, then months, then days, each bar a link that narrows to it. Its counts ignore the days
that are chosen on its own level, so that a neighbour can be chosen as well."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles import sentences
from articles.charts import BarChart, Column, bar_chart
from articles.filters import ListingFilter
from articles.listings import Listing
from articles.search.schema import year_month_day
from articles.views.ways import address

HEIGHT = 72
"""Low enough to leave room for the first hits."""
MONTHS_DRAWN = 24
DAYS_DRAWN = 62
MONTHS_NAMED = 48
"""Of more only the years are told: labels every five months would be no help."""
MONTHS_COVERED = 240
"""Of a whole page's articles: twenty years, each month three points wide."""

Unit = Literal["year", "month", "day"]
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Period:
    """What one bar stands for: `key` is the index's number for it, `value` what the address says."""

    key: int
    first: date
    last: date
    value: str
    label: str
    tick: str


@dataclass(frozen=True, slots=True)
class Step:
    """A wider span to go back to; without a query it is where one is."""

    label: str
    query: str = ""


@dataclass(frozen=True, slots=True)
class Histogram:
    title: str
    chart: BarChart
    steps: list[Step]


@dataclass(frozen=True, slots=True)
class Level:
    """What a bar stands for, and the days the bars cover: whole years or months; without days what the hits cover."""

    unit: Unit
    days: Days | None = None


def level_of(asked: ListingFilter, widest: Unit = "year") -> Level:
    first, last = asked.span
    if not first or not last or first > last:
        return Level(widest)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1 or (last - first).days < DAYS_DRAWN:
        return Level("day", (first.replace(day=1), _last_of_month(last)))
    if first.year == last.year or months <= MONTHS_DRAWN:
        return Level("month", (first.replace(month=1, day=1), last.replace(month=12, day=31)))
    return Level(widest)


def histogram(request: HttpRequest, listing: Listing, asked: ListingFilter, level: Level) -> Histogram | None:
    """None where there is nothing to compare. Months that are too many are drawn as years, for which the listing needs
    that facet too."""
    level = _as_fine_as_fits(listing, level)
    counts = {int(bucket.key): bucket.count for bucket in listing.facets.get(level.unit, ())}
    columns = list(_columns(request, asked, _periods(level, counts), counts))
    if len(columns) < 2 or not any(column.count for column in columns):
        return None
    return Histogram(_title(level, asked), bar_chart(columns, HEIGHT), _steps(request, asked, level))


def _as_fine_as_fits(listing: Listing, level: Level) -> Level:
    months = [int(bucket.key) for bucket in listing.facets.get("month", ())] if level.unit == "month" else []
    if level.days or not months:
        return level
    first, last = (year * 12 + month for year, month in (divmod(end, 100) for end in (min(months), max(months))))
    return Level("year") if last - first >= MONTHS_COVERED else level


def _title(level: Level, asked: ListingFilter) -> str:
    """What a question found are hits; what a page lists are articles."""
    found = {"year": _("Treffer je Jahr"), "month": _("Treffer je Monat"), "day": _("Treffer je Tag")}
    listed = {"year": _("Artikel je Jahr"), "month": _("Artikel je Monat"), "day": _("Artikel je Tag")}
    title = (found if asked.asked.get("q") else listed)[level.unit]
    return f"{title}, {sentences.span(*level.days)}" if level.days else title


def _columns(
    request: HttpRequest, asked: ListingFilter, periods: Iterable[Period], counts: dict[int, int]
) -> Iterator[Column]:
    """A period is faint unless it lies, at least with a day, in what is chosen."""
    years, (first, last) = asked.chosen("year"), asked.span
    first, last, rest = first or date.min, last or date.max, address(request, year=None, **{"from": None, "to": None})
    start = f"{rest}&" if len(rest) > 1 else rest
    for one in periods:
        is_asked = (not years or one.first.year in years) and first <= one.last and one.first <= last
        query = f"{start}from={one.value}&to={one.value}"
        yield Column(one.label, counts.get(one.key, 0), query, one.tick, is_faint=not is_asked)


def _periods(level: Level, counts: Iterable[int]) -> list[Period]:
    """Without gaps, so that silence is seen."""
    if not level.days:
        known = sorted(counts)
        if level.unit == "month":
            months = [_month(first, says_year=True) for first in _months(known)]
            return months if len(months) <= MONTHS_NAMED else [_of_year(month) for month in months]
        return [_year(year) for year in range(known[0], known[-1] + 1)] if known else []
    first, last = level.days
    if level.unit == "month":
        years = range(first.year, last.year + 1)
        return [_month(date(year, month, 1), says_year=len(years) > 1) for year in years for month in range(1, 13)]
    return [_day(first + timedelta(days=number)) for number in range((last - first).days + 1)]


def _months(known: list[int]) -> list[date]:
    """From January of the first year to the last month that has anything."""
    if not known:
        return []
    (first, _none), (year, month) = divmod(known[0], 100), divmod(known[-1], 100)
    return [date(number // 12, number % 12 + 1, 1) for number in range(first * 12, year * 12 + month)]


def _year(year: int) -> Period:
    name = f"{year:04}"
    return Period(year, date(year, 1, 1), date(year, 12, 31), name, name, name)


def _of_year(month: Period) -> Period:
    return month if month.first.month == 1 else replace(month, tick="")


def _month(first: date, *, says_year: bool = False) -> Period:
    """Of several years January bears the year."""
    tick = f"{first.year:04}" if first.month == 1 and says_year else date_format(first, "M")
    value = f"{first.year:04}-{first.month:02}"
    return Period(first.year * 100 + first.month, first, _last_of_month(first), value, sentences.month(first), tick)


def _day(day: date) -> Period:
    tick = date_format(day, "j. M") if day.day == 1 else str(day.day)
    return Period(year_month_day(day), day, day, day.isoformat(), sentences.day(day), tick)


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _steps(request: HttpRequest, asked: ListingFilter, level: Level) -> list[Step]:
    """From all years down to where one is."""
    if not level.days:
        return []
    first, last = level.days
    years = _year(first.year), _year(last.year)
    steps = [_step(request, *years)]
    if level.unit == "day":
        steps.append(_step(request, _month(first), _month(last)))
    here = sentences.span(*asked.span)
    wider = [step for step in steps if step.label != here]
    everything = Step(_("Alle Jahre"), address(request, year=None, **{"from": None, "to": None}))
    return [everything, *wider, Step(here)]


def _step(request: HttpRequest, first: Period, last: Period) -> Step:
    query = address(request, year=None, **{"from": first.value, "to": last.value})
    return Step(sentences.span(first.first, last.last), query)
