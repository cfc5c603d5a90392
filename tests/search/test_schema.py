from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from math import log2

import pytest

from articles.search.schema import IndexedArticle, freshness, microseconds, year_month_day

MOMENT = datetime(2024, 11, 5, 12, tzinfo=UTC)
ARTICLE = IndexedArticle(1, MOMENT, MOMENT, date(2024, 11, 5), "de", "Brücke")


def test_the_same_content_has_the_same_stamp():
    assert replace(ARTICLE).stamp == ARTICLE.stamp < 2**62


def test_each_field_changes_the_stamp():
    changes = {"headline": "Steg", "tag_ids": (1,), "desk_id": 2, "visible_from": MOMENT + timedelta(microseconds=1)}
    stamps = {replace(ARTICLE, **{name: value}).stamp for name, value in changes.items()}
    assert len(stamps | {ARTICLE.stamp}) == 5


def test_half_a_character_has_a_stamp():
    assert replace(ARTICLE, headline="\ud800").stamp


def test_microseconds_are_exact_and_know_zones():
    assert microseconds(datetime(1970, 1, 1, 0, 0, 1, 5, tzinfo=UTC)) == 1_000_005
    assert microseconds(MOMENT.astimezone(timezone(timedelta(hours=2)))) == microseconds(MOMENT)
    assert microseconds(datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)) == -1_000_000


def test_a_decade_is_worth_one_per_cent():
    counts = [log2(2 + freshness(datetime(year, 1, 1, tzinfo=UTC))) for year in (1900, 2014, 2024)]
    assert counts[2] / counts[1] == pytest.approx(1.01, abs=0.0005)
    assert counts == sorted(counts)


@pytest.mark.parametrize("year", [1, 9999])
def test_any_year_counts_for_something(year):
    assert 0 <= freshness(datetime(year, 12, 31, tzinfo=UTC)) < 2**20


def test_a_day_is_a_number():
    assert year_month_day(date(2024, 11, 5)) == 20241105
