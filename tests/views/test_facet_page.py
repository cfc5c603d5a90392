"""The page of all values of a facet."""

import pytest

from articles.views.facet_page import VALUES_PER_PAGE
from tests.builders import build_article, build_draft, build_person
from tests.indexing import index_now
from tests.views.looking import links_of, text_of

pytestmark = pytest.mark.django_db
MANY = VALUES_PER_PAGE + 10


@pytest.fixture
def many(db):
    """An article for the first tag, two for the second, and one with all of them."""
    names = [f"Tag {number}" for number in range(MANY)]
    build_article("Brücke", tags=names)
    build_article("Wahl", tags=names[1:2])
    index_now()


def chosen(page) -> dict[str, int]:
    return {choice.slug: choice.count for choice in page.context["choices"]}


def test_every_value_is_reached_by_paging(client, many):
    first, second = client.get("/search/?facet=tag"), client.get("/search/?facet=tag&page=2")
    assert len(chosen(first)) == VALUES_PER_PAGE
    assert len({**chosen(first), **chosen(second)}) == MANY
    assert chosen(first)["tag-1"] == 2


def test_it_counts_inside_the_question(client, many):
    assert chosen(client.get("/search/?facet=tag&q=Wahl")) == {"tag-1": 1}


def test_the_form_carries_the_rest_of_the_question_back(client, many):
    page = client.get("/search/?q=Wahl&sort=oldest&from=2024&facet=tag&page=1")
    assert page.context["kept"] == [("q", "Wahl"), ("sort", "oldest"), ("from", "2024")]
    assert "?q=Wahl&sort=oldest&from=2024" in links_of(page)


def test_what_was_chosen_on_one_page_is_kept_on_the_next(client, many):
    page = client.get("/search/?facet=tag&tag=tag-1&page=2")
    assert page.context["chosen_elsewhere"] == ["tag-1"]
    assert client.get("/search/?facet=tag&tag=tag-1").context["choices"][0].is_chosen


def test_a_value_is_found_by_its_name(client):
    berg, meier = build_person("Ana Bergström"), build_person("Bernd Meier")
    build_article("Wahl", body="", people=[berg, meier])
    build_article("Fest", body="", people=[build_person("Berta Berg")])
    index_now()
    assert chosen(client.get("/search/?facet=person&q=Wahl&name=BERG")) == {"ana-bergstroem": 1}
    assert chosen(client.get("/search/?facet=person&name=berg+ana")) == {"ana-bergstroem": 1}


def test_what_is_chosen_stays_so_while_another_name_is_looked_for(client, many):
    page = client.get("/search/?facet=tag&tag=tag-1&name=tag+77")
    assert chosen(page) == {"tag-1": 2, "tag-77": 1}
    assert page.context["chosen"] == ["tag-1"]


@pytest.mark.parametrize("name", ["%00", "'%22<script>", "%25", "_", "x" * 5000, "%ff"])
def test_hostile_names_are_answered(client, many, name):
    assert client.get(f"/search/?facet=tag&name={name}").status_code == 200


def test_other_lists_have_it_too(client, many):
    assert chosen(client.get("/tags/tag-1/?facet=tag"))["tag-1"] == 2
    assert len(chosen(client.get("/archive/2024/?facet=tag"))) == VALUES_PER_PAGE


def test_nobody_hidden_stands_in_it(client):
    build_article(people=[build_person("Irmgard Sellin", is_public=False), build_person("Rolf Tesmer")])
    build_draft(people=[build_person("Anna Berg")])
    index_now()
    assert chosen(client.get("/search/?facet=person")) == {"rolf-tesmer": 1}


def test_a_page_too_far_is_not_found(client, many):
    assert client.get("/search/?facet=tag&page=3").status_code == 404


@pytest.mark.parametrize("name", ["nix", "", "%00", "year", "q", "desk"])
def test_what_has_no_such_page_is_the_list(client, many, name):
    assert "hits" in client.get(f"/search/?facet={name}").context


def test_a_list_without_a_facet_has_no_page_of_it(client, many):
    assert "hits" in client.get("/tags/tag-1/?facet=author").context


def test_it_is_not_indexed_by_search_machines(client, many):
    page = client.get("/search/?facet=tag")
    assert page["X-Robots-Tag"] == "noindex"
    assert b'content="noindex, follow"' in client.get("/tags/tag-1/?facet=tag").content


def test_without_an_index_it_still_answers(client):
    build_article(tags=["Energie"])
    assert "Energie" in text_of(client.get("/search/?facet=tag&tag=energie"))


def test_more_values_need_no_more_queries(client, count_queries):
    build_article(tags=["A", "B"])
    index_now()
    few = count_queries("/search/?facet=tag&tag=a")
    build_article(tags=[f"Tag {number}" for number in range(40)])
    index_now()
    assert count_queries("/search/?facet=tag&tag=a") == few <= 12
