"""The front page."""

from datetime import timedelta

import pytest

from tests.builders import NOW, build_article, build_desk, build_draft, build_tag, build_topic
from tests.indexing import index_now
from tests.views.looking import headlines_of, links_of, text_of

pytestmark = pytest.mark.django_db


def test_the_newest_leads(client):
    build_article("Alt", published_at=NOW - timedelta(days=3))
    build_article("Neu")
    page = client.get("/")
    assert page.context["lead"].headline == "Neu"
    assert headlines_of(page)[:2] == ["Neu", "Alt"]


def test_an_empty_archive_has_a_front_page(client):
    assert "Noch ist kein Artikel erschienen" in text_of(client.get("/"))


def test_each_desk_shows_what_the_top_of_the_page_does_not(client):
    desk = build_desk("Politik")
    for number in range(7):
        build_article(f"Artikel {number}", desk=desk, published_at=NOW - timedelta(days=number))
    [(_, found)] = client.get("/").context["desks"]
    assert [article.headline for article in found] == ["Artikel 5", "Artikel 6"]


def test_it_shows_the_busiest_topics(client, settings):
    build_topic("Brückenbau", tags=[build_tag("Brücke")])
    build_article(tags=["Brücke"], published_at=NOW.replace(year=2026, month=1))
    index_now()
    page = client.get("/")
    assert page.context["topics"] == [] or "/topics/brueckenbau/" in links_of(page)


def test_it_hides_drafts(client):
    build_draft("Geheimplan")
    assert "Geheimplan" not in text_of(client.get("/"))


def test_it_is_the_only_h1(client):
    build_article()
    assert client.get("/").content.count(b"<h1") == 1


def test_it_is_there_in_english(client):
    page = client.get("/en/")
    assert b'<html lang="en">' in page.content
    assert b'<link rel="canonical" href="http://testserver/">' in page.content


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_is_only_read(client, method):
    assert getattr(client, method)("/").status_code == 405


def test_more_articles_need_no_more_queries(client, count_queries):
    desk = build_desk()

    def add(number: int) -> None:
        for step in range(number):
            build_article(desk=desk, published_at=NOW - timedelta(hours=step))

    add(8)
    few = count_queries("/")
    add(30)
    assert count_queries("/") == few < 24
