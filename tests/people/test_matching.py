"""Known names are found as whole words, whatever their accents and genitives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.matching import Matcher

MATCHER = Matcher(
    [
        (1, "Angela Merkel"),
        (2, "António Guterres"),
        (3, "Anna Berg"),
        (4, "Anna Berg"),
        (5, "Berg Anna Voss"),
        (6, "Pelé"),
    ]
)


def found(text):
    return [(text[known.start : known.end], known.person_ids) for known in MATCHER.find(text)]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Angela Merkel kommt", "Angela Merkel"),
        ("(Angela Merkel)", "Angela Merkel"),
        ("Angela\u00a0Merkel.", "Angela\u00a0Merkel"),
        ("Angela\nMerkel", "Angela\nMerkel"),
        ("Angela Merkels Amt", "Angela Merkels"),
        ("Angela Merkel's Amt", "Angela Merkel's"),
        ("Angela Merkel’ Amt", "Angela Merkel"),
        ("Angela Merkel - und", "Angela Merkel"),
    ],
)
def test_it_finds_whole_words_with_their_genitive(text, surface):
    assert found(text) == [(surface, (1,))]


@pytest.mark.parametrize(
    "text", ["Angela-Merkel-Straße", "Angela Merkel-Straße", "Angela Merkelow", "Triangela Merkel", "angela merkel", ""]
)
def test_parts_of_words_are_nobody(text):
    assert found(text) == []


def test_accents_do_not_count():
    assert found("Antonio Guterres und Pele") == [("Antonio Guterres", (2,)), ("Pele", (6,))]


def test_a_name_of_two_people_names_both():
    assert found("Anna Berg") == [("Anna Berg", (3, 4))]


def test_the_longer_of_two_names_wins():
    assert found("Berg Anna Voss, Berg Anna Berg") == [("Berg Anna Voss", (5,)), ("Anna Berg", (3, 4))]


def test_no_names_find_nobody():
    assert Matcher([(1, " ")]).find("Angela Merkel") == []


@given(st.text(alphabet="Angela Merkls-'\u00a0\n’.é\u0301", max_size=60))
def test_places_are_places_in_the_text(text):
    for known in MATCHER.find(text):
        assert text[known.start].isupper()
        assert 0 <= known.start < known.end <= len(text)
