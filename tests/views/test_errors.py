"""Pages for what is not there or went wrong."""

import pytest
from django.template.loader import get_template

from articles.models import Desk
from tests.views.looking import links_of, text_of


@pytest.mark.django_db
def test_a_wrong_address_gets_a_page_with_ways_on(client):
    page = client.get("/gibts/nicht/")
    assert page.status_code == 404
    assert "Diese Seite gibt es nicht." in text_of(page)
    assert {"/", "/archive/", "/topics/"} <= links_of(page)


@pytest.mark.django_db
def test_a_page_too_far_says_how_far_the_list_goes(client):
    page = client.get("/search/?page=9")
    assert page.status_code == 404
    assert "hat diese Liste nicht" in text_of(page)


@pytest.mark.django_db
def test_it_is_there_in_english_too(client):
    assert b'<html lang="en">' in client.get("/en/nothing/").content


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_last_resort_needs_nothing_to_render(name):
    assert "<h1>" in get_template(name).render()


@pytest.mark.django_db
def test_a_broken_page_shows_the_500_page(client, monkeypatch):
    def broken(*_args, **_values):
        raise RuntimeError

    monkeypatch.setattr(Desk.objects, "filter", broken)
    client.raise_request_exception = False
    page = client.get("/")
    assert page.status_code == 500
    assert "ein Fehler unterlaufen" in text_of(page)
