"""Ages beside a name say that somebody else is meant."""

from __future__ import annotations

from datetime import date

import pytest

from articles.people.ages import age_of
from articles.people.evidence import Profile, Scene
from articles.people.finding import Matcher, people_in

MATCHER = Matcher(
    [(1, "Wolf Kaltmann"), (2, "Karl Müller"), (3, "Karl Müller")],
    {1: Profile(date(1942, 9, 18)), 2: Profile(date(1950, 1, 1)), 3: Profile(date(2000, 1, 1))},
)


def links(text, day=date(2016, 1, 1)):
    found = people_in({"": text}, MATCHER, Scene(day=day))
    return [mention.person_id for mention in found if mention.person_id and mention.score == 1]


@pytest.mark.parametrize(
    "text",
    ["Wolf Kaltmann, 17, kam. Kaltmann lachte.", "Der 17-jährige Wolf Kaltmann kam.", "Wolf Kaltmann (17) siegte."],
)
def test_another_age_is_another_person(text):
    assert links(text) == []


@pytest.mark.parametrize("text", ["Wolf Kaltmann (73) kam. Kaltmann lachte.", "Wolf Kaltmann, 74, kam. Er, Kaltmann."])
def test_the_own_age_is_none_against(text):
    assert links(text) == [1, 1]


def test_without_a_day_no_age_counts():
    assert links("Wolf Kaltmann, 17, kam.", day=None) == [1]


def test_an_age_tells_two_of_one_name_apart():
    assert links("Der 16-jährige Karl Müller kam.") == [3]


def test_figures_that_are_no_age_say_nothing():
    assert age_of("Wolf Kaltmann, 17 Abgeordnete", 0, 13) is None
    assert age_of("Am 17. Mai Wolf Kaltmann", 11, 24) is None
