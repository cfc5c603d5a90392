"""Very many namesakes: their addresses are counted on, and those who cannot be meant are not read."""

from datetime import date

import pytest

from articles.formats.people import PersonRow
from articles.models import FormerSlug, Person
from articles.text.sortkeys import fold
from articles.transfer.people_intake import Intake, _Known
from articles.transfer.report import Outcome
from tests.builders import build_person

pytestmark = pytest.mark.django_db


def rows(first, last):
    return [PersonRow(line, "Anna Berg", wikidata=f"Q{line}") for line in range(first, last)]


def take(intake, found):
    return [taken.outcome for taken in intake.take(found)]


def test_addresses_are_counted_on_from_batch_to_batch():
    intake = Intake(frozenset({fold("Anna Berg")}))
    assert {*take(intake, rows(1, 4)), *take(intake, rows(4, 7))} == {Outcome.CREATED}
    slugs = list(Person.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs == ["anna-berg", *(f"anna-berg-{number}" for number in range(2, 7))]


def test_addresses_that_others_have_or_had_are_left_out():
    build_person("Anna Berg", wikidata_id="Q99")
    FormerSlug.objects.create(kind="person", slug="anna-berg-2", target_id=1)
    take(Intake(), rows(1, 3))
    assert set(Person.objects.values_list("slug", flat=True)) == {"anna-berg", "anna-berg-3", "anna-berg-4"}


def test_a_batch_of_namesakes_takes_few_queries(django_assert_max_num_queries):
    intake = Intake(frozenset({fold("Anna Berg")}))
    take(intake, rows(1, 301))
    with django_assert_max_num_queries(16):
        take(intake, rows(301, 601))


def test_namesakes_with_other_numbers_are_not_read():
    for number in range(1, 4):
        build_person("Anna Berg", wikidata_id=f"Q{number}")
    nameless = build_person("Anna Berg")
    known = _Known([PersonRow(1, "Anna Berg", wikidata="Q9")])
    assert known.by_name[fold("Anna Berg")] == [nameless]


def test_namesakes_of_another_day_are_not_read():
    for year in (1950, 1960):
        build_person("Anna Berg", born=date(year, 1, 1))
    known = _Known([PersonRow(1, "Anna Berg", born=date(1960, 1, 1))])
    assert [person.born.year for person in known.by_name[fold("Anna Berg")]] == [1960]
