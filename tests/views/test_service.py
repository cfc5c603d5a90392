"""What machines ask."""

import re

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


def may_read(robots: str, address: str) -> bool:
    """RFC 9309: a rule says how an address begins, "*" stands for anything; nothing here is allowed twice."""
    rules = re.findall(r"^Disallow: (.*)$", robots, re.MULTILINE)
    return not any(re.match(re.escape(rule).replace(r"\*", ".*"), address) for rule in rules)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_robots_read_every_list_and_no_choice_of_it(client, prefix):
    said = client.get("/robots.txt").content.decode()
    for address in ("/", "/tags/x/", "/tags/x/?page=2", "/tags/?letter=E&page=2", "/2024/11/05/riss/?q=Riss"):
        assert may_read(said, prefix + address), address
    for query in ("tag=y", "q=Riss&desk=y", "person=y", "topic=y", "year=2024", "from=2024", "to=2024", "sort=oldest"):
        assert not may_read(said, f"{prefix}/tags/x/?{query}"), query
    assert not may_read(said, f"{prefix}/tags/x/?facet=person")


def test_robots_read_what_is_shown_of_an_article_elsewhere(client):
    said = client.get("/robots.txt").content.decode()
    for address in ("share.png?v=0", "cite.bib", "versions/"):
        assert may_read(said, f"/2024/11/05/riss/{address}"), address
    assert may_read(said, "/feed.atom?page=2")


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
