"""The archive by date: years, months and days, each with its counts and the way to the next that has anything. Dates
that no calendar has are a 404."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from articles import calendars, periods, scopes, sentences
from articles.charts import Column, bar_chart
from articles.listings import Listing
from articles.views.histogram import Level
from articles.views.moves import moved
from articles.views.pages import list_page


@dataclass(frozen=True, slots=True)
class Step:
    """The next period that has anything, before or after."""

    label: str
    url: str


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Every year there is, newest first, with its months; the years as a chart."""
    at = timezone.now()
    months = periods.months_counted(at)
    years = sorted({first.year for first in months} if months is not None else periods.years_in_print(at))
    per_year = {year: _months_of(year, months) for year in reversed(years)}
    totals = {year: sum(count or 0 for _, count, _ in row) for year, row in per_year.items()} if months else {}
    columns = [Column(f"{year:04}", totals.get(year, 0), _year_url(year), f"{year:04}") for year in _gapless(years)]
    rows = [(f"{year:04}", totals.get(year), _year_url(year), row) for year, row in per_year.items()]
    context = {
        "years": rows,
        "chart": bar_chart(columns if months else []),
        "total": sum(totals.values()) if months else None,
    }
    return render(request, "articles/archive.html", context)


def _gapless(years: list[int]) -> range:
    """So that a year of silence is seen."""
    return range(years[0], years[-1] + 1) if years else range(0)


def _months_of(year: int, months: Mapping[date, int] | None) -> list[tuple[date, int | None, int]]:
    """Each month with its count and shade; without counts every month may have something."""
    firsts = [date(year, number, 1) for number in range(1, 13)]
    if months is None:
        return [(first, None, 1) for first in firsts]
    most = max(months.values())
    return [(first, months.get(first, 0), calendars.level(months.get(first, 0), most)) for first in firsts]


@require_safe
def year(request: HttpRequest, year: str) -> HttpResponse:
    first, last = span_or_404(year)

    def with_calendar(shown: dict[str, Any]) -> dict[str, Any]:
        counts = _days(shown["listing"], first, last, shown["at"])
        return {"calendar": calendars.year_of(first.year, counts)}

    return _dated(request, "articles/year.html", first, last, with_calendar)


@require_safe
def month(request: HttpRequest, year: str, month: str) -> HttpResponse:
    first, last = span_or_404(year, month)

    def with_calendar(shown: dict[str, Any]) -> dict[str, Any]:
        counts = _days(shown["listing"], first, last, shown["at"])
        most = max((count or 0 for count in counts.values()), default=0)
        return {"calendar": [calendars.month_of(first, counts, most)]}

    return _dated(request, "articles/month.html", first, last, with_calendar)


@require_safe
def day(request: HttpRequest, year: str, month: str, day: str) -> HttpResponse:
    return _dated(request, "articles/day.html", *span_or_404(year, month, day), lambda shown: {})


@require_safe
def short_date(request: HttpRequest, dates: str) -> HttpResponse:
    """/2024/11/ leads to /archive/2024/11/."""
    return moved(request, f"{reverse('archive')}{dates}/")


def _dated(request: HttpRequest, template: str, first: date, last: date, more: Any) -> HttpResponse:
    at = timezone.now()
    before, after = periods.beside(first, last, at)
    context = {
        "first": first,
        "last": last,
        "before": _step(before, first, last) if before else None,
        "after": _step(after, first, last) if after else None,
        "base": reverse("archive"),
        "weekdays": [(date_format(day, "D"), date_format(day, "l")) for day in _WEEK],
        "kept": _kept(request),
    }
    scope, level = scopes.of_days(first, last), Level("day", (first, last))
    return list_page(request, template, context, at=at, scope=scope, may_be_empty=False, level=level, more=more)


_WEEK = [date(2024, 1, number) for number in range(1, 8)]
"""Any week that begins on a Monday."""


def _days(listing: Listing, first: date, last: date, at: datetime) -> dict[date, int | None]:
    """Counted with the filters that are set; without an index just the days there are."""
    if not listing.is_complete:
        return dict.fromkeys(periods.days_in_print(at, first, last))
    return dict(periods.by_day(listing.facets.get("day", ())))


def _step(found: date, first: date, last: date) -> Step:
    """To the year, the month or the day in which the date lies, as wide as the page is."""
    if first == last:
        return Step(sentences.day(found), _day_url(found))
    if first.month == last.month:
        return Step(sentences.month(found), _month_url(found))
    return Step(f"{found.year:04}", _year_url(found.year))


def _kept(request: HttpRequest) -> str:
    """The filters, which hold from a year to its days as well."""
    query = request.GET.copy()
    for own in ("page", "from", "to", "year", "facet", "name"):
        query.pop(own, None)
    return f"?{query.urlencode()}" if query else ""


def span_or_404(*date_parts: str) -> tuple[date, date]:
    try:
        return scopes.span(*date_parts)
    except ValueError as error:
        raise Http404 from error


def _year_url(year: int) -> str:
    return reverse("archive_year", args=[f"{year:04}"])


def _month_url(day: date) -> str:
    return reverse("archive_month", args=[f"{day.year:04}", f"{day.month:02}"])


def _day_url(day: date) -> str:
    return reverse("archive_day", args=[f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"])
