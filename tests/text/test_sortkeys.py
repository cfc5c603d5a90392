"""Sort keys order alike everywhere; folding says which names are the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.sortkeys import fold, initial, sort_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ärzte", "arzte"),
        ("Straße", "strasse"),
        ("Müller-Lüdenscheidt, Dr.", "muller ludenscheidt dr"),
        ("O'Brien", "obrien"),
        ("Путин", "putin"),
        ("  A  b ", "a b"),
        ("…", ""),
    ],
)
def test_a_sort_key_is_plain_ascii(text, key):
    assert sort_key(text) == key


def test_umlauts_sort_with_their_letter():
    assert sorted(["Zebra", "Ähre", "Affe", "Ahorn"], key=sort_key) == ["Affe", "Ahorn", "Ähre", "Zebra"]


@given(st.text(max_size=400))
def test_a_sort_key_has_only_its_letters_and_length(text):
    key = sort_key(text)
    assert re.fullmatch(r"([a-z0-9]+( [a-z0-9]+)*)?", key)
    assert len(key) <= 200


@pytest.mark.parametrize(("name", "letter"), [("Ärzte", "A"), ("ß", "S"), ("Яна", "Y"), ("1. FC", "#"), ("", "#")])
def test_the_initial_is_a_letter_or_the_hash(name, letter):
    assert initial(sort_key(name)) == letter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("#Energie", "energie"),
        ("Müller", "Mueller"),
        ("Straße", "STRASSE"),
        ("António Guterres", "antonio  guterres"),
        ("Nord-Stream", "nord stream"),
        ("Bad_Aibling", "Bad\u00a0Aibling"),
        ("Łódź", "Lodz"),
        ("O’Brien", "O'Brien"),
        ("Mu\u0308ller", "Müller"),
        ("Schiff\u00adfahrt", "Schifffahrt"),
    ],
)
def test_spellings_of_one_name_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Bürger", "Burger"), ("C", "C++"), ("Кій", "Кии"), ("a b", "ab")])
def test_different_names_stay_different(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
