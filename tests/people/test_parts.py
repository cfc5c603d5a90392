"""The small rules that names are found by, one table each."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.acting import stands_as_a_person
from articles.people.clearing import cleared
from articles.people.compounds import in_compound, speaks_of_person
from articles.people.evidence import Case, Profile, Role, Scene, choose, fits
from articles.people.families import is_also_a_word, is_telling
from articles.people.naming import Name, agrees, bare, family_forms, parts_of, spellings
from articles.people.tokens import bare_word, plain_word, tokens_of


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Wladimir Putin", Name(("Wladimir",), "Putin")),
        ("Lawrow, Sergej", Name(("Sergej",), "Lawrow")),
        ("Dr. Rolf Tesmer", Name(("Rolf",), "Tesmer")),
        ("Peter Schmidt (Politiker)", Name(("Peter",), "Schmidt")),
        ("Sammy Davis Jr.", Name(("Sammy",), "Davis")),
        ("Kim Jong Un", Name(("Jong", "Un"), "Kim")),
        ("Ursula von der Leyen", Name(("Ursula",), "von der Leyen")),
        ("Pelé", Name(("Pele",), "")),
    ],
)
def test_a_name_has_given_names_and_a_family_name(name, parts):
    assert parts_of(name) == parts


def test_the_family_name_the_archive_knows_counts():
    assert parts_of("Maria del Carmen Ruiz Lopez", "Ruiz Lopez") == Name(("Maria", "del", "Carmen"), "Ruiz Lopez")


def test_a_name_is_spelled_in_more_ways_than_one():
    assert set(spellings("Jörg W. Groß")) >= {"Jörg W. Groß", "Joerg W. Gross", "Jörg W Groß"}
    assert family_forms("von und zu Guttenberg") == ["von und zu Guttenberg", "Guttenberg"]


@pytest.mark.parametrize(
    ("said", "own", "same"),
    [
        (("Angela",), ("Angela",), True),
        (("A",), ("Angela",), True),
        (("Angela", "Dorothea"), ("Angela",), True),
        (("Karl-Theodor",), ("Karl", "Theodor"), True),
        (("Bernd",), ("Angela",), False),
        (("Hans", "Peter"), ("Peter",), False),
        ((), ("Angela",), False),
    ],
)
def test_what_stands_before_a_family_name_agrees_or_not(said, own, same):
    assert agrees(said, own) is same


@pytest.mark.parametrize("family", ["Kohl", "Koch", "Merz", "Essen", "Vogel", "Blinken", "Frieden", "Hand", "Körner"])
def test_words_and_places_are_not_telling(family):
    assert is_also_a_word(family)
    assert not is_telling(family)


@pytest.mark.parametrize("family", ["Merkel", "Putin", "Baerbock", "Steinmeier", "Selenskyj", "Schäuble"])
def test_names_are_telling_even_if_the_dictionary_has_them(family):
    assert is_telling(family)


@pytest.mark.parametrize("family", ["Schmidt", "Kim", "Thomas", "Li", "Müller", "Jean-Marie"])
def test_names_of_many_are_not_telling(family):
    assert not is_telling(family)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Merkel-Regierung", ("Merkel", 0, 6)),
        ("Anti-Putin-Protest", ("Putin", 5, 10)),
        ("Kramp-Karrenbauer-Rücktritt", ("Kramp-Karrenbauer", 0, 17)),
        ("MERKEL-BESUCH", ("Merkel", 0, 6)),
        ("Merkel-Straße", None),
        ("Riester-Rente", None),
        ("Merkel", None),
    ],
)
def test_a_compound_speaks_of_a_person_or_not(word, name):
    assert in_compound(word) == name


@pytest.mark.parametrize("tail", ["Stiftung", "Gesetz", "Teleskop", "Platz", "Haus"])
def test_what_bears_a_name_speaks_of_nobody(tail):
    assert not speaks_of_person(tail)


@pytest.mark.parametrize(
    ("office", "title"),
    [
        ("Kanzler", "Bundeskanzlerin"),
        ("US-Außenminister", "Außenministerin, 2021–2025"),
        ("Präsidenten", "Präsident"),
        ("Stadträtin", "Stadtrat, Grüne"),
    ],
)
def test_an_office_fits_a_title(office, title):
    assert fits(office, title)


@pytest.mark.parametrize(
    ("office", "title"), [("Trainer", "Bundeskanzlerin"), ("Chef", "Chemiker"), ("Rat", "Landrat")]
)
def test_another_office_does_not(office, title):
    assert not fits(office, title)


def test_the_office_held_then_decides():
    first = Profile(roles=(Role("Minister", until=date(2000, 1, 1)),))
    second = Profile(roles=(Role("Minister", since=date(2010, 1, 1)),), died=None)
    case = Case(("Minister",), frozenset(), frozenset())
    choice = choose([1, 2], {1: first, 2: second}, Scene(day=date(2015, 1, 1)), case)
    assert (choice.person_id, choice.signs) == (2, ("office",))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Putin sagte", True),
        ("meint Putin", True),
        ("gegen Putin", True),
        ("der Putin", False),
        ("in Putin", False),
        ("Villa Putin", False),
        ("Putin di Monte", False),
        ("Bremen, Putin", False),
    ],
)
def test_a_name_acts_or_does_not(text, stands):
    tokens = tokens_of(f"Heute {text} nichts")
    place = [token.text for token in tokens].index("Putin")
    assert stands_as_a_person(tokens, place, place) is stands


def test_capitals_become_a_name():
    assert [plain_word(word) for word in ("MÜLLER", "O'CONNOR", "KARL-HEINZ", "Putin")] == [
        *("Muller", "O'Connor", "Karl-Heinz", "Putin")
    ]
    assert bare_word("MÜLLERS", owns=True) == "Müller"


def test_titles_and_remarks_are_no_name():
    assert bare(" Prof. Dr.  Anna   Berg (CDU)") == "Anna Berg"


@given(st.text(alphabet="aB\u00ad\u200b -'", max_size=20))
def test_places_in_cleared_text_lead_back(text):
    clear = cleared(text)
    for place, char in enumerate(clear.text):
        start, end = clear.span(place, place + 1)
        assert text[start:end] == char
