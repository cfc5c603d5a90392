"""Sums and table of what is measured in the browser; the browser itself is in tests/browser/test_weight.py."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings

from articles.bench.addresses import Page
from articles.bench.vitals import chromium
from articles.bench.vitals.places import places
from articles.bench.vitals.running import Row, summed_up
from articles.bench.vitals.table import VITALS, vitals_table
from articles.bench.vitals.visit import Screen, Visit
from articles.bench.vitals.weight import Fetched, Weight, weighed
from articles.errors import CannotDo
from tests.builders import NOW, build_article, build_person, build_topic

PHONE = Screen("phone", 360, 740)
LIGHT = Weight(bare=18_000, fonts=51_000, requests=5, blocking=1)


def test_pictures_and_fonts_are_weighed_apart():
    files = [
        Fetched("/", "text/html", 5_000),
        Fetched("/static/site.css", "text/css", 9_000, blocks=True),
        Fetched("/static/serif.woff2", "font/woff2", 51_000),
        Fetched("/static/icon.svg", "image/svg+xml", 850),
    ]
    assert weighed(files) == Weight(bare=14_000, fonts=51_000, requests=4, blocking=1)


def test_a_page_that_fetched_nothing_weighs_nothing():
    assert weighed([]) == Weight(0, 0, 0, 0)


def test_a_row_has_the_medians_of_the_visits():
    visits = [Visit(largest, moved, 16, LIGHT) for largest, moved in ((900, 0.0), (700, 0.01), (2000, 0.5))]
    row = summed_up(PHONE, Page("home", ("/",)), visits)
    assert (row.screen, row.page, row.largest, row.moved, row.slowest) == ("phone", "home", 900, 0.01, 16)


def test_and_the_greatest_weight():
    heavy = Weight(bare=17_000, fonts=90_000, requests=6, blocking=1)
    row = summed_up(PHONE, Page("home", ("/",)), [Visit(1, 0, 16, LIGHT), Visit(1, 0, 16, heavy)])
    assert row.weight == Weight(bare=18_000, fonts=90_000, requests=6, blocking=1)


def test_a_row_is_a_line_of_the_table():
    text = vitals_table([Row("phone", "home", 1096.4, 0.0, 40.0, LIGHT)], day=date(2024, 11, 5))
    assert "`make bench`, 2024-11-05" in text
    assert "| phone | home | 1,096 | 0.000 | 40 | 18.0 | 51.0 | 5 | 1 |" in text


def test_every_line_of_the_table_has_as_many_cells():
    lines = vitals_table([Row("phone", "home", 1, 0, 16, LIGHT)], day=date(2024, 11, 5)).splitlines()[2:]
    assert {line.count("|") for line in lines} == {10}


def test_the_page_has_a_place_for_the_table():
    page = (settings.BASE_DIR / "docs" / "benchmarks.md").read_text("utf-8")
    assert all(page.count(marker) == 1 for marker in VITALS)


@pytest.mark.django_db
def test_of_each_kind_the_fullest_page_is_opened(client):
    build_article("Kurz", tags=["Verkehr"], sections=[("", "<p>Kurz.</p>")])
    full = build_article("Lang", tags=["Verkehr"], people=[build_person()], sections=[("", "<p>Sehr lang.</p>")])
    build_topic("Die Brücke")
    found = {place.name: place.paths[0] for place in places(NOW)}
    assert found["article"] == full.get_absolute_url()
    assert [client.get(path).status_code for path in found.values()] == [200] * 7


@pytest.mark.django_db
def test_an_empty_archive_cannot_be_visited():
    with pytest.raises(CannotDo, match="needs articles"):
        places(NOW)


def test_a_machine_without_chromium_says_so(monkeypatch):
    monkeypatch.setattr(chromium, "executable", lambda: None)
    assert "Chromium" in chromium.missing()
    with pytest.raises(CannotDo, match="Chromium"), chromium.chromium():
        pass
