"""Offices and institutions are known inside German compounds and inflections."""

import pytest

from articles.people.offices import begins_place, is_bearer, is_institution, is_office, is_place_or_time


@pytest.mark.parametrize(
    "word",
    [
        *("Außenministerin", "US-Außenminister", "Präsidenten", "Ex-Kanzlers", "Polizeichef", "Vorsitzender"),
        *("Kollegen", "SPD-Mann", "Herrn", "Dr", "Landrätin", "Regisseurin", "Bassist", "Mayor"),
    ],
)
def test_it_knows_offices(word):
    assert is_office(word)


@pytest.mark.parametrize("word", ["Bergmann", "Mendelssohn", "Kiew", "Soldaten", "minister", "Rathaus"])
def test_other_words_are_no_offices(word):
    assert not is_office(word)


@pytest.mark.parametrize("word", ["Kreissparkasse", "Angela-Merkel-Straße", "Willy-Brandt-Ring", "Gymnasiums"])
def test_it_knows_institutions(word):
    assert is_institution(word)


@pytest.mark.parametrize("word", ["Döring", "Neuhaus", "Ring", "Merkel", "Leutheusser-Schnarrenberger"])
def test_family_names_are_no_institutions(word):
    assert not is_institution(word)


def test_short_institutions_count_after_a_name():
    assert is_institution("AG", after_name=True)
    assert is_institution("Haus", after_name=True)


def test_it_knows_what_stands_before_places_and_families():
    assert begins_place("San")
    assert is_bearer("Familie")
    assert is_place_or_time("Berlins")
    assert not is_place_or_time("Berg")
