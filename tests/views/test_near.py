"""What a reader may have meant by an address that is not there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.views.near import near, near_rows, words_of
from tests.builders import NOW, build_article, build_author, build_desk, build_draft, build_person, build_topic

pytestmark = pytest.mark.django_db


def found(path):
    return [article.slug for article in near(path, timezone.now())]


@pytest.fixture
def article():
    return build_article(slug="bruecke-gesperrt")


@pytest.mark.parametrize(
    "path",
    [
        "/2021/01/01/bruecke-gesperrt/",
        "/2021/01/01/bruecke-gespert/",
        "/2021/99/99/bruecke-gesperrt/",
        "/2024/11/5/Br%C3%BCcke-gesperrt",
        "/en/2021/01/01/bruecke-gesperrt/",
        "/2024/11/05/ganz-anders/",
    ],
)
def test_it_finds_the_slug_on_another_day_a_slip_and_the_same_day(article, path):
    assert found(path) == ["bruecke-gesperrt"]


@pytest.mark.parametrize("path", ["/2021/01/01/bruecke-neu-gebaut-am-fluss/", "/tags/bruecke/", "/", "/2021/01/"])
def test_it_finds_nothing_for_what_is_not_like_it(article, path):
    assert found(path) == []


def test_the_most_alike_comes_first(article):
    build_article(slug="ganz-anders-geschrieben")
    assert found("/2024/11/05/bruecke-gespertt/")[0] == "bruecke-gesperrt"


def test_it_names_nothing_that_is_not_visible():
    build_draft(slug="geheimplan-eins", published_on=NOW.date())
    build_article(slug="geheimplan-zwei", published_at=timezone.now() + timedelta(days=1), published_on=NOW.date())
    assert found("/2024/11/05/geheimplan-eins/") == []


def test_it_asks_little_whatever_there_is(django_assert_num_queries):
    for number in range(40):
        build_article(slug=f"bruecke-{number}")
    with django_assert_num_queries(6):  # three questions, and who wrote what each found
        assert len(near("/2024/11/05/bruecke-1/", timezone.now())) == 5


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/tags/hoch-wasser/", "hoch wasser"),
        ("/artikel/der-riss.html", "der riss"),
        ("/2024/11/05/", ""),
        ("/", ""),
        ("/%3Cscript%3E/", "script"),
        ("/" + "wort-" * 50, "wort wort wort wort wort wort wort wort"),
    ],
)
def test_an_address_has_words_to_search_for(path, words):
    assert words_of(path) == words


def named(path):
    return [(page, row.slug) for page, row in near_rows(path, timezone.now())]


@pytest.mark.parametrize("path", ["/tags/energi/", "/en/tags/eneregie/", "/tags/Energie!/feed.atom"])
def test_a_slip_in_the_address_of_a_name_leads_to_it(path):
    build_article(tags=["Energie", "Enten", "Fußball"])
    assert named(path) == [("tag", "energie")]


def test_a_name_is_found_behind_hundreds_that_begin_with_the_same_two_letters(monkeypatch):
    monkeypatch.setattr("articles.views.near.NAMES_READ", 3)
    build_article(people=[build_person(name) for name in ("Maja Ast", "Malte Bock", "Mandy Christ", "Martin Schulze")])
    assert named("/people/martin-schultze/") == [("person", "martin-schulze")]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/people/anna-bergg/", [("person", "anna-berg")]),
        ("/authors/karl-vos/", [("author", "karl-voss")]),
        ("/desks/politk/", [("desk", "politik")]),
        ("/topics/wahl-2025/", [("topic", "wahl-2024")]),
        ("/topics/w/", []),
        ("/people/berg/", []),
    ],
)
def test_every_kind_of_name_is_looked_for_in_its_own_place(path, found):
    build_topic("Wahl 2024")
    build_article(people=[build_person("Anna Berg")], authors=[build_author("Karl Voss")], desk=build_desk("Politik"))
    assert named(path) == found


def test_no_name_is_told_that_has_no_page():
    build_topic("Geheimplan", is_public=False)
    build_draft(tags=["Geheimplan"], people=[build_person("Geheimer Rat")], authors=[build_author("Geheime Feder")])
    for kind in ("topics", "tags", "people", "authors"):
        assert named(f"/{kind}/geheimplan-2/") == []
