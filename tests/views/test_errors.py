"""Pages for what is not there or went wrong."""

import pytest
from django.template.loader import get_template
from django.test import Client

from articles.models import Desk
from tests.builders import build_article
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


@pytest.mark.parametrize("name", ["400.html", "403_csrf.html", "500.html", "503.html"])
def test_the_last_resort_needs_nothing_to_render(name):
    page = get_template(name).render()
    assert "<h1>" in page
    assert 'lang="en"' in page
    assert "style=" not in page


@pytest.mark.django_db
def test_a_wrong_address_offers_its_words_to_search_for(client):
    assert b'value="hoch wasser"' in client.get("/tags/hoch-wasser/").content


@pytest.mark.django_db
def test_a_slip_in_an_address_leads_to_the_article(client):
    build_article("Der Riss", slug="der-riss-im-pfeiler")
    assert "/2024/11/05/der-riss-im-pfeiler/" in links_of(client.get("/2024/11/05/der-riss-im-pfeifer/"))


@pytest.mark.django_db
def test_a_slip_in_the_address_of_a_tag_leads_to_the_tag(client):
    build_article(tags=["Energie"])
    assert "/tags/energie/" in links_of(client.get("/tags/energi/"))


@pytest.mark.django_db
def test_an_account_rests_after_too_many_logins(client, settings):
    settings.AXES_FAILURE_LIMIT = 2
    typed = {"username": "chefin", "password": "falsch"}
    answers = [client.post("/admin/login/", typed) for _ in range(3)]
    assert answers[-1].status_code == 429
    assert answers[-1]["Retry-After"] == "900"
    assert "Die Anmeldung ruht deshalb 15 Minuten lang." in text_of(answers[-1])


@pytest.mark.django_db
def test_a_form_that_is_too_old_says_so():
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "chefin"})
    assert answer.status_code == 403
    assert "Dieses Formular gilt nicht mehr." in text_of(answer)


@pytest.mark.django_db
def test_a_broken_page_shows_the_500_page(client, monkeypatch):
    def broken(*_args, **_values):
        raise RuntimeError

    monkeypatch.setattr(Desk.objects, "all", broken)
    client.raise_request_exception = False
    page = client.get("/")
    assert page.status_code == 500
    assert "ein Fehler unterlaufen" in text_of(page)


FORM = "application/x-www-form-urlencoded"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (f"{FORM}; charset=utf-16", b"x"),
        (FORM, b"&".join([b"a=1"] * 20_001)),
        (FORM, b"a" * (10 * 1024 * 1024 + 1)),
    ],
    ids=["encoding", "fields", "size"],
)
@pytest.mark.parametrize("address", ["/search/", "/admin/login/"])
def test_a_form_that_cannot_be_read_is_a_bad_request(address, kind, body):
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "a" * 32
    page = client.generic("POST", address, body, content_type=kind)
    assert page.status_code == 400
    assert "Diese Anfrage war nicht zu verstehen." in text_of(page)
