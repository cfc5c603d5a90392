"""What bears or resembles a known family name without being that person; here links failed on texts of others."""

from __future__ import annotations

import pytest

from articles.people.evidence import Profile, Role
from articles.people.finding import Matcher, people_in
from articles.people.naming import agrees

KLOPP, VOGELSANG, CASTRO, MORGAN, MUELLER, LUDWIG, LORD, KOCH, REGAZZO, DODD = range(1, 11)
NAMES = [
    (KLOPP, "Jürgen Klopp"),
    (VOGELSANG, "Ines Vogelsang"),
    (CASTRO, "Edmond Castro"),
    (MORGAN, "Julie Morgan"),
    (MUELLER, "Willi Müller"),
    (LUDWIG, "Adolf Ludwig"),
    (LORD, "Jonathan Lord"),
    (KOCH, "Helmut Koch"),
    (REGAZZO, "William Clay"),
    (DODD, "Peter Dodd"),
]
ROLES = {KOCH: Profile(roles=(Role("Landrat"),)), CASTRO: Profile(roles=(Role("Bürgermeister von Belmopan"),))}
MATCHER = Matcher(NAMES, ROLES)


def links(text):
    found = people_in({"": text}, MATCHER)
    return [(mention.surface, mention.person_id) for mention in found if mention.person_id and mention.score == 1]


@pytest.mark.parametrize(
    "text",
    [
        "Jürgen Klopp kam. Der Betrieb Klopp & Söhne zahlte.",
        "Ines Vogelsang las. Der Vogelsang im Park blüht.",
        "Ines Vogelsang las. Auch die Jugendherberge Vogelsang lädt ein.",
        "Peter Dodds McCormick schrieb das Lied.",
    ],
)
def test_a_firm_a_thing_and_a_longer_name_are_nobody(text):
    assert len(links(text)) == text.count("Klopp kam") + text.count("Vogelsang las")


@pytest.mark.parametrize(
    "text", ["Zu König Ludwigs XIV. Zeit", "Unter Kaiser Ludwig dem Frommen", "Premierminister Lord Morton"]
)
def test_a_ruler_and_a_title_are_no_family_names(text):
    assert links(text) == []


def test_what_goes_on_behind_an_office_is_a_given_name():
    assert links("Teamkollege Clay Regazzoni siegte.") == []


@pytest.mark.parametrize(
    "text", ["Das Castro-Regime war am Ende.", "Er stand in Castros Liste.", "Alles spricht für Castro."]
)
def test_the_only_one_of_a_family_is_doubted_where_no_verb_stands_beside(text):
    assert links(text) == []


def test_a_word_of_what_is_known_makes_the_only_one_certain():
    assert links("Aus Belmopan kam Kritik. Alles spricht für Castro.") == [("Castro", CASTRO)]


def test_another_given_name_is_not_the_only_one():
    assert links("Castro sagte zu. Das Bild zeigt uns Fidel Castro.") == [("Castro", CASTRO)]


def test_initials_must_all_fit():
    assert not agrees(("j.", "p."), ("julie",))
    assert agrees(("a.", "d."), ("angela", "dorothea"))


def test_an_initial_before_a_common_family_name_is_only_suggested():
    assert links("Autor: W. Müller") == []
    assert links("Willi Müller schrieb es. Autor: W. Müller") == [("Willi Müller", MUELLER), ("W. Müller", MUELLER)]


def test_an_abbreviation_is_no_initial():
    assert links("Wie z. B. Müller Bucer") == []


def test_an_office_that_only_one_holds_tells_him_from_a_namesake():
    assert ("Koch", KOCH) in links("Landrat Koch aß. Der Küchenchef Thomas Koch kochte.")
