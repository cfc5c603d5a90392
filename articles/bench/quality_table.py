"""The table of docs/search.md: how high the right answers stand in each variant of the search, and what it costs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from articles.bench.quality import Result

QUALITY = ("<!-- figures: written by manage.py benchmark search-quality -->", "<!-- end of figures -->")
"""Between which of its lines docs/search.md has the table."""
_HEAD = (
    "| search | MRR@10 | recall@1 | recall@10 | demo archive | sections | 240 passages | fresh | bytes | µs |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
)


def quality_table(results: Iterable[Result], *, day: date) -> str:
    lines = [f"`manage.py benchmark search-quality`, {day.isoformat()}.", "", *_HEAD]
    return "\n".join([*lines, *map(_line, results)])


def _line(result: Result) -> str:
    scores = (result.whole.mrr, result.whole.first, result.whole.among, *(of.mrr for of in result.pools.values()))
    cells = [result.name, *(f"{value:.3f}" for value in scores), f"{result.size:,.0f}", f"{result.cost:,.0f}"]
    return f"| {' | '.join(cells)} |"
