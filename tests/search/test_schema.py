from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from articles.search.schema import IndexedArticle, microseconds, year_month_day

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


def test_a_day_is_a_number():
    assert year_month_day(date(2024, 11, 5)) == 20241105
