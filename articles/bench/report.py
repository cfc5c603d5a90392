"""Writes the figures down: a table between two markers in docs/benchmarks.md, with the machine and the command."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from articles.errors import CannotDo

BEGIN = "<!-- figures: written by make bench -->"
END = "<!-- end of figures -->"
ADMIN = ("<!-- admin figures: written by make bench -->", "<!-- end of admin figures -->")
PAGES_BEGIN, PAGES_END = "<!-- page figures: written by make bench -->", "<!-- end of page figures -->"
SEARCH_BEGIN, SEARCH_END = "<!-- search figures: written by make bench -->", "<!-- end of search figures -->"


@dataclass(frozen=True)
class Row:
    """A page on one archive: milliseconds in this process, requests a second through the server."""

    page: str
    median: float | None
    p95: float | None
    per_second: float


@dataclass(frozen=True)
class Figures:
    """`archives` by number of articles; the work, on the largest of them, in articles a second."""

    archives: Mapping[int, Sequence[Row]]
    indexed: float
    imported: float | None = None


def markdown(figures: Figures, *, day: date) -> str:
    lines = [f"{machine()}. `make bench`, {day.isoformat()}.", ""]
    lines += ["| articles | page | median ms | p95 ms | requests/s |", "|---:|---|---:|---:|---:|"]
    for articles, rows in figures.archives.items():
        lines += [_line(articles, row) for row in rows]
    lines += ["", "| work | articles/s |", "|---|---:|"]
    if figures.imported:
        lines.append(f"| import of text files, published and indexed | {figures.imported:,.0f} |")
    lines.append(f"| index of {max(figures.archives):,} articles built anew | {figures.indexed:,.0f} |")
    return "\n".join(lines)


def pages_markdown(figures: Mapping[str, Any], *, day: date) -> str:
    """The figures as `running.budgeted` gives them."""
    lines = [f"{machine()}. `make bench`, {day.isoformat()}. {figures['articles']:,} articles.", ""]
    lines += ["| page | budget ms | median ms | p95 ms | budget, counted anew | median ms | p95 ms |"]
    lines += ["|---|---:|---:|---:|---:|---:|---:|"]
    return "\n".join([*lines, *map(_page_line, figures["results"])])


def _page_line(row: Mapping[str, Any]) -> str:
    rows, whole = row["rows"], row["rows"] + row["counted"] if row["counted"] else None
    budgets = ["" if value is None else f"{value:,.0f}" for value in (rows, whole)]
    times = [f"{row[name]['median']:,.1f} | {row[name]['p95']:,.1f}" for name in ("remembered", "anew")]
    return f"| {row['name']} | {budgets[0]} | {times[0]} | {budgets[1]} | {times[1]} |"


def search_markdown(figures: Mapping[str, Any], *, day: date) -> str:
    """The figures as `running.searched` gives them."""
    lines = [f"{machine()}. `make bench`, {day.isoformat()}. {figures['articles']:,} articles.", ""]
    lines += [
        "| | budget ms | median ms | p95 ms | counts remembered | engine alone |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    lines += [_search_line(row) for row in figures["results"]]
    return "\n".join([*lines, "", "| work | budget | measured |", "|---|---:|---:|", *_work_lines(figures)])


def admin_markdown(figures: Mapping[str, Any], *, day: date) -> str:
    """The figures as `running.administered` gives them; the slowest page first."""
    lines = [f"{machine()}. `make bench`, {day.isoformat()}. {figures['articles']:,} articles.", ""]
    lines += ["| page | median ms | p95 ms | queries |", "|---|---:|---:|---:|"]
    pages = sorted(figures["pages"], key=lambda page: -page["median"])
    return "\n".join([*lines, *map(_admin_line, pages)])


def _admin_line(page: Mapping[str, Any]) -> str:
    return f"| {page['name']} | {page['median']:,.0f} | {page['p95']:,.0f} | {page['queries']} |"


def _work_lines(figures: Mapping[str, Any]) -> list[str]:
    saved, built, rate = figures["saved"], figures["built"], figures["articles"] / figures["built"]["seconds"]
    return [
        f"| a saved article is found, after its commit | 150 ms | {saved['median']:,.0f} ms, p95 {saved['p95']:,.0f} |",
        f"| index built anew | 600 s | {built['seconds']:,.0f} s, {rate:,.0f} articles/s |",
        f"| memory for that, all processes | 1,500 MB | {built['memory']:,.0f} MB |",
        f"| size of the index | | {built['size']:,.0f} MB |",
    ]


def _search_line(row: Mapping[str, Any]) -> str:
    budget = "" if row["budget"] is None else f"{row['budget']:,.0f}"
    figures = [row["uncached"]["median"], row["uncached"]["p95"], row["cached"]["median"]]
    alone = f"{row['alone']['median']:,.1f}" if row["alone"] else ""
    return f"| {row['name']} | {budget} | " + " | ".join(f"{value:,.1f}" for value in figures) + f" | {alone} |"


def _line(articles: int, row: Row) -> str:
    times = " | ".join("" if value is None else f"{value:,.1f}" for value in (row.median, row.p95))
    return f"| {articles:,} | {row.page} | {times} | {row.per_second:,.0f} |"


def replace_figures(path: Path, text: str, markers: tuple[str, str] = (BEGIN, END)) -> None:
    """Raises CannotDo if the page has lost its markers."""
    page = path.read_text(encoding="utf-8")
    before, begin, rest = page.partition(markers[0])
    _, end, after = rest.partition(markers[1])
    if not begin or not end:
        raise CannotDo(f"{path} has no place for figures: {markers[0]} … {markers[1]}")
    path.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def machine() -> str:
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{_processor()}, {os.cpu_count()} cores; {platform.system()}; {python}"


def _processor(listing: Path = Path("/proc/cpuinfo")) -> str:
    lines: Iterable[str] = listing.read_text(encoding="utf-8").splitlines() if listing.exists() else ()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
