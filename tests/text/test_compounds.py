import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.compounds import Splitting, compound_parts


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Energiekrise", {"energie", "krise"}),
        ("Energieinfrastruktur", {"energie", "infrastruktur"}),
        ("Bundeskanzleramt", {"bundeskanzler", "kanzler", "amt"}),
        ("Brückensperrung", {"brücken", "sperrung"}),
        ("Straßenbahn", {"straßen", "bahn"}),
        ("Krankenhausschließung", {"krankenhaus", "schließung"}),
        ("Verkehrsministerium", {"verkehrs", "ministerium"}),
    ],
)
def test_a_compound_has_parts(word, parts):
    assert parts <= set(compound_parts(word))


@pytest.mark.parametrize("word", ["Selenskyj", "Zeitung", "Antrag", "Abteilungen", "vielleicht", "Hamburg", "Wahl", ""])
def test_what_is_none_stays_whole(word):
    assert compound_parts(word) == []


def test_how_sure_it_must_be_is_a_choice():
    assert compound_parts("Fernwärme")
    assert not compound_parts("Fernwärme", Splitting(noun=0.9))


@given(st.text())
def test_any_text_can_be_taken_apart(text):
    assert all(part == part.lower() for part in compound_parts(text))
