"""What a reader may ask of a list, and what is said to nonsense."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from articles.filters import MOST_VALUES, DayField, ListingFilter, SearchFilter, WordsField
from articles.models import FormerSlug
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_draft,
    build_person,
    build_tag,
    build_topic,
)


def asked(query: str, kind: type[ListingFilter] = ListingFilter) -> ListingFilter:
    return kind(QueryDict(query), NOW)


def test_nothing_asked_is_everything_newest_first(db):
    question = asked("").question()
    assert (question.words, question.sort, question.tag_ids) == ("", "newest", frozenset())


def test_words_are_ranked_by_relevance(db):
    assert asked("q=energie").question().sort == "relevance"


def test_filters_are_named_by_slugs(db):
    tag, person = build_tag("Energie"), build_person("Anna Berg")
    build_article(tags=["Energie"], people=[person])
    question = asked("tag=energie&person=anna-berg").question()
    assert (question.tag_ids, question.person_ids) == (frozenset([tag.pk]), frozenset([person.pk]))


def test_several_values_of_a_kind_are_taken(db):
    tags = [build_tag("Energie"), build_tag("Verkehr")]
    build_article(tags=["Energie", "Verkehr"])
    assert asked("tag=energie&tag=verkehr").question().tag_ids == {tag.pk for tag in tags}


def test_a_desk_includes_the_desks_below_it(db):
    politics = build_desk("Politik")
    council = build_desk("Rathaus", parent=politics)
    assert asked("desk=politik").question().desk_ids == {politics.pk, council.pk}


def test_a_former_slug_still_filters(db):
    tag = build_tag("Energie")
    build_article(tags=["Energie"])
    FormerSlug.objects.create(kind="tag", slug="strom", target_id=tag.pk)
    assert asked("tag=strom").question().tag_ids == {tag.pk}


def test_what_is_not_there_is_named_in_the_form(db):
    form = asked("tag=gibtsnicht").form
    assert "gibtsnicht" in form.errors["tag"][0]


def test_an_unknown_value_does_not_silently_widen_the_other_filters(db):
    tag = build_tag("Energie")
    build_article(tags=["Energie"])
    assert asked("tag=energie&desk=nix").question().tag_ids == {tag.pk}


def test_people_who_are_not_public_are_no_filter(db):
    build_article(people=[build_person("Irmgard Sellin", is_public=False)])
    filters = asked("person=irmgard-sellin")
    assert filters.question().person_ids == frozenset()
    assert filters.form.errors["person"]


def test_who_is_named_in_drafts_only_is_no_filter(db):
    build_draft(people=[build_person("Rolf Tesmer")])
    assert asked("person=rolf-tesmer").form.errors["person"]


def test_nobody_asks_for_so_many_at_once(db):
    query = "&".join(f"tag=t{number}" for number in range(MOST_VALUES + 1))
    assert str(MOST_VALUES) in asked(query).form.errors["tag"][0]


@pytest.mark.parametrize(
    "name", ["desk", "tag", "person", "q", "from", "to", "sort", "topic", "author", "lang", "year"]
)
@pytest.mark.parametrize("value", ["%00", "%ff%fe", "'%22<script>", "0", "-1", "9" * 400, "%F0%9F%98%80", " "])
def test_hostile_values_are_answered(db, name, value):
    """With a question that can be asked, or with the field that is wrong."""
    found = asked(f"{name}={value}", SearchFilter)
    assert found.question().words is not None
    assert set(found.form.errors) <= set(SearchFilter.base_filters)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-11-05", date(2024, 11, 5), date(2024, 11, 5)),
        ("2024-11", date(2024, 11, 1), date(2024, 11, 30)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("5.11.2024", date(2024, 11, 5), date(2024, 11, 5)),
        ("11.2024", date(2024, 11, 1), date(2024, 11, 30)),
        (" ", None, None),
    ],
)
def test_a_day_a_month_or_a_year_will_do(text, first, last):
    assert (DayField().clean(text), DayField(last=True).clean(text)) == (first, last)


@pytest.mark.parametrize("text", ["gestern", "0000", "2024-13", "2024-02-30", "10000", "31.02.2024", "２０２４"])
def test_what_is_no_day_is_said_so(db, text):
    assert text in asked(f"from={text}").form.errors["from"][0]


@given(st.text(max_size=60))
def test_no_text_breaks_the_day_field(text):
    with suppress(ValidationError):
        assert isinstance(DayField(last=True).clean(text), date | None)


@given(st.text(max_size=100))
def test_words_never_hold_control_characters(text):
    assert not any(ord(char) < 32 for char in WordsField(required=False).clean(text))


def test_an_end_before_the_beginning_is_said(db):
    filters = asked("from=2024&to=2023")
    filters.question()
    assert filters.form.errors["to"]


def test_the_search_page_knows_topics_authors_and_languages(db):
    tag = build_tag("Brücke")
    build_topic("Brückenbau", tags=[tag])
    author = build_author("Karl Voss")
    build_article(authors=[author])
    question = asked("topic=brueckenbau&author=karl-voss&lang=de", SearchFilter).question()
    assert question.topics[0].tag_ids == {tag.pk}
    assert (question.author_ids, question.languages) == (frozenset([author.pk]), frozenset(["de"]))


def test_a_hidden_topic_is_no_filter(db):
    build_topic("Geheim", is_public=False)
    assert asked("topic=geheim", SearchFilter).question().topics == ()


def test_it_knows_whether_anything_was_asked(db):
    assert not asked("sort=oldest").is_used()
    assert asked("q=x").is_used()


def test_several_years_are_taken(db):
    assert asked("year=2024&year=2021&year=2024", SearchFilter).question().years == {2021, 2024}


@pytest.mark.parametrize("text", ["0000", "24", "20245", "abcd", "２０２４", "2024-11"])
def test_what_is_no_year_is_said_so(db, text):
    filters = asked(f"year={text}&year=2024", SearchFilter)
    assert text in filters.form.errors["year"][0]
    assert filters.question().years == frozenset()


def test_nobody_asks_for_so_many_years(db):
    query = "&".join(f"year={1900 + number}" for number in range(MOST_VALUES + 1))
    assert str(MOST_VALUES) in asked(query, SearchFilter).form.errors["year"][0]


@pytest.mark.parametrize(
    ("query", "span"),
    [
        ("", (None, None)),
        ("from=2023", (date(2023, 1, 1), None)),
        ("year=2021&year=2023", (date(2021, 1, 1), date(2023, 12, 31))),
        ("year=2021&from=2021-06&to=2025", (date(2021, 6, 1), date(2021, 12, 31))),
    ],
)
def test_days_and_years_make_one_span(db, query, span):
    assert asked(query, SearchFilter).span == span
