"""The hits over time: which bars are drawn, what they count, where they lead."""

from datetime import date

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from articles.filters import SearchFilter
from articles.listings import Listing
from articles.search.results import Bucket
from articles.views.histogram import histogram, level_of
from tests.builders import NOW

YEAR_2024 = date(2024, 1, 1), date(2024, 12, 31)


def level(query: str):
    return level_of(SearchFilter(QueryDict(query), NOW))


def drawn(query: str, counts: dict[int, int]):
    asked = SearchFilter(QueryDict(query), NOW)
    found = level_of(asked)
    buckets = tuple(Bucket(key, count) for key, count in counts.items())
    request = RequestFactory().get(f"/search/?{query}")
    return histogram(request, Listing([], count=1, facets={found.unit: buckets}), asked, found)


def columns(query: str, counts: dict[int, int]):
    return [bar.column for bar in drawn(query, counts).chart.bars]


@pytest.mark.parametrize(
    ("query", "unit", "days"),
    [
        ("", "year", None),
        ("from=2024", "year", None),
        ("from=2019&to=2024", "year", None),
        ("from=2024&to=2023", "year", None),
        ("year=2021&year=2024", "year", None),
        ("from=2024&to=2024", "month", YEAR_2024),
        ("year=2024", "month", YEAR_2024),
        ("from=2024-03&to=2024-08", "month", YEAR_2024),
        ("from=2023&to=2024", "month", (date(2023, 1, 1), date(2024, 12, 31))),
        ("from=2024-11&to=2024-11", "day", (date(2024, 11, 1), date(2024, 11, 30))),
        ("from=2024-11-05&to=2024-11-05", "day", (date(2024, 11, 1), date(2024, 11, 30))),
        ("from=2023-12-20&to=2024-01-10", "day", (date(2023, 12, 1), date(2024, 1, 31))),
        ("year=2024&from=2024-02&to=2025", "month", YEAR_2024),
        ("from=9999-12&to=9999-12", "day", (date(9999, 12, 1), date(9999, 12, 31))),
    ],
)
def test_the_span_that_is_chosen_says_what_a_bar_stands_for(query, unit, days):
    assert (level(query).unit, level(query).days) == (unit, days)


def test_years_of_silence_are_seen():
    assert [(one.label, one.count) for one in columns("", {2021: 3, 2024: 5})] == [
        ("2021", 3),
        ("2022", 0),
        ("2023", 0),
        ("2024", 5),
    ]


def test_a_year_has_twelve_months_and_a_month_all_its_days():
    assert len(columns("from=2024&to=2024", {202403: 1})) == 12
    assert len(columns("from=2024-02&to=2024-02", {20240229: 1})) == 29


def test_a_bar_narrows_to_what_it_stands_for_and_keeps_the_rest():
    assert columns("q=Wahl&page=3&year=2021&year=2024", {2021: 1, 2024: 1})[0].url == "?q=Wahl&from=2021&to=2021"
    assert columns("from=2024&to=2024", {202403: 1})[2].url == "?from=2024-03&to=2024-03"
    assert columns("from=2024-02&to=2024-02", {20240229: 1})[28].url == "?from=2024-02-29&to=2024-02-29"


def test_what_lies_beside_the_chosen_is_faint():
    months = columns("from=2024-03&to=2024-08", {202401: 2, 202403: 1})
    assert [one.is_faint for one in months] == [True] * 2 + [False] * 6 + [True] * 4
    years = columns("year=2021&year=2024", {2021: 1, 2022: 1, 2024: 1})
    assert [one.is_faint for one in years] == [False, True, True, False]


def steps(query: str, counts: dict[int, int]):
    return [(step.label, step.query) for step in drawn(query, counts).steps]


def test_the_way_back_leads_up_step_by_step():
    assert steps("", {2021: 1, 2024: 1}) == []
    assert steps("q=a&from=2024&to=2024", {202403: 1}) == [("Alle Jahre", "?q=a"), ("2024", "")]
    assert steps("from=2024-03-05&to=2024-03-05", {20240305: 1}) == [
        ("Alle Jahre", "?"),
        ("2024", "?from=2024&to=2024"),
        ("März 2024", "?from=2024-03&to=2024-03"),
        ("5. März 2024", ""),
    ]


def test_only_of_several_years_january_bears_its_year():
    assert [one.tick for one in columns("from=2024&to=2024", {202403: 1})][:2] == ["Jan", "Feb"]
    assert columns("from=2023&to=2024", {202403: 1})[0].tick == "2023"


@pytest.mark.parametrize(("query", "counts"), [("", {}), ("", {2024: 3}), ("from=2024&to=2024", {})])
def test_nothing_to_compare_is_not_drawn(query, counts):
    assert drawn(query, counts) is None


def of_a_person(counts: dict[int, int], query: str = ""):
    asked = SearchFilter(QueryDict(query), NOW)
    months = tuple(Bucket(key, count) for key, count in counts.items())
    years = tuple(Bucket(year, 1) for year in {key // 100 for key in counts})
    listing = Listing([], count=1, facets={"month": months, "year": years})
    found = histogram(RequestFactory().get(f"/people/x/?{query}"), listing, asked, level_of(asked, widest="month"))
    return [bar.column for bar in found.chart.bars]


def test_a_page_of_its_own_is_drawn_by_month_from_january_on():
    months = of_a_person({202311: 2, 202402: 1})
    assert [(one.label, one.count) for one in months][:2] == [("Januar 2023", 0), ("Februar 2023", 0)]
    assert (months[10].count, months[-1].label, months[-1].url) == (2, "Februar 2024", "?from=2024-02&to=2024-02")


@pytest.mark.parametrize(
    ("last", "ticks"),
    [(202412, ["2023", "Mär", "Mai", "Jul"]), (202712, ["2023", "2024", "2025", "2026", "2027"])],
)
def test_of_many_months_only_the_years_are_told(last, ticks):
    ticks_shown = [month.tick for month in of_a_person({202301: 1, last: 1}) if month.tick]
    assert ticks_shown[: len(ticks)] == ticks


def test_december_ends_its_own_year():
    assert [one.label for one in of_a_person({202312: 1})][-2:] == ["November 2023", "Dezember 2023"]


def test_months_that_are_too_many_are_drawn_as_years():
    assert len(of_a_person({190001: 1, 202402: 1})) == 125
    assert of_a_person({200501: 1, 202402: 1})[0].label == "Januar 2005"
