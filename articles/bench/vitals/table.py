"""The table of docs/benchmarks.md: how soon a page is there on a slow line, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from articles.bench.report import machine
from articles.bench.vitals.running import VISITS, Row

VITALS = ("<!-- vitals: written by make bench -->", "<!-- end of vitals -->")
"""Between which of its lines docs/benchmarks.md has the table."""
_HEAD = (
    "| screen | page | LCP ms | CLS | INP ms | KB without pictures and fonts | KB of fonts | requests | blocking |",
    "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    "| | *budget* | *1,200* | *0.02* | *100* | *60* | *110* | *8* | *1* |",
)


def vitals_table(rows: Iterable[Row], *, day: date) -> str:
    lines = [f"{machine()}. `make bench`, {day.isoformat()}. Medians of {VISITS} visits.", "", *_HEAD]
    return "\n".join([*lines, *map(_line, rows)])


def _line(row: Row) -> str:
    weight = row.weight
    times = [f"{row.largest:,.0f}", f"{row.moved:.3f}", f"{row.slowest:,.0f}"]
    sizes = [f"{size / 1000:,.1f}" for size in (weight.bare, weight.fonts)]
    cells = [row.screen, row.page, *times, *sizes, str(weight.requests), str(weight.blocking)]
    return f"| {' | '.join(cells)} |"
