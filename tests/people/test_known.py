"""People the archive knows, as German newspapers write them; one table a rule."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.evidence import History, Profile, Role, Scene
from articles.people.finding import Matcher, people_in
from articles.vocabulary import Reason

PUTIN, MERKEL, KIM, LEYEN, KOHL, JENS, LAWROW, HABECK, GUTTENBERG, XI, SCHOLZ = range(1, 12)
NAMES = [
    (PUTIN, "Wladimir Putin"),
    (MERKEL, "Angela Merkel"),
    (KIM, "Kim Jong Un"),
    (LEYEN, "Ursula von der Leyen", "von der Leyen"),
    (KOHL, "Helmut Kohl"),
    (JENS, "Walter Jens"),
    (LAWROW, "Sergej Lawrow"),
    (LAWROW, "Лавров, Сергей"),
    (HABECK, "Robert Habeck"),
    (GUTTENBERG, "Karl-Theodor zu Guttenberg"),
    (XI, "Xi Jinping"),
    (XI, "习近平"),
    (SCHOLZ, "Olaf Scholz"),
]
MATCHER = Matcher(NAMES, {SCHOLZ: Profile(roles=(Role("Bundeskanzler", date(2021, 12, 8), date(2025, 5, 6)),))})


def links(text, matcher=MATCHER, scene=None):
    """(words, person id) of what is certain."""
    found = people_in({"": text}, matcher, scene)
    return [(mention.surface, mention.person_id) for mention in found if mention.person_id and mention.score == 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Putins Reise beginnt. Wladimir Putins Minister auch.", ["Putins", "Wladimir Putins"]),
        ("Angela Merkel kam. Die Merkel-Regierung ging.", ["Angela Merkel", "Merkel"]),
        ("Ein Putin-Vertrauter widersprach.", ["Putin"]),
        ("Der Anti-Putin-Protest wächst. Wladimir Putin schweigt.", ["Putin", "Wladimir Putin"]),
        ("Wladimir Putin kam; der Streit Baerbock/Putin ging weiter.", ["Wladimir Putin", "Putin"]),
        ("ANGELA MERKEL IN KIEL: Was MERKEL sagte", ["ANGELA MERKEL", "MERKEL"]),
        ("Wladi\u00admir Pu\u00adtin spricht. Pu\u00adtins Rede.", ["Wladi\u00admir Pu\u00adtin", "Pu\u00adtins"]),
        ("„Wladimir Putin“ und »Putin« standen da.", ["Wladimir Putin", "Putin"]),
        ("Lawrow, Sergej; Habeck, Robert.", ["Lawrow, Sergej", "Habeck, Robert"]),
        ("A. Merkel und R. Habeck unterschrieben.", ["A. Merkel", "R. Habeck"]),
        ("Prof. Dr. Angela Dorothea Merkel sprach.", ["Angela Dorothea Merkel"]),
        ("Ursula von der Leyen kam, von der Leyens Plan auch.", ["Ursula von der Leyen", "von der Leyens"]),
        ("Karl-Theodor zu Guttenberg kam. Guttenberg ging.", ["Karl-Theodor zu Guttenberg", "Guttenberg"]),
        ("Kim Jong-un kam, Kim lächelte.", ["Kim Jong-un", "Kim"]),
        ("Heute sprach 习近平 in Peking. Сергей Лавров auch.", ["习近平", "Сергей Лавров"]),
        ("Walter Jens’ Bücher. Jens’ Rede.", ["Walter Jens", "Jens"]),
    ],
)
def test_it_knows_people_however_they_are_written(text, words):
    assert [surface for surface, _who in links(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "Die Angela-Merkel-Straße und die Merkel-Straße sind gesperrt.",
        "Die Angela-Merkel-Stiftung und die Angela Merkel Stiftung zahlen.",
        "Das Forschungsschiff „Angela Merkel“ und der Frachter Robert Habeck laufen aus.",
        "Das Putin-Gesetz gilt, die Habeck-Rente nicht.",
        "Kim Clijsters siegt, Kim Wilde singt.",
        "Es gab Kohl. Kohl ist gesund.",
        "Thomas Putin ist Bäcker. Putin backt gut.",
        "Die Firma Robert Habeck baut.",
        "Im Putin und in Habeck liegt nichts.",
    ],
)
def test_what_only_bears_the_name_is_nobody(text):
    assert links(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Putin reist nach Kiel.",
        "Das sagte Habeck am Montag.",
        "Gegen Putin sprach niemand.",
        "Putins Minister schweigen.",
    ],
)
def test_a_telling_family_name_that_acts_is_enough(text):
    assert len(links(text)) == 1


@pytest.mark.parametrize("text", ["Der Zug hält in Putin.", "Im Kloster Habeck brennt es.", "Putin, Bremen, Kiel."])
def test_a_telling_family_name_beside_places_is_not(text):
    assert links(text) == []


def test_office_and_family_name_are_enough_and_hold_for_the_article():
    assert links("Kanzler Scholz kam. Lange redete Scholz.") == [("Scholz", SCHOLZ), ("Scholz", SCHOLZ)]


def test_an_office_nobody_knows_of_the_person_is_only_a_suggestion():
    found = people_in({"": "Trainer Scholz lobte alle."}, MATCHER)
    assert [(mention.person_id, mention.score < 1, mention.why) for mention in found] == [(SCHOLZ, True, Reason.OFFICE)]


def test_a_name_in_the_headline_speaks_for_the_family_name():
    assert links("Dort blieb Merkel.", scene=Scene(aside="Angela Merkel in Kiel")) == [("Merkel", MERKEL)]


# Two of one name


def two(first, second):
    return Matcher([(1, "Karl Müller"), (2, "Karl Müller")], {1: first, 2: second})


MINISTER, COACH = Profile(roles=(Role("Finanzminister"),)), Profile(roles=(Role("Trainer des FC"),))


@pytest.mark.parametrize(
    ("text", "who"),
    [("Finanzminister Karl Müller kam.", 1), ("Karl Müller, der Trainer, kam.", 2), ("Trainer Müller kam.", 2)],
)
def test_two_of_one_name_are_told_apart_by_office(text, who):
    assert [found for _, found in links(text, two(MINISTER, COACH))] == [who]


def test_roles_count_at_their_time():
    then, now = Role("Minister", date(1990, 1, 1), date(1999, 1, 1)), Role("Minister", date(2020, 1, 1))
    both = two(Profile(roles=(then,)), Profile(died=date(1950, 1, 1), roles=(now,)))
    assert links("Minister Karl Müller kam.", both, Scene(day=date(1995, 1, 1))) == [("Karl Müller", 1)]


def test_nobody_is_in_the_news_before_birth():
    both = two(Profile(born=date(2000, 1, 1)), Profile())
    assert links("Karl Müller kam.", both, Scene(day=date(1999, 1, 1))) == [("Karl Müller", 2)]


def test_company_and_topic_tell_apart():
    known = {1: History(), 2: History(tags=Counter([7]), people=Counter([3]))}
    matcher = Matcher([(1, "Karl Müller"), (2, "Karl Müller"), (3, "Wladimir Putin")])
    scene = Scene(tags=frozenset({7}), histories=lambda ids: {who: known[who] for who in ids})
    assert ("Karl Müller", 2) in links("Karl Müller traf Wladimir Putin.", matcher, scene)


def test_where_nothing_decides_the_editor_is_asked_and_told_the_candidates():
    found = people_in({"": "Karl Müller kam. Müller ging."}, two(MINISTER, COACH))
    assert [(mention.person_id, mention.why) for mention in found] == [(None, Reason.HOMONYM)] * 2
    assert found[0].evidence["candidates"] == {"1": 0.5, "2": 0.5}


def test_two_of_one_family_in_an_article_are_told_apart_by_office_only():
    matcher = Matcher([(1, "Eva Brandt"), (2, "Jonas Brandt")], {1: MINISTER, 2: COACH})
    text = "Eva Brandt traf Jonas Brandt. Trainer Brandt lachte, Brandt schwieg."
    assert links(text, matcher)[2:] == [("Brandt", 2)]


@given(st.text(alphabet="Putin Merkl-Straße’s\u00ad.,„“KimJogUn习近平A\n", max_size=80))
def test_places_are_places_in_the_text_whatever_is_written(text):
    for mention in people_in({"": text}, MATCHER):
        assert text[mention.start : mention.end] == mention.surface != ""
        assert 0 <= mention.score <= 1
