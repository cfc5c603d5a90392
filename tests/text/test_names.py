"""What looks like a person's name, and what only begins like a byline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.names import Byline, authors_in, byline_in, given_names, is_given_name


def test_given_names_are_names_once():
    assert {"Annalena", "Wladimir", "Günther"} <= given_names()
    assert all(name[0].isupper() for name in given_names())


@pytest.mark.parametrize("word", ["Anna", "Karl-Heinz", "Björn"])
def test_it_knows_given_names(word):
    assert is_given_name(word)


@pytest.mark.parametrize("word", ["Bad", "Kreis", "Hannover", "anna", ""])
def test_words_and_places_are_no_given_names(word):
    assert not is_given_name(word)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Von Anna Berg", Byline(("Anna Berg",))),
        ("von ANNA BERG", Byline(("Anna Berg",))),
        ("Von Anna von der Berg", Byline(("Anna von der Berg",))),
        ("Von K. H. Meier", Byline(("K. H. Meier",))),
        ("Von Anna Berg und Karl Voss, dpa", Byline(("Anna Berg", "Karl Voss", "dpa"))),
        ("Von Anna Berg, Musterheim", Byline(("Anna Berg",), "Musterheim")),
        ("Von dpa", Byline(("dpa",))),
    ],
)
def test_it_reads_bylines(line, byline):
    assert byline_in(line) == byline


@pytest.mark.parametrize(
    "line",
    [
        "Von der Leyen reist nach Kiew",
        "Von der Leyen",
        "Von Berlin nach Paris",
        "Von Frau zu Frau",
        "Von Menschen und Mäusen",
        "Von Anna Berg.",
        "Vonovia Berg Anna",
        "Von Anna Berg, Karl, Voss",
    ],
)
def test_other_lines_that_begin_like_one_are_none(line):
    assert byline_in(line) is None


def test_to_be_sure_the_given_name_must_be_known():
    assert byline_in("Von Bad Aibling", sure=True) is None
    assert byline_in("Von Anna Berg", sure=True) is not None


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Anna Berg, Karl Voss", ("Anna Berg", "Karl Voss")),
        ("Berg, Anna", ("Anna Berg",)),
        ("Anna Berg <a@b.example> (Fotos)", ("Anna Berg",)),
        ("Redaktion", ("Redaktion",)),
        ("–", ()),
    ],
)
def test_it_reads_the_authors_behind_a_label(value, names):
    assert authors_in(value) == names


@given(st.text(max_size=40))
def test_it_never_fails(text):
    assert byline_in(text) is None or byline_in(text).names
