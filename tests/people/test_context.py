"""What stands around a name, rule by rule: failures on passages that nobody had tuned on."""

from __future__ import annotations

import pytest

from articles.people.evidence import Profile, Role
from articles.people.finding import Matcher, people_in
from articles.people.reading import Part, read
from articles.vocabulary import Reason

NAMES = [
    (1, "Hans Ludwig Strauß"),
    (2, "Emil Kohl"),
    (3, "Ida Frieden"),
    (4, "Bernd Koch"),
    (5, "Egon Gabriel"),
    (6, "Wladimir Putin"),
    (7, "Karl zu Guttenberg"),
    (8, "Paul Schäuble"),
    (9, "Sven Kauder"),
]
MATCHER = Matcher(NAMES, {8: Profile(roles=(Role("Finanzminister"),))})


def links(text, score=1):
    found = people_in({"": text}, MATCHER)
    return [mention.surface for mention in found if mention.person_id and mention.score >= score]


@pytest.mark.parametrize(
    "text",
    [
        "Am Flughafen Hans Ludwig Strauß fielen Flüge aus.",
        "Am Flughafen Köln/Bonn „Emil Kohl“ auch.",
        "Die „Emil Kohl“ lief in Kiel ein.",
        "Das Bündnis Paul Schäuble jubelt.",
    ],
)
def test_airports_ships_and_parties_bear_a_name(text):
    assert links(text, 0) == []


def test_quotes_alone_make_no_ship():
    assert links("„Emil Kohl“ stand auf dem Schild.") == ["Emil Kohl"]


@pytest.mark.parametrize("text", ["Als Koch taugt er nicht.", "Er sucht seinen Koch.", "Es gab Rüben und Koch."])
def test_a_word_stays_a_word_where_the_person_is_named(text):
    assert links(f"Bernd Koch kam. {text}") == ["Bernd Koch"]


def test_and_between_people_is_none_between_vegetables():
    assert links("Sven Kauder und Egon Gabriel kamen. Kauder und Gabriel stritten.")[2:] == ["Kauder", "Gabriel"]


@pytest.mark.parametrize("text", ["Frieden herrscht nicht.", "Man sprach über Frieden."])
def test_a_common_word_needs_somebody_who_speaks(text):
    assert links(f"Ida Frieden kam. {text}") == ["Ida Frieden"]
    assert links("Ida Frieden kam. „Nein“, sagte Frieden.") == ["Ida Frieden", "Frieden"]


def test_the_first_of_a_family_is_meant_until_the_second_comes():
    text = "Sven Kauder kam, Kauder ging. Petra Kauder blieb. Kauder sang."
    assert [(m.person_id, m.start) for m in people_in({"": text}, MATCHER) if m.person_id] == [(9, 0), (9, 17)]


@pytest.mark.parametrize(
    "text",
    ["Wladimir Wladimirowitsch Putin kam", "Karl Freiherr zu Guttenberg kam", "Karl Theodor Graf zu Guttenberg kam"],
)
def test_patronymics_and_titles_belong_to_the_name(text):
    assert links(text) == [text.removesuffix(" kam")]


def test_a_family_name_without_its_umlaut():
    assert links("Paul Schäuble kam. Schaeuble heißt er dort.") == ["Paul Schäuble", "Schaeuble"]


def test_a_compound_that_no_dictionary_has_is_no_given_name():
    assert "Schäuble" in links("Paul Schäuble kam. Die RAF-Anwälte Schäuble und Kunz gingen.")


def test_one_against_the_other_is_no_thing():
    assert links("Im Streit Schäuble gegen Kauder: Paul Schäuble") == ["Schäuble", "Paul Schäuble"]


def test_another_calling_leaves_the_editor_to_decide():
    found = people_in({"": "Bäckermeister Paul Schäuble backt. Schäuble lacht."}, MATCHER)
    assert [(mention.person_id, mention.score < 1, mention.why) for mention in found] == [
        (8, True, Reason.FULL),
        (8, True, Reason.FAMILY),
    ]


def test_an_office_beside_the_calling_decides():
    assert links("Finanzminister Paul Schäuble, Hobbymusiker, spielt.") == ["Paul Schäuble"]


def test_names_of_things_introduce_nobody():
    assert read([Part.of("", "Am Flughafen Franz Josef Renner")], Matcher(())).in_full == [[]]


def test_large_particles_belong_to_a_new_name():
    found = people_in({"": "Alexander Van der Zanden siegt."}, MATCHER)
    assert [mention.name for mention in found] == ["Alexander Van der Zanden"]
