"""Names of tags that may mean one thing have a key in common."""

import pytest

from articles.text.tagkeys import form, is_surely_several, parts, twin

ONE = [
    ("Energie", "energien"),
    ("Corona-Virus", "Coronaviren"),
    ("Corona Virus", "Coronavirus"),
    ("Wald", "Waelder"),
    ("Wälder", "Waelder"),
    ("München", "Munchen"),
    ("Krankenhaus", "Krankenhäuser"),
    ("Bundestagswahl", "Bundestagswahlen"),
    ("Bundestags-Wahl", "Bundestagswahl"),
    ("Elections", "Election"),
    ("Kita", "Kitas"),
    ("E-Mobilität", "Emobilität"),
]
TWO = [("Bürger", "Burg"), ("Schule", "Schüler"), ("Rente", "Rentner"), ("Ukraine", "Ukraine-Krieg"), ("USA", "US")]
TWINS = [
    ("Energie", "Energy"),
    ("Energiekrise", "energy crisis"),
    ("Klimawandel", "Climate Change"),
    ("Ukraine-Krieg", "Ukraine war"),
    ("Demokratie", "democracy"),
    ("Wirtschaft", "economy"),
    ("Mobilität", "mobility"),
    ("Tourismus", "Tourism"),
    ("Kultur", "Culture"),
    ("Wahl", "elections"),
    ("Wirtschaftspolitik", "economy policy"),
    ("Theater", "theatre"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_another_form_of_a_word_is_the_same(one, other):
    assert form(one) == form(other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_other_words_are_told_apart(one, other):
    assert form(one) != form(other)
    assert twin(one) != twin(other)


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_german_and_english_meet(one, other):
    assert twin(one) == twin(other)


@pytest.mark.parametrize("name", ["", "#", "日本", "C++", "9/11", "x" * 300, "- -"])
def test_any_name_has_a_key(name):
    assert len(form(name)) <= 200
    assert len(twin(name)) <= 200


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Energie / Öl", ["Energie", "Öl"]),
        ("Wahl, Parteien & Umfragen", ["Wahl", "Parteien", "Umfragen"]),
        ("Recht und Gesetz", ["Recht", "Gesetz"]),
        ("Energie", []),
        ("Energie /", []),
    ],
)
def test_a_name_for_several_things_is_taken_apart(name, found):
    assert parts(name) == found


def test_a_stroke_parts_for_sure_and_a_word_may_not():
    assert is_surely_several("Energie / Öl")
    assert not is_surely_several("Recht und Gesetz")
