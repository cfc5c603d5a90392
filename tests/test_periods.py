"""The archive by the calendar: counts from the index, and which periods there are without one."""

from datetime import date, timedelta

import pytest

from articles import periods
from articles.search.results import Bucket
from tests.builders import NOW, build_article, build_draft
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_months_are_counted_the_latest_first():
    for days in (1, 2, 40):
        build_article(published_at=NOW - days * DAY)
    build_article(embargoed_until=NOW + DAY)
    index_now()
    assert list(periods.months_counted(NOW).items()) == [(date(2024, 11, 1), 2), (date(2024, 9, 1), 1)]


def test_without_an_index_no_month_is_counted():
    build_article()
    assert periods.months_counted(NOW) is None


def test_the_index_writes_days_as_numbers():
    assert periods.by_day([Bucket(20241105, 3)]) == {date(2024, 11, 5): 3}


def test_days_in_print_are_those_with_something_visible():
    build_article()
    build_article(published_at=NOW - 2 * DAY, embargoed_until=NOW + DAY)
    build_article(published_at=NOW - 40 * DAY)
    assert periods.days_in_print(NOW, date(2024, 11, 1), date(2024, 11, 30)) == {date(2024, 11, 5)}


def test_years_go_from_the_first_to_the_last():
    for days in (0, 800):
        build_article(published_at=NOW - days * DAY)
    build_article(published_at=NOW + 800 * DAY)
    assert list(periods.years_in_print(NOW)) == [2022, 2023, 2024]


def test_an_empty_archive_has_no_years():
    build_draft()
    assert list(periods.years_in_print(NOW)) == []


def test_before_and_after_lie_the_nearest_days_that_have_anything():
    for days in (3, 9, 30):
        build_article(published_at=NOW - days * DAY)
    build_article(published_at=NOW - 5 * DAY, embargoed_until=NOW + DAY)
    day = date(2024, 10, 31)
    assert periods.beside(day, day, NOW) == (date(2024, 10, 27), date(2024, 11, 2))


def test_at_the_ends_there_is_nothing_beside():
    build_article()
    assert periods.beside(date(2024, 11, 5), date(2024, 11, 5), NOW) == (None, None)
