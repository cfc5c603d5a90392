"""Which date an imported article gets."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from articles.errors import CannotDo
from articles.transfer.dating import date_of_article, moment

NAMED, PRESENT, GIVEN, OF_FILE = (datetime(2024, month, 1, tzinfo=UTC) for month in (1, 2, 3, 4))


def dated(named=None, *, present=None, is_out=False, given=None, of_file=None):
    return date_of_article(named, present=present, is_out=is_out, given=given, of_file=of_file)


def test_a_day_begins_at_midnight_in_the_archives_time_zone():
    assert moment(date(2024, 11, 5)) == datetime(2024, 11, 4, 23, tzinfo=UTC)


def test_a_time_without_a_zone_is_the_archives():
    assert moment(datetime(2024, 7, 5, 14, 30)) == datetime(2024, 7, 5, 12, 30, tzinfo=UTC)


def test_a_time_with_a_zone_is_kept():
    assert moment(NAMED) is NAMED


@pytest.mark.parametrize("year", [1, 999, 9999])
def test_a_year_that_cannot_be_is_refused(year):
    with pytest.raises(CannotDo, match=str(year)):
        moment(date(year, 1, 1))


def test_the_texts_own_date_comes_first_and_needs_no_remark():
    found = dated(NAMED, present=PRESENT, is_out=True, given=GIVEN, of_file=OF_FILE)
    assert (found.moment, found.remark) == (NAMED, "")


def test_an_article_that_is_out_keeps_its_date():
    assert dated(present=PRESENT, is_out=True, given=GIVEN, of_file=OF_FILE).moment == PRESENT


def test_the_date_given_counts_for_a_draft_and_is_said():
    found = dated(present=PRESENT, given=GIVEN, of_file=OF_FILE)
    assert found.moment == GIVEN
    assert found.remark == "Kein Datum im Text; 1. März 2024 aus --date."


def test_a_draft_keeps_its_date_before_it_takes_the_files():
    found = dated(present=PRESENT, of_file=OF_FILE)
    assert (found.moment, found.remark) == (PRESENT, "")


def test_a_draft_without_a_date_takes_the_files_and_it_is_said():
    found = dated(of_file=OF_FILE)
    assert found.moment == OF_FILE
    assert "1. April 2024" in found.remark


def test_where_there_is_no_date_there_is_none():
    assert dated().moment is None
