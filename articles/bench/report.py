"""Writes the figures down: a table between two markers in docs/benchmarks.md, with the machine and the command."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.errors import CannotDo

BEGIN = "<!-- figures: written by make bench -->"
END = "<!-- end of figures -->"


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


def _line(articles: int, row: Row) -> str:
    times = " | ".join("" if value is None else f"{value:,.1f}" for value in (row.median, row.p95))
    return f"| {articles:,} | {row.page} | {times} | {row.per_second:,.0f} |"


def replace_figures(path: Path, text: str, begin_with: str = BEGIN) -> None:
    """Raises CannotDo if the page has lost its markers."""
    page = path.read_text(encoding="utf-8")
    before, begin, rest = page.partition(begin_with)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise CannotDo(f"{path} has no place for figures: {begin_with} … {END}")
    path.write_text(f"{before}{begin_with}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def machine() -> str:
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{_processor()}, {os.cpu_count()} cores; {platform.system()}; {python}"


def _processor(listing: Path = Path("/proc/cpuinfo")) -> str:
    lines: Iterable[str] = listing.read_text(encoding="utf-8").splitlines() if listing.exists() else ()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
