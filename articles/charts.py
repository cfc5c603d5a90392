"""Small charts as geometry: what a template draws as inline SVG with a table behind it. No colours, no queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LABELS_BELOW = 720, 120, 20
GAP = 0.25
"""The share of a bar's room that stays empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """One value: how it is called, how many, where it leads; `tick` is what stands under it, mostly nothing."""

    label: str
    count: int
    url: str = ""
    tick: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    column: Column
    x: float
    y: float
    width: float
    height: float
    middle: float


@dataclass(frozen=True, slots=True)
class BarChart:
    bars: tuple[Bar, ...]
    most: int
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def full_height(self) -> int:
        return self.height + LABELS_BELOW

    @property
    def label_y(self) -> int:
        return self.height + LABELS_BELOW - 4


def bar_chart(columns: Sequence[Column]) -> BarChart:
    """Bars in the given order; the greatest count is as high as the chart, and one article is never invisible."""
    most = max((column.count for column in columns), default=0)
    room = WIDTH / max(len(columns), 1)
    return BarChart(tuple(_bar(column, place, room, most) for place, column in enumerate(columns)), most)


def _bar(column: Column, place: int, room: float, most: int) -> Bar:
    height = max(column.count / most * HEIGHT, 1.5) if column.count else 0
    x = place * room
    return Bar(
        column,
        x=round(x + room * GAP / 2, 2),
        y=round(HEIGHT - height, 2),
        width=round(room * (1 - GAP), 2),
        height=round(height, 2),
        middle=round(x + room / 2, 2),
    )
