"""Pages come compressed where that is safe and worth it."""

from __future__ import annotations

import gzip

import pytest

from tests.builders import build_article, build_draft
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
GZIP = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize("path", ["/", "/search/?q=x", "/en/", "/feed.atom", "/gibt-es-nicht/"])
def test_a_page_is_sent_compressed(client, path):
    build_article("Die Brücke")
    response = client.get(path, headers=GZIP)
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).startswith((b"<!doctype html>", b"<?xml"))
    assert "Accept-Encoding" in response["Vary"]


def test_it_is_sent_as_it_is_to_whoever_did_not_ask(client):
    response = client.get("/")
    assert "Content-Encoding" not in response
    assert "Accept-Encoding" in response["Vary"]


@pytest.mark.parametrize("path", ["/admin/login/", "/readyz"])
def test_what_is_for_one_reader_is_not(client, path):
    assert "Content-Encoding" not in client.get(path, headers=GZIP)


DESK = ("", "articles/article/", "articles/article/add/", "second-factor/setup/", "second-factor/off/", "nix/")


@pytest.mark.parametrize("language", ["", "/en"])
def test_an_editors_pages_are_not(admin_client, language):
    """Whatever they say of themselves."""
    for path in DESK:
        response = admin_client.get(f"{language}/admin/{path}", headers=GZIP)
        assert "Content-Encoding" not in response, path
        assert "no-store" in response["Cache-Control"], path


def test_nor_is_the_preview_of_a_draft(admin_client):
    response = admin_client.get(f"/preview/{build_draft().pk}/", headers=GZIP)
    assert response.status_code == 200
    assert "Content-Encoding" not in response


def test_a_file_of_all_hits_is_compressed_as_it_streams(client):
    build_article("Die Brücke")
    index_now()
    response = client.get("/search/export.csv", headers=GZIP)
    assert "Die Brücke" in gzip.decompress(response.getvalue()).decode()


def test_pictures_are_compressed_already(client):
    article = build_article("Die Brücke")
    response = client.get(article.get_absolute_url() + "share.png", headers=GZIP)
    assert response["Content-Type"] == "image/png"
    assert not {"Content-Encoding", "Vary"} & set(response.headers)


def test_the_head_of_a_compressed_answer_promises_no_length(client):
    """Each time it is another, by the random bytes in it."""
    head = client.head("/", headers=GZIP)
    assert head["Content-Encoding"] == "gzip"
    assert "Content-Length" not in head
    assert "Content-Length" in client.head("/")


def test_asking_again_costs_nothing(client):
    first = client.get("/", headers=GZIP)
    again = client.get("/", headers={**GZIP, "If-None-Match": first["ETag"]})
    assert again.status_code == 304
