from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.querysets import TopicRule
from articles.search.request import LAST_PAGE, MOST_UNITS, QueryWords, SearchRequest, page_number


def stems(units):
    return [tuple(word.stems[0] for word in unit.words) for unit in units]


def test_words_are_wanted_one_by_one():
    assert stems(QueryWords.parse("Brücke gesperrt").wanted) == [("bruck",), ("gesperrt",)]


@pytest.mark.parametrize("quoted", ['"neue Brücke"', "„neue Brücke“", "«neue Brücke»", "“neue Brücke”"])
def test_quotes_make_a_phrase(quoted):
    assert stems(QueryWords.parse(quoted).wanted) == [("neu", "bruck")]


def test_a_minus_excludes_a_word_or_a_phrase():
    query = QueryWords.parse('Wahl -Bonn -"neue Brücke"')
    assert stems(query.unwanted) == [("bonn",), ("neu", "bruck")]
    assert stems(query.wanted) == [("wahl",)]


def test_a_minus_inside_a_word_is_a_hyphen():
    query = QueryWords.parse("Kim-Regime")
    assert stems(query.wanted) == [("kim", "regim")]
    assert "kimregim" in query.wanted[0].joined


def test_an_open_quote_is_no_quote():
    assert stems(QueryWords.parse('"neue Brücke').wanted) == [("neu",), ("bruck",)]


@pytest.mark.parametrize(("words", "least"), [("a", 1), ("x y", 2), ("u v w", 2), ("u v w x", 3), ("u v w x y z", 4)])
def test_of_more_than_two_words_most_must_occur(words, least):
    assert QueryWords.parse(words).least == least


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("Wie hoch ist der Turm?", 1),
        ("Sind Trauben botanisch Trauben?", 1),
        ("wann bricht Welle Wind Regen Schnee Eis", 2),
    ],
)
def test_of_a_question_in_a_sentence_one_word_in_three_must_occur(words, least):
    assert QueryWords.parse(words).least == least


def test_stopwords_need_not_occur():
    assert stems(QueryWords.parse("die Brücke").required) == [("bruck",)]


@pytest.mark.parametrize(
    ("words", "count"),
    [("Was bedeutet Klimawandel?", 1), ("Wie funktioniert das?", 1), ("Brücke steht", 2), ("Bedeutet Klimawandel", 2)],
)
def test_a_verb_that_carries_a_question_need_not_occur(words, count):
    assert len(QueryWords.parse(words).required) == count


def test_stopwords_alone_are_words():
    assert len(QueryWords.parse("der die das").required) == 3


@pytest.mark.parametrize("text", ["", "   ", "-", '""', '-""', "*?()[]{}", "\x00", "–"])
def test_what_holds_no_word_asks_nothing(text):
    assert not QueryWords.parse(text)


def test_a_long_question_is_cut():
    assert len(QueryWords.parse("a " * 10_000).wanted) == MOST_UNITS


@pytest.mark.parametrize(
    ("typed", "page"),
    [("3", 3), (3, 3), ("0", 1), ("-1", 1), ("x", 1), (None, 1), ("9" * 19, LAST_PAGE), ("9" * 99, 1), ("²", 1)],
)
def test_any_page_can_be_typed(typed, page):
    assert page_number(typed) == page


def test_parse_mends_page_and_order():
    request = SearchRequest.parse(" Wahl ", page="x", sort="'; drop table", languages=frozenset({"de"}))
    assert (request.words, request.page, request.sort, request.languages) == ("Wahl", 1, "relevance", {"de"})


def test_without_words_there_is_no_rank():
    assert SearchRequest("Wahl").is_ranked
    assert not SearchRequest("").is_ranked
    assert not SearchRequest("-Wahl").is_ranked
    assert not SearchRequest("Wahl", sort="newest").is_ranked


def test_a_facet_ignores_its_own_selection_only():
    request = SearchRequest("Wahl", desk_ids=frozenset({1}), tag_ids=frozenset({2}), first_day=date(2024, 1, 1))
    assert request.ignoring("desk") == replace(request, desk_ids=frozenset())
    assert request.ignoring("month") == replace(request, first_day=None)
    assert request.selects("desk")
    assert not request.selects("author")


def test_years_are_a_selection_beside_the_days():
    request = SearchRequest("Wahl", years=frozenset({2023}), first_day=date(2023, 5, 1))
    assert request.ignoring("year") == replace(request, years=frozenset())
    assert request.ignoring("span") == replace(request, first_day=None)
    assert request.ignoring("month") == SearchRequest("Wahl")


def test_months_and_days_are_counted_over_the_days_a_chart_shows():
    shown = date(2024, 1, 1), date(2024, 12, 31)
    request = SearchRequest("Wahl", first_day=date(2024, 5, 1), last_day=date(2024, 5, 31), charted=shown)
    counted = request.ignoring("month")
    assert (counted.first_day, counted.last_day) == shown
    assert request.ignoring("desk") == request


def test_no_facet_ignores_the_place_that_is_searched():
    request = SearchRequest(within=(TopicRule(desk_ids=frozenset({1})),))
    assert request.ignoring("desk") == request


@pytest.mark.parametrize(
    ("words", "least"),
    [("u AND v AND w AND x", 0), ("u v w (x OR y)", 3), ("u v w x -y", 3), ('u v w x "y"', 3), ("u v w x person:y", 3)],
)
def test_only_bare_words_may_be_missing(words, least):
    assert QueryWords.parse(words).least == least


def test_what_was_typed_is_remembered_as_it_was():
    assert QueryWords.parse('Wahl -Bonn "neue Brücke" Ener* person:x').typed == ("Wahl", "neue Brücke", "Ener")


def test_another_wording_is_read_anew():
    request = SearchRequest("Wahl", desk_ids=frozenset({1})).reworded("Brücke")
    assert stems(request.query.wanted) == [("bruck",)]
    assert request.desk_ids == {1}


def test_a_request_changed_otherwise_keeps_what_was_read():
    query = replace(QueryWords.parse("Wahl"), enough=1)
    assert replace(SearchRequest("Wahl", query=query), page=2).query is query


def test_without_filters_the_place_that_is_searched_stays():
    scope = (TopicRule(desk_ids=frozenset({1})),)
    request = SearchRequest("Wahl", tag_ids=frozenset({2}), first_day=date(2024, 1, 1), within=scope)
    assert request.without_filters() == SearchRequest("Wahl", within=scope)


@given(st.text(max_size=600))
def test_anything_can_be_typed(text):
    query = QueryWords.parse(text)
    assert all(unit.words for unit in (*query.wanted, *query.unwanted))
    assert query.least <= len(query.required)
