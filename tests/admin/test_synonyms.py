"""Synonyms for the search: kept by editors, effective with the next search."""

import pytest
from django.urls import reverse

from articles.models import SearchSynonym
from articles.search import SearchRequest, find
from tests.admin.filling import row, typed
from tests.builders import NOW, build_article
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
ADD = reverse("admin:articles_searchsynonym_add")


def add(client, name, other, **more):
    return client.post(ADD, typed(client.get(ADD), name=name, **row("names", 0, name=other), **more))


def names(synonym):
    return sorted(synonym.names.values_list("name", flat=True))


def test_what_an_editor_adds_is_found_at_once(client, chief):
    article = build_article("Bundeskanzleramt")
    index_now()
    add(client, "Bundeskanzleramt", "Waschmaschine")
    assert find(SearchRequest("waschmaschine"), NOW).ids == (article.pk,)


def test_the_list_says_what_is_found_too(client, chief):
    add(client, "Handy", "Mobiltelefon")
    html = client.get("/admin/articles/searchsynonym/?q=mobil").content.decode()
    assert "Handy" in html
    assert "Mobiltelefon" in html


def test_a_group_is_renamed_and_keeps_the_others(client, chief):
    add(client, "Handy", "Mobiltelefon")
    synonym = SearchSynonym.objects.get()
    page = reverse("admin:articles_searchsynonym_change", args=[synonym.pk])
    assert client.post(page, typed(client.get(page), name="Smartphone")).status_code == 302
    assert names(synonym) == ["Mobiltelefon", "Smartphone"]


@pytest.mark.parametrize(("name", "other"), [("Handy", "HANDY"), ("Handy", "–"), ("#", "Handy"), ("", "Handy")])
def test_what_is_no_second_word_is_refused(client, chief, name, other):
    assert add(client, name, other).status_code == 200
    assert not SearchSynonym.objects.exists()


def test_it_stands_in_the_sidebar_of_those_who_may(client, chief):
    assert ADD.removesuffix("add/") in client.get("/admin/").content.decode()


def test_a_writer_may_not(client, writer):
    assert client.get(ADD).status_code == 403
    assert ADD.removesuffix("add/") not in client.get("/admin/").content.decode()
