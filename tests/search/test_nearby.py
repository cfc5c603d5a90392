"""Which tags and people are offered where what was typed found nothing."""

from datetime import timedelta

import pytest

from articles.search.nearby import near_names, typed_words
from tests.builders import NOW, build_article, build_draft, build_person, build_tag
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def near(text, **kinds) -> list[tuple[str, str, int]]:
    index_now()
    return [(one.kind, one.name, one.count) for one in near_names(text, NOW, **kinds)]


@pytest.mark.parametrize(
    "typed", ["Eneregie", "Energi", "energie", "Energiekrise", "Energiewende teuer", "Energieeinsparverordnung"]
)
def test_a_slip_a_beginning_and_a_compound_lead_to_the_tag(typed):
    build_article(tags=["Energie", "Fußball"])
    assert near(typed) == [("tag", "Energie", 1)]


def test_the_end_of_a_compound_leads_there_too():
    build_article(tags=["Brücke"])
    assert near("Autobahnbrücke") == [("tag", "Brücke", 1)]


@pytest.mark.parametrize("typed", ["Quastenflosser", "und die", "", "e", "E.", "🙂", "\x00", "a" * 5_000])
def test_nothing_is_offered_for_what_is_like_nothing(typed):
    build_article(tags=["Energie", "Verkehr"])
    assert near(typed) == []


def test_people_are_offered_as_well_and_by_any_of_their_names():
    person = build_person("Wolodymyr Selenskyj")
    person.names.create(name="Volodymyr Zelensky")
    build_article(people=[person], tags=["Zelt"])
    assert near("Zelenski") == [("person", "Wolodymyr Selenskyj", 1)]


def test_one_kind_alone_can_be_asked_for():
    build_article(people=[build_person("Anna Berg")], tags=["Bergbau"])
    assert near("Berg", kinds=["tag"]) == [("tag", "Bergbau", 1)]


def test_the_likest_come_first_and_then_the_most_frequent():
    for tags in (["Berga"], ["Bergbau", "Berge"], ["Bergbau", "Burg"]):
        build_article(tags=tags)
    assert [name for _, name, _ in near("Bergb")] == ["Bergbau", "Berga", "Berge"]


def test_what_has_nothing_visible_is_not_offered():
    build_draft(tags=["Rücktritt"], people=[build_person("Rolf Rücker")])
    build_article(tags=["Rückbau"], published_at=NOW + timedelta(days=1))
    build_article(people=[build_person("Rosa Rückert", is_public=False)])
    assert near("Rück") == []


def test_without_an_index_nothing_is_offered():
    build_article(tags=["Energie"])
    assert near_names("Energi", NOW) == []


def test_more_names_need_no_more_queries(django_assert_num_queries):
    for number in range(30):
        build_article(tags=[f"Energie {number}"], people=[build_person(f"Energo {number}")])
    index_now()
    near_names("Energi", NOW)
    with django_assert_num_queries(5):  # what is hidden, and for each kind its words and its rows
        assert len(near_names("Energi", NOW)) > 5


def test_the_likest_is_found_behind_thousands_that_begin_alike(monkeypatch):
    monkeypatch.setattr("articles.search.nearby.MOST_ROWS", 3)
    for name in ("Em", "Emsland", "Emigration", "Emanzipation", "Emission"):
        build_article(tags=[name])
    assert near("Emmission") == [("tag", "Emission", 1)]


def test_a_typed_compound_is_looked_up_by_its_parts_too():
    build_tag("Brücke")
    assert typed_words("die Autobahnbrücke")[0] == "autobahnbruecke"
    assert "bruecke" in typed_words("die Autobahnbrücke")
