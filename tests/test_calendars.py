"""Months as grids: where the days stand, and how dark."""

from datetime import date

import pytest

from articles.calendars import LEVELS, level, month_of, year_of


def test_weeks_begin_on_monday_and_other_months_are_left_out():
    weeks = month_of(date(2024, 11, 1), {}, 0).weeks
    assert [day and day.date.day for day in weeks[0]] == [None, None, None, None, 1, 2, 3]
    assert all(len(week) == 7 for week in weeks)


def test_every_day_of_the_year_has_its_cell():
    days = [day.date for month in year_of(2024, {}) for week in month.weeks for day in week if day]
    assert len(days) == len(set(days)) == 366


def test_a_month_adds_up_its_own_days():
    counts = {date(2024, 11, 5): 2, date(2024, 11, 6): 3, date(2024, 12, 1): 9}
    assert [month.count for month in year_of(2024, counts)][10:] == [5, 9]


def test_what_is_not_counted_adds_up_to_nothing_known():
    month = month_of(date(2024, 11, 1), {date(2024, 11, 5): None}, 0)
    assert month.count is None
    assert [day.level for week in month.weeks for day in week if day and day.date.day == 5] == [1]


@pytest.mark.parametrize(
    ("count", "most", "shade"), [(0, 0, 0), (0, 9, 0), (100, 100, LEVELS), (1, 100, 1), (25, 100, 2)]
)
def test_the_more_the_darker(count, most, shade):
    assert level(count, most) == shade


def test_a_single_article_is_not_drawn_darkest():
    assert level(1, 1) < LEVELS


def test_the_last_month_of_the_calendar_can_be_drawn():
    assert month_of(date(9999, 12, 1), {}, 0).weeks == ()


def test_the_months_of_a_year_are_shaded_by_their_counts():
    counts = {date(2024, 3, 1): 1, date(2024, 3, 2): 15, date(2024, 7, 1): 1}
    levels = [month.level for month in year_of(2024, counts)]
    assert (levels[2], levels[6], sum(levels)) == (LEVELS, 1, LEVELS + 1)


def test_months_that_are_not_counted_are_all_shaded_alike():
    assert {month.level for month in year_of(2024, {date(2024, 3, 1): None})} == {0, 1}
