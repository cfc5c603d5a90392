"""Addresses are readable in German, never empty, never taken."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.slugs import anchors, free_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Putin stärkt militärische Beziehungen", "putin-staerkt-militaerische-beziehungen"),
        ("Öl, Übermut & Straße", "oel-uebermut-strasse"),
        ("GROẞE ÄPFEL", "grosse-aepfel"),
        ("Mu\u0308ller", "mueller"),
        ("Путин в Киеве", "putin-v-kieve"),
        ("Müller’s Büro", "muellers-buero"),
        ("Schiff\u00adfahrt", "schifffahrt"),
        ("  --a__b--  ", "a-b"),
        ("!!!", "artikel"),
        ("", "artikel"),
    ],
)
def test_it_spells_german_and_other_scripts_in_ascii(text, slug):
    assert slugify(text) == slug


def test_it_cuts_at_the_end_of_a_word():
    assert slugify("Hafen Brücke Rathaus", max_length=14) == "hafen-bruecke"
    assert slugify("Hafen Brücke Rathaus", max_length=13) == "hafen-bruecke"
    assert slugify("Donaudampfschifffahrt", max_length=5) == "donau"


@given(st.text())
def test_a_slug_is_always_an_address(text):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slugify(text))
    assert len(slugify(text)) <= 80


@given(st.text())
def test_a_slug_of_a_slug_is_itself(text):
    assert slugify(slugify(text)) == slugify(text)


def test_a_taken_slug_gets_the_next_number():
    assert free_slug("brand", set()) == "brand"
    assert free_slug("brand", {"brand"}) == "brand-2"
    assert free_slug("brand", lambda slug: slug in {"brand", "brand-2"}) == "brand-3"


def test_the_number_fits_into_the_length():
    assert free_slug("feuerwehr", {"feuerwehr"}, max_length=9) == "feuerwe-2"
    assert free_slug("feuer-wehr", {"feuer-weh", "feuer-wehr"}, max_length=8) == "feuer-we"


def test_anchors_are_the_slugs_of_headings():
    assert anchors(["Zu viel Öl", "Was nun?"]) == ["zu-viel-oel", "was-nun"]


def test_anchors_number_what_has_no_heading_by_its_place():
    assert anchors(["", "Ende", "…"]) == ["abschnitt-1", "ende", "abschnitt-3"]


def test_anchors_that_clash_are_numbered():
    assert anchors(["Ende", "Ende", "Abschnitt 4", ""], taken=["ende"]) == [
        "ende-2",
        "ende-3",
        "abschnitt-4",
        "abschnitt-4-2",
    ]


@given(st.lists(st.text(max_size=6)), st.lists(st.text(max_size=6)))
def test_anchors_are_unique(headings, taken):
    found = anchors(headings, taken)
    assert len(set(found)) == len(headings)
    assert not set(found) & set(taken)
