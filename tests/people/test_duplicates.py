"""People who may be one are found, and nobody is asked twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editorial.merge_people import PEOPLE
from articles.models import Person
from articles.people import duplicates as finder
from articles.people.duplicates import duplicates
from articles.vocabulary import Likeness
from tests.builders import NOW, build_article, build_person

pytestmark = pytest.mark.django_db


def reasons():
    return [pair.reason for pair in duplicates()[0]]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Anna Berg", "ANNA  BERG", Likeness.NAME),
        ("Anna Berg", "Berg Anna", Likeness.TURNED),
        ("Sergej Lawrow", "Сергей Лавров", Likeness.SOUND),
        ("A. Merkel", "Angela Merkel", Likeness.INITIALS),
        ("Annegret Kramp-Karrenbauer", "Annegret Kramp-Karrenbaum", Likeness.NEAR),
    ],
)
def test_names_alike(one, other, reason):
    build_person(one), build_person("Kai Neu"), build_person(other)
    assert reasons() == [reason]


def test_an_alias_counts():
    build_person("Anna Berg").names.create(name="Anna Moser")
    build_person("Anna Moser")
    assert reasons() == [Likeness.NAME]


def test_the_same_gnd_number():
    build_person("Anna Berg", gnd_id="118540238"), build_person("Lea Alt", gnd_id="118540238")
    assert reasons() == [Likeness.GND]


@pytest.mark.parametrize("own", [("wikidata_id", "Q1", "Q2"), ("born", "1970-01-01", "1971-01-01")])
def test_namesakes_with_numbers_or_days_of_their_own_are_two(own):
    name, first, second = own
    build_person("Anna Berg", **{name: first}), build_person("Anna Berg", **{name: second})
    assert reasons() == []


def test_who_was_said_to_be_another_is_not_asked_again():
    PEOPLE.keep_apart(build_person("Anna Berg"), build_person("Anna Berg"), editor=None, at=NOW)
    assert reasons() == []


def test_articles_with_both_count():
    one, other = build_person("Anna Berg"), build_person("Berg, Anna")
    build_article(people=[one, other]), build_article(people=[one])
    pair = duplicates()[0][0]
    assert (pair.shared, pair.percent) == (1, 100)


def test_it_goes_on_where_it_stopped(monkeypatch):
    monkeypatch.setattr(finder, "PAGE", 2)
    build_person("Anna Berg"), build_person("Anna Berg")
    build_person("Kai Neu"), build_person("Lea Alt")
    found, then = duplicates()
    assert found == []
    found, then = duplicates(then)
    assert [pair.reason for pair in found] == [Likeness.NAME]
    assert then is None


def test_many_people_take_no_more_questions():
    def asked():
        with CaptureQueriesContext(connection) as captured:
            duplicates()
        return len(captured)

    build_person("Anna Berg"), build_person("Anna Berg")
    few = asked()
    for number in range(60):
        build_person(f"Anna {chr(97 + number % 26)}berg{number % 3}")
    assert asked() == few <= 11
    assert Person.objects.count() == 62
