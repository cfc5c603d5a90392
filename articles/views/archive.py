"""The archive by date: years, months and days, each with its counts. Dates that no calendar has are a 404."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from articles import listings, scopes, sentences
from articles.charts import Column, bar_chart
from articles.views.moves import moved
from articles.views.pages import list_page


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Every year there is, newest first, and the months of all of them as a chart."""
    months = listings.months_counted(timezone.now())
    years: dict[int, int] = {}
    for first, count in months.items():
        years[first.year] = years.get(first.year, 0) + count
    rows = [(year, count, _year_url(year)) for year, count in sorted(years.items(), reverse=True)]
    chart = bar_chart([_column(first, months.get(first, 0), _january(first)) for first in _all_months(months)])
    return render(request, "articles/archive.html", {"years": rows, "chart": chart, "total": sum(years.values())})


@require_safe
def year(request: HttpRequest, year: str) -> HttpResponse:
    at = timezone.now()
    first, last = span_or_404(year)
    months = listings.months_counted(at, first, last)
    firsts = [date(first.year, number, 1) for number in range(1, 13)]
    chart = bar_chart([_column(one, months.get(one, 0), date_format(one, "M")) for one in firsts])
    return _dated(request, "articles/year.html", first, last, {"months": sorted(months.items()), "chart": chart})


@require_safe
def month(request: HttpRequest, year: str, month: str) -> HttpResponse:
    first, last = span_or_404(year, month)
    days = listings.days_counted(timezone.now(), first, last)
    return _dated(request, "articles/month.html", first, last, {"days": sorted(days.items())})


@require_safe
def day(request: HttpRequest, year: str, month: str, day: str) -> HttpResponse:
    return _dated(request, "articles/day.html", *span_or_404(year, month, day), {})


@require_safe
def short_date(request: HttpRequest, dates: str) -> HttpResponse:
    """/2024/11/ leads to /archive/2024/11/."""
    return moved(request, f"{reverse('archive')}{dates}/")


def _dated(request: HttpRequest, template: str, first: date, last: date, context: dict[str, Any]) -> HttpResponse:
    context = {"first": first, "last": last, **context}
    return list_page(
        request, template, context, at=timezone.now(), scope=scopes.of_days(first, last), may_be_empty=False
    )


def span_or_404(*date_parts: str) -> tuple[date, date]:
    try:
        return scopes.span(*date_parts)
    except ValueError as error:
        raise Http404 from error


def _all_months(months: Iterable[date]) -> list[date]:
    """Without gaps, so that a month of silence is seen."""
    months = list(months)
    if not months:
        return []
    begin, end = min(months), max(months)
    span = (end.year - begin.year) * 12 + end.month - begin.month
    numbers = [begin.year * 12 + begin.month - 1 + step for step in range(span + 1)]
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def _column(first: date, count: int, tick: str) -> Column:
    url = reverse("archive_month", args=[f"{first.year:04}", f"{first.month:02}"])
    return Column(sentences.month(first), count, url, tick)


def _january(first: date) -> str:
    """A year's January bears the year."""
    return str(first.year) if first.month == 1 else ""


def _year_url(year: int) -> str:
    return reverse("archive_year", args=[f"{year:04}"])
