"""Dates as newspapers write them; what is no whole date is none."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.dates import parse_date, period

DAY = date(2024, 11, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2024-11-05",
        "5. November 2024",
        "05.11.2024",
        "5. 11. 2024",
        "5.11.24",
        "5. Nov. 2024",
        "Dienstag, 5. November 2024",
        "Di., den 5.11.2024",
        "5 November 2024",
        "November 5th, 2024",
        "Nov 5, 2024.",
        "2024/11/05",
    ],
)
def test_it_knows_the_ways_to_write_a_day(text):
    assert parse_date(text) == DAY
    assert type(parse_date(text)) is date


@pytest.mark.parametrize(
    "text",
    [
        "2024-11-05 14:30",
        "2024-11-05T14:30:00",
        "5. November 2024, 14.30 Uhr",
        "5. November 2024 um 14:30 Uhr",
        "Nov 5, 2024, 2:30 pm",
        "5 Nov 2024 at 2:30 p.m.",
    ],
)
def test_it_knows_the_ways_to_write_a_moment(text):
    assert parse_date(text) == datetime(2024, 11, 5, 14, 30)


def test_a_full_hour_needs_its_word():
    assert parse_date("5.11.2024, 14 Uhr") == datetime(2024, 11, 5, 14)
    assert parse_date("5.11.2024, 14") is None


@pytest.mark.parametrize(
    ("zone", "hours"), [("Z", 0), (" UTC", 0), ("+01:00", 1), ("-0500", -5), (" MEZ", 1), (" Uhr MESZ", 2)]
)
def test_a_moment_is_aware_if_it_says_where(zone, hours):
    found = parse_date(f"2024-11-05 14:30{zone}")
    assert found == datetime(2024, 11, 5, 14, 30, tzinfo=timezone(timedelta(hours=hours)))
    assert found.tzinfo == UTC or hours


@pytest.mark.parametrize(("text", "year"), [("1.1.69", 2069), ("1.1.70", 1970), ("3. Jänner 1999", 1999)])
def test_it_knows_old_years(text, year):
    assert parse_date(text).year == year


@pytest.mark.parametrize(
    "text",
    ["", "gestern", "5. November", "31.2.2024", "13:00 Uhr", "5.11.20245", "11/05/2024", "5. November 2024 in Kiew"],
)
def test_everything_else_is_no_date(text):
    assert parse_date(text) is None


@pytest.mark.parametrize("clock", ["25:00", "14:60", "13 pm", "14:30 XYZ", "14:30 +99:00"])
def test_a_time_that_cannot_be_makes_it_no_date(clock):
    assert parse_date(f"2024-11-05 {clock}") is None


@given(st.datetimes(min_value=datetime(1000, 1, 1)).map(lambda moment: moment.replace(microsecond=0)))
def test_it_reads_every_iso_moment(moment):
    assert parse_date(moment.isoformat()) == moment


@given(st.text(alphabet="0123456789.:-+TZ amUhrpNovJuni,", max_size=30))
def test_it_never_fails(text):
    assert parse_date(text) is None or parse_date(text).year


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 5.11.2024 ", DAY, DAY),
        ("11.2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("2024-11-5", DAY, DAY),
        ("November 2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("5. November 2024", DAY, DAY),
        ("5 november 2024", DAY, DAY),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text, first, last):
    assert period(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "gestern", "2024-13", "30.2.2024", "0000", "24", "Novemb 2024", "31. Juni 2024", "2024-11-05 12:00", "²⁰²⁴"],
)
def test_what_is_no_period_is_none(text):
    assert period(text) is None
