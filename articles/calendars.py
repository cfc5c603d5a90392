"""Months as grids of weeks, each day with its count and how dark it is drawn: what a template draws as a heat map.
No queries, no colours, no addresses."""

from __future__ import annotations

from calendar import MONDAY, Calendar
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

LEVELS = 4
LEAST_DARK = 4
"""So few articles on the fullest day are not drawn darkest."""
_WEEKS = Calendar(MONDAY)


@dataclass(frozen=True, slots=True)
class Day:
    """`count` is None where nothing is counted, though there may be something; `level` 0 is empty, LEVELS darkest."""

    date: date
    count: int | None
    level: int


@dataclass(frozen=True, slots=True)
class Month:
    """`weeks` begin on Monday; None stands where a day belongs to the month before or after. `level` compares the month
    with the others of its year."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]
    count: int | None
    level: int = 0


def level(count: int, most: int) -> int:
    """By the root, so that a day of many articles does not make all the others look alike."""
    return ceil(LEVELS * (count / max(most, LEAST_DARK)) ** 0.5) if count else 0


def month_of(first: date, counts: Mapping[date, int | None], most: int) -> Month:
    """`counts` has the days that have anything; `most` is the count that is drawn darkest."""
    weeks = _WEEKS.monthdatescalendar(first.year, first.month) if first < date(9999, 12, 1) else []
    grid = tuple(tuple(_day(day, counts, most) if _same(day, first) else None for day in week) for week in weeks)
    own = [count for day, count in counts.items() if _same(day, first)]
    return Month(first, grid, None if None in own else sum(count or 0 for count in own))


def year_of(year: int, counts: Mapping[date, int | None]) -> list[Month]:
    """Twelve months whose shades, and those of their days, can be compared."""
    most = max((count or 0 for count in counts.values()), default=0)
    months = [month_of(date(year, number, 1), counts, most) for number in range(1, 13)]
    fullest = max(month.count or 0 for month in months)
    return [replace(month, level=1 if month.count is None else level(month.count, fullest)) for month in months]


def _same(day: date, first: date) -> bool:
    return (day.year, day.month) == (first.year, first.month)


def _day(day: date, counts: Mapping[date, int | None], most: int) -> Day:
    count = counts.get(day, 0)
    return Day(day, count, 1 if count is None else level(count, most))
