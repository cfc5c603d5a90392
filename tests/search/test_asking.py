"""Each operator of the box, from the text to the hits."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from articles.search import SearchRequest, find, find_all
from tests.builders import NOW, build_article
from tests.indexing import index_now

pytestmark = pytest.mark.django_db

TEXTS = {
    "bonn": ("Wahl in Bonn", "Die Wahl in Bonn ist frei."),
    "koeln": ("Wahl in Köln", "Die Wahl in Köln ist geheim."),
    "energie": ("Energiekrise", "Die Energiewende kostet."),
    "bruecke": ("Steg", "Die alte Brücke in Bonn; ein Umweg."),
}


@pytest.fixture
def archive(db):
    built = {key: build_article(title, body=f"<p>{text}</p>").pk for key, (title, text) in TEXTS.items()}
    index_now()
    return {pk: key for key, pk in built.items()}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Bonn", "bonn bruecke"),
        ("Wahl Bonn", "bonn"),
        ("Wahl UND Bonn", "bonn"),
        ("Köln OR Brücke", "koeln bruecke"),
        ("Wahl (Bonn ODER Köln)", "bonn koeln"),
        ("Wahl Bonn OR Köln", "bonn koeln"),
        ("Bonn -Wahl", "bruecke"),
        ("Bonn NOT Wahl", "bruecke"),
        ("-Bonn", "koeln energie"),
        ("-(Bonn OR Köln)", "energie"),
        ("Köln OR -Wahl", "koeln energie bruecke"),
        ("NOT (Wahl Bonn)", "koeln energie bruecke"),
        ("Wahl -(Bonn -frei)", "bonn koeln"),
        ("Energie*", "energie"),
        ("Energiew*", "energie"),
        ("Brücken*", "bruecke"),
        ("ener* OR brü*", "energie bruecke"),
        ("headline:Bonn", "bonn"),
        ("titel:Energie*", "energie"),
        ('titel:"Wahl in Köln"', "koeln"),
        ("titel:(Bonn OR Steg)", "bonn bruecke"),
        ("Bonn -titel:Wahl", "bruecke"),
        ('"alte Brücke" Wahl Bonn Köln', ""),
        ("Bonn Wahl frei geheim", "bonn"),
        ("Bonn AND Wahl AND frei AND geheim", ""),
        ("(der OR die) Köln", "koeln"),
        ("die Köln", "koeln"),
    ],
)
def test_an_operator_does_what_it_says(archive, typed, found):
    assert {archive[pk] for pk in find(SearchRequest(typed), NOW).ids} == set(found.split())


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("before:2023", {2022}),
        ("after:2022", {2023, 2024}),
        ("vor:2024 nach:2022-12-31", {2023}),
        ("vor:5.3.2023", {2022}),
        ("vor:6.3.2023", {2022, 2023}),
        ("nach:2023-03", {2024}),
        ("-vor:2024", {2024}),
        ("Brücke (vor:2023 OR nach:2023)", {2022, 2024}),
    ],
)
def test_days_are_named_in_the_box(typed, years):
    built = {build_article(published_at=datetime(year, 3, 5, 12, tzinfo=UTC)).pk: year for year in (2022, 2023, 2024)}
    index_now()
    assert {built[pk] for pk in find(SearchRequest(typed), NOW).ids} == years


def test_names_and_days_alone_are_not_ranked():
    assert not SearchRequest("before:2024 person:Merkel -Wahl").is_ranked


def test_several_questions_are_each_understood(archive):
    found = find_all([SearchRequest("Energie*"), SearchRequest("titel:Steg")], NOW)
    assert [archive[pk] for one in found for pk in one.ids] == ["energie", "bruecke"]


@pytest.mark.parametrize("first", [date(2019, 12, 30), date(2020, 1, 1), date(2020, 2, 29), date(2020, 12, 31)])
def test_a_short_time_has_the_days_that_a_long_one_has(db, first):
    lasts = [first + timedelta(days=days) for days in (0, 1, 30, 31, 59, 335, 366, 367)]
    around = {day + timedelta(days=beside) for day in (first, *lasts) for beside in (-1, 0, 1)}
    built = {build_article(published_at=datetime.combine(day, time(12), UTC)).pk: day for day in around}
    index_now()
    found = {last: find(SearchRequest(first_day=first, last_day=last), NOW).ids for last in lasts}
    inside = {last: {day for day in around if first <= day <= last} for last in lasts}
    assert {last: {built[pk] for pk in ids} for last, ids in found.items()} == inside
