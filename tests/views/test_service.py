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


def test_robots_are_led_to_the_sitemaps(client):
    said = client.get("/robots.txt").content.decode()
    for file in ("sitemap.xml", "sitemap-news.xml"):
        assert f"\nSitemap: http://testserver/{file}\n" in said


def test_people_who_look_behind_the_pages_are_told_of_the_paper(client, settings):
    settings.PAPER_NAME = "Der Bote"
    said = client.get("/humans.txt")
    assert said["Content-Type"] == "text/plain; charset=utf-8"
    assert "Der Bote" in said.content.decode()


def test_the_icon_is_found_where_browsers_guess_it(client):
    assert client.get("/favicon.ico")["Location"].startswith("/static/img/icon")
