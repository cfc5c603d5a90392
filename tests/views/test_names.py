"""Lists of names from A to Z: their letters, and what is near to a name that nobody has."""

import pytest

from tests.builders import build_article, build_draft, build_person, build_tag
from tests.indexing import index_now
from tests.views.looking import links_of, text_of

pytestmark = pytest.mark.django_db


def test_only_letters_under_which_something_stands_are_links(client, monkeypatch):
    monkeypatch.setattr("articles.views.names.NAMES_PER_PAGE", 2)
    build_article(tags=["Energie", "Ärzte", "Öl", "112"])
    build_draft(tags=["Zensur"])
    page = client.get("/tags/")
    assert [letter for letter, leads in page.context["letters"] if leads] == ["A", "E", "O", "#"]
    assert {"?letter=A", "?letter=%23"} <= links_of(page)
    assert "?letter=Z" not in links_of(page)


@pytest.mark.parametrize("query", ["?letter=e", "?q=ener", "?q=nix"])
def test_the_letters_are_those_of_all_whatever_is_shown(client, query):
    build_article(tags=["Energie", "Ärzte"])
    assert [letter for letter, leads in client.get(f"/tags/{query}").context["letters"] if leads] == ["A", "E"]


def test_the_letters_are_remembered_until_the_index_changes(client, count_queries):
    build_article(tags=["Energie", "Ärzte"])
    index_now()
    assert count_queries("/tags/?letter=e") > count_queries("/tags/?letter=e")
    build_article(tags=["Öl"])
    index_now()
    assert [letter for letter, leads in client.get("/tags/?letter=e").context["letters"] if leads] == ["A", "E", "O"]


def test_more_names_ask_no_more_for_their_letters(client, count_queries):
    for number in range(200):
        build_tag(f"Energie {number}")
    build_article(tags=["Energie 1"])
    few = count_queries("/tags/?letter=e")
    build_article(tags=[f"Energie {number}" for number in range(100)])
    assert count_queries("/tags/?letter=e") == few


def test_a_name_nobody_has_leads_to_those_like_it(client):
    build_article(tags=["Energie", "Fußball"], people=[build_person("Anna Berg")])
    index_now()
    page = client.get("/tags/?q=Eneregie")
    assert "So ähnlich heißen hier: Energie 1 Artikel" in text_of(page)
    assert "/people/anna-berg/" in links_of(client.get("/people/?q=Bergg"))
