"""The sentences in which people stand, and who is named with them."""

import pytest

from articles import listings, scopes
from articles.models import Person
from articles.people_pages import named_with, people_called, sentences_naming, shared_among, without_own
from articles.search.request import SearchRequest
from articles.vocabulary import MentionStatus
from tests.builders import NOW, build_article, build_draft, build_mention, build_person
from tests.indexing import index_now

pytestmark = pytest.mark.django_db

BODY = "<p>Anna Berg kam. Später sprach Anna Berg.</p>"


def name(article, person, *, start=0, surface="Anna Berg", **values):
    return build_mention(article, person, start=start, end=start + len(surface), surface=surface, **values)


def said(article, *people):
    return ["".join(part.text for part in quote) for quote in sentences_naming([article], people).get(article.pk, [])]


@pytest.fixture
def person():
    return build_person("Anna Berg")


def test_the_first_sentence_is_quoted(person):
    article = build_article(body=BODY)
    name(article, person, start=29)
    name(article, person)
    assert said(article, person) == ["Anna Berg kam."]


def test_the_standfirst_comes_before_the_sections(person):
    article = build_article(standfirst="Es geht um Anna Berg.", body=BODY)
    name(article, person)
    name(article, person, start=11, anchor="")
    assert said(article, person) == ["Es geht um Anna Berg."]


def test_sections_come_in_the_order_of_the_text(person):
    article = build_article(sections=[("Eins", "<p>Anna Berg ging.</p>"), ("Zwei", BODY)])
    article.sections.filter(anchor="abschnitt-2").update(position=0)
    article.sections.filter(anchor="abschnitt-1").update(position=1)
    for anchor in ("abschnitt-1", "abschnitt-2"):
        name(article, person, anchor=anchor)
    assert said(article, person) == ["Anna Berg kam."]


@pytest.mark.parametrize("values", [{"start": 3}, {"anchor": "weg"}, {"status": MentionStatus.SUGGESTED}])
def test_what_does_not_fit_or_is_not_confirmed_says_nothing(person, values):
    article = build_article(body=BODY)
    name(article, person, **values)
    assert said(article, person) == []


def test_two_queries_whatever_the_number(person, django_assert_num_queries):
    articles = [build_article(body=BODY) for _ in range(12)]
    for article in articles:
        name(article, person)
    with django_assert_num_queries(2):
        assert len(sentences_naming(articles, [person])) == 12


def company(person, **asked):
    scope = scopes.of_person(person)
    listing = listings.read(listings.inside(scope, SearchRequest(facets=("person",), **asked)), NOW)
    return [(other.name, count) for other, count in named_with(without_own(listing, scope))]


def test_the_most_frequent_company_comes_first(person):
    often, rarely = build_person("Karl Voss"), build_person("Ida Alt")
    for people in ([person, often, rarely], [person, often], [rarely]):
        build_article(people=people)
    index_now()
    assert company(person) == [("Karl Voss", 2), ("Ida Alt", 1)]


def test_a_draft_and_who_is_not_public_make_no_company(person):
    build_draft(people=[person, build_person("Karl Voss")])
    build_article(people=[person, build_person("Ida Alt", is_public=False)])
    index_now()
    assert company(person) == []


def test_without_an_index_nobody_is_counted(person):
    build_article(people=[person, build_person("Karl Voss")])
    assert company(person) == []
    assert shared_among(Person.objects.all(), scopes.of_person(person), NOW) == {}


def test_what_two_share_is_counted_inside_the_page_only(person):
    one, other = build_person("Karl Voss"), build_person("Ida Alt")
    for people in ([person, one, other], [one, other], [person, one]):
        build_article(people=people)
    index_now()
    pair = frozenset({one.pk, other.pk})
    assert shared_among([one, other], scopes.of_person(person), NOW) == {pair: 1}


@pytest.mark.parametrize("typed", ["müll", "Mueller", "muller", "hans mül", "Мюллер", "MÜLLER, h", "mül han"])
def test_people_are_found_by_the_beginning_of_any_name(typed):
    person = build_person("Hans Müller")
    person.names.create(name="Ганс Мюллер")
    build_person("Hans Meier")
    assert list(people_called(typed, Person.objects.all())) == [person]


@pytest.mark.parametrize("typed", ["üller", "hans berg", "%", "_", "'", "\\", "x" * 100])
def test_what_begins_no_name_finds_nobody(typed):
    build_person("Hans Müller")
    assert list(people_called(typed, Person.objects.all())) == []
