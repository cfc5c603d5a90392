"""What machines ask."""

import pytest
from django.db import DatabaseError

from articles.models import Article
from tests.builders import build_article
from tests.indexing import index_now


def test_healthz_asks_no_database(client):
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_readyz_says_that_the_index_is_missing_and_how_to_mend_it(client):
    page = client.get("/readyz")
    assert page.status_code == 200
    assert b"index_articles --rebuild" in page.content


@pytest.mark.django_db
def test_readyz_is_content_with_an_index(client):
    build_article()
    index_now()
    assert client.get("/readyz").content == b"database: ok\nindex: ok\n"


def test_readyz_fails_without_a_database(client, monkeypatch):
    def broken(*_args):
        raise DatabaseError

    monkeypatch.setattr(Article.objects, "order_by", broken)
    assert client.get("/readyz").status_code == 503


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
@pytest.mark.django_db
def test_answers_are_not_kept(client, address):
    assert "no-store" in client.get(address)["Cache-Control"]


def test_robots_stay_out_of_search_preview_and_admin(client):
    said = client.get("/robots.txt").content.decode()
    for folder in ("/search/", "/preview/", "/admin/", "/en/search/"):
        assert f"Disallow: {folder}\n" in said
