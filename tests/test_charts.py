"""Bars: their heights, their order, and numbers as SVG reads them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles.charts import HEIGHT, WIDEST_BAR, WIDTH, Column, bar_chart


def test_the_greatest_count_is_as_high_as_the_chart():
    chart = bar_chart([Column("2023", 5), Column("2024", 10)])
    assert [bar.height for bar in chart.bars] == [str(HEIGHT // 2), str(HEIGHT)]


def test_one_article_among_thousands_is_still_seen():
    chart = bar_chart([Column("2023", 1), Column("2024", 100_000)])
    assert float(chart.bars[0].height) > 1


def test_nothing_has_no_height():
    assert bar_chart([Column("2023", 0), Column("2024", 3)]).bars[0].height == "0"


def test_a_few_bars_are_not_drawn_as_walls():
    widths = [float(bar.width) for bar in bar_chart([Column("2023", 5), Column("2024", 10)]).bars]
    assert widths == [WIDEST_BAR, WIDEST_BAR]


def test_a_chart_can_be_lower():
    chart = bar_chart([Column("2023", 5), Column("2024", 10)], 60)
    assert (chart.height, [bar.height for bar in chart.bars]) == (60, ["30", "60"])


def test_labels_leave_each_other_room():
    chart = bar_chart([Column(str(year), 1, tick=str(year)) for year in range(1990, 2025)])
    ticks = [float(bar.x) for bar in chart.bars if bar.column.tick]
    assert len(ticks) > 5
    assert all(after - before >= 59 for before, after in pairwise(ticks))


def test_no_columns_make_no_bars():
    assert bar_chart([]).bars == ()


@given(st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=500))
def test_every_bar_lies_inside_the_drawing(counts):
    for bar in bar_chart([Column("", count) for count in counts]).bars:
        assert 0 <= float(bar.x) <= float(bar.x) + float(bar.width) <= WIDTH + 0.01
        assert 0 <= float(bar.y) <= float(bar.y) + float(bar.height) <= HEIGHT + 0.01
