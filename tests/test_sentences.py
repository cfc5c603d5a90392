"""The sentences of the site, in German and, where a form decides, in detail."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from articles import sentences
from articles.search.expressions import Hint, Trouble
from articles.search.results import Relaxed

AT = datetime(2024, 11, 5, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Anna Berg"], "Von Anna Berg"),
        (["Anna Berg", "Karl Voss"], "Von Anna Berg und Karl Voss"),
        (["Anna Berg", "Karl Voss", "Tilda Ravn"], "Von Anna Berg, Karl Voss und Tilda Ravn"),
    ],
)
def test_a_byline_names_everybody(names, said):
    assert sentences.byline(names) == said


def test_a_linked_byline_reads_like_the_plain_one():
    pieces = sentences.linked_byline([("Anna Berg", "anna-berg"), ("Karl Voss", "karl-voss")])
    assert "".join(piece.text for piece in pieces) == "Von Anna Berg und Karl Voss"


def test_a_linked_byline_links_the_names_only():
    pieces = sentences.linked_byline([("Anna Berg", "anna-berg"), ("Karl Voss", "karl-voss")])
    assert [(piece.text, piece.slug) for piece in pieces if piece.slug] == [
        ("Anna Berg", "anna-berg"),
        ("Karl Voss", "karl-voss"),
    ]


def test_nobody_has_no_linked_byline():
    assert sentences.linked_byline([]) == []


@pytest.mark.parametrize(("count", "said"), [(0, "0 Artikel"), (1, "1 Artikel"), (1284, "1.284 Artikel")])
def test_counts_have_german_thousands(count, said):
    assert sentences.articles_counted(count) == said


@pytest.mark.parametrize(
    ("value", "said"), [(date(2024, 11, 5), "5. November 2024"), (date(2024, 3, 1), "1. März 2024")]
)
def test_days_are_written_out(value, said):
    assert sentences.day(value) == said


def test_a_moment_has_the_archives_time_zone():
    assert sentences.moment(AT) == "5. November 2024, 13:00 Uhr"


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=5), "vor 1 Minute"),
        (timedelta(minutes=40), "vor 40 Minuten"),
        (timedelta(hours=1), "vor 1 Stunde"),
        (timedelta(hours=23, minutes=59), "vor 23 Stunden"),
        (timedelta(hours=24), "4. November 2024"),
        (timedelta(hours=-1), "5. November 2024"),
    ],
)
def test_time_is_relative_within_a_day_only(ago, said):
    assert sentences.when(AT - ago, AT) == said


@pytest.mark.parametrize(
    ("words", "said"), [(0, "1 Minute Lesezeit"), (250, "1 Minute Lesezeit"), (880, "4 Minuten Lesezeit")]
)
def test_reading_takes_at_least_a_minute(words, said):
    assert sentences.reading_time(words) == said


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (date(2019, 1, 1), date(2023, 5, 1), "2019–2023"),
        (date(2019, 1, 1), date(2019, 5, 1), "2019"),
        (date(2021, 1, 1), None, "seit 2021"),
        (None, date(2020, 1, 1), "bis 2020"),
        (None, None, ""),
    ],
)
def test_an_office_is_said_in_years(since, until, said):
    assert sentences.held(since, until) == said


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_with_the_box_is_said(trouble):
    sentence = sentences.not_understood(Hint(trouble, "NICHT", 4))
    assert "%" not in sentence
    assert ("NICHT" in sentence) or ("5" in sentence) or trouble == Trouble.TOO_LONG


@pytest.mark.parametrize("step", Relaxed)
def test_every_step_of_relaxing_is_said(step):
    sentence = sentences.relaxed(step, "Berbock", "Baerbock")
    assert sentence.startswith("Nichts gefunden für „Berbock“.")
    assert ("Baerbock" in sentence) == (step == Relaxed.SPELLING)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, ""),
        (date(2024, 3, 1), None, "ab 1. März 2024"),
        (None, date(2024, 3, 1), "bis 1. März 2024"),
        (date(2024, 3, 5), date(2024, 3, 5), "5. März 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "Februar 2024"),
        (date(2023, 2, 1), date(2024, 2, 29), "Februar 2023 – Februar 2024"),
        (date(2023, 2, 1), date(2024, 2, 28), "1. Februar 2023 – 28. Februar 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(987, 1, 1), date(2024, 12, 31), "0987–2024"),
        (date(9999, 12, 1), date(9999, 12, 31), "Dezember 9999"),
    ],
)
def test_a_span_is_said_as_short_as_it_can_be(first, last, said):
    assert sentences.span(first, last) == said


@pytest.mark.parametrize(("count", "said"), [(0, "Keine Fundstelle"), (1, "1 Fundstelle"), (1284, "1.284 Fundstellen")])
def test_places_in_a_text_are_counted(count, said):
    assert sentences.places_counted(count) == said
