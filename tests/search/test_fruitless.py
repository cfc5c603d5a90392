"""Searches that found nothing, counted by day."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from articles.models import FruitlessSearch
from articles.search import fruitless as module
from articles.search.fruitless import fruitless, note_fruitless
from tests.builders import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def noted():
    return list(FruitlessSearch.objects.order_by("words").values_list("words", "count"))


def test_it_counts_the_same_words_once_a_day():
    for words in ("Größte Brücke", "größte  brücke ", "Tunnel"):
        note_fruitless(words, NOW)
    note_fruitless("Tunnel", NOW + timedelta(days=1))
    assert noted() == [("größte brücke", 2), ("tunnel", 1), ("tunnel", 1)]


def test_the_day_is_the_archives():
    note_fruitless("x", NOW.replace(hour=23, minute=30))
    assert FruitlessSearch.objects.get().day == TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    "words",
    [
        "anna.berg@example.org",
        "@annaberg",
        "0151 23456789",
        "+49 (30) 123-45-67",
        "DE02 1203 0000 0000 2020 51",
        "wort " * 30,
        "",
        " \x00 ",
    ],
)
def test_what_may_be_somebodys_is_not_kept(words):
    note_fruitless(words, NOW)
    assert noted() == []


@pytest.mark.parametrize("words", ["haushalt 2024", "apollo 11", "§ 218", "9/11", "„zitat“ -wort"])
def test_ordinary_numbers_and_signs_are(words):
    note_fruitless(words, NOW)
    assert noted() == [(words, 1)]


def test_a_day_has_a_limit(monkeypatch):
    monkeypatch.setattr(module, "MOST_A_DAY", 2)
    for words in ("a", "b", "c", "a"):
        note_fruitless(words, NOW)
    assert noted() == [("a", 2), ("b", 1)]


def test_old_days_are_forgotten():
    note_fruitless("alt", NOW)
    note_fruitless("neunzig", NOW + timedelta(days=1))
    note_fruitless("neu", NOW + timedelta(days=91))
    assert noted() == [("neu", 1), ("neunzig", 1)]


def test_a_database_that_cannot_write_is_logged_and_borne(monkeypatch, caplog):
    def locked(*_args):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(module, "_count", locked)
    note_fruitless("tunnel", NOW)
    assert "not counted: database is locked" in caplog.text


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own queue for writers")
def test_the_patience_of_the_connection_is_as_before():
    note_fruitless("tunnel", NOW)
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)


def test_the_words_seen_before_cost_one_write():
    note_fruitless("tunnel", NOW)
    with CaptureQueriesContext(connection) as queries:
        note_fruitless("tunnel", NOW)
    assert len([query for query in queries if "PRAGMA" not in query["sql"]]) == 1


def test_they_are_read_most_frequent_first():
    for words in ("a", "b", "b"):
        note_fruitless(words, NOW)
    note_fruitless("b", NOW + timedelta(days=1))
    note_fruitless("alt", NOW - timedelta(days=40))
    assert fruitless(TODAY, 10) == [("b", 3), ("a", 1)]
    assert fruitless(TODAY, 1) == [("b", 3)]
