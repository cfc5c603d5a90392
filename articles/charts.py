"""Small charts as geometry: what a template draws as inline SVG with a table behind it. No colours, no queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

WIDTH, HEIGHT, LABELS_BELOW = 720, 120, 28
LABEL_WIDTH = 60
GAP = 0.25
"""The share of a bar's room that stays empty, at least."""
WIDEST_BAR = 48


@dataclass(frozen=True, slots=True)
class Column:
    """One value: how it is called, how many, where it leads; `tick` is what stands under it, mostly nothing.

    A faint one stands beside what is chosen.
    """

    label: str
    count: int
    url: str = ""
    tick: str = ""
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A column's rectangle, in numbers as SVG writes them (a template would write 1.5 the German way)."""

    column: Column
    x: str
    y: str
    width: str
    height: str
    middle: str


@dataclass(frozen=True, slots=True)
class BarChart:
    bars: tuple[Bar, ...]
    most: int
    is_narrow: bool = False  # bars narrower than their labels, which then begin at the bar
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def full_height(self) -> int:
        return self.height + LABELS_BELOW

    @property
    def label_y(self) -> int:
        return self.height + LABELS_BELOW - 4


def bar_chart(columns: Sequence[Column], height: int = HEIGHT) -> BarChart:
    """Bars in the given order; the greatest count is as high as the chart, and one article is never invisible."""
    most = max((column.count for column in columns), default=0)
    room = WIDTH / max(len(columns), 1)
    shown = _with_room_for_ticks(columns, room)
    bars = tuple(_bar(column, place, room, most, height) for place, column in enumerate(shown))
    return BarChart(bars, most, is_narrow=room < LABEL_WIDTH, height=height)


def _with_room_for_ticks(columns: Sequence[Column], room: float) -> list[Column]:
    """Without the ticks that would run into the one before."""
    shown, free_from = [], 0.0
    for place, column in enumerate(columns):
        fits = place * room >= free_from
        if column.tick and fits:
            free_from = place * room + LABEL_WIDTH
        shown.append(column if fits else replace(column, tick=""))
    return shown


def _bar(column: Column, place: int, room: float, most: int, full_height: int) -> Bar:
    height = max(column.count / most * full_height, 1.5) if column.count else 0
    width, middle = min(room * (1 - GAP), WIDEST_BAR), (place + 0.5) * room
    return Bar(
        column,
        x=_svg(middle - width / 2),
        y=_svg(full_height - height),
        width=_svg(width),
        height=_svg(height),
        middle=_svg(middle),
    )


def _svg(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
