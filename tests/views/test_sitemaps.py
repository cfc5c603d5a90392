"""Sitemaps as they are asked for."""

import re
from datetime import timedelta

import pytest

from articles import sitemaps
from articles.models import Article
from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_topic
from tests.indexing import index_now
from tests.views.looking import head_of

pytestmark = pytest.mark.django_db


def urls_in(client, file):
    return re.findall(r"<loc>http://testserver(.*?)</loc>", client.get(file).content.decode())


def files_of(client):
    return urls_in(client, "/sitemap.xml")


def test_the_index_leads_to_files_that_are_there(client):
    build_article(people=[build_person()], tags=["Energie"])
    files = files_of(client)
    assert "/sitemap-2024-11.xml" in files
    for file in files:
        answer = client.get(file)
        assert answer.status_code == 200, file
        assert answer["Content-Type"] == "application/xml; charset=utf-8"


def test_what_they_list_is_there_canonical_and_open_to_robots(client):
    named = {"people": [build_person()], "authors": [build_author()], "tags": ["Energie"], "desk": build_desk()}
    build_article(**named)
    build_topic()
    listed = {url for file in files_of(client) for url in urls_in(client, file)}
    assert len(listed) == 15  # seven pages, a year, a month, an article, and one of each kind of name
    for url in listed:
        page = client.get(url)
        head = head_of(page)
        assert (page.status_code, head["canonical"], "robots" in head) == (200, [f"http://testserver{url}"], False), url


def test_a_second_file_has_a_number(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_URLS", 1)
    for number in (1, 2):
        build_article(slug=f"nr-{number}")
    assert b"nr-2" in client.get("/sitemap-2024-11-2.xml").content
    assert client.get("/sitemap-2024-11-3.xml").status_code == 404


@pytest.mark.parametrize(
    "part", ["2024-13", "0000-01", "2024-11", "people-2", "people-1", "news-2", "nix", "2024", "people-99999"]
)
def test_what_is_not_there_is_not_found(client, part):
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_there_is_one_for_both_languages(client):
    assert client.get("/en/sitemap.xml").status_code == 404
    assert b"<lastmod>" not in client.get("/sitemap.xml").content
    assert b"/en/" not in client.get("/sitemap-pages.xml").content


def test_unchanged_it_is_not_sent_again(client):
    build_article()
    for address in ("/sitemap.xml", "/sitemap-2024-11.xml"):
        etag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304


def test_months_are_counted_once_until_something_changes(client, count_queries, monkeypatch):
    article = build_article()
    index_now()
    first, again = count_queries("/sitemap.xml"), count_queries("/sitemap.xml")
    assert again == first - 1
    Article.objects.filter(pk=article.pk).update(updated_at=NOW + timedelta(days=3))
    assert b"2024-11-08T12:00:00Z" in client.get("/sitemap.xml").content


def test_without_an_index_it_is_counted_each_time(client, count_queries):
    build_article()
    assert count_queries("/sitemap.xml") == count_queries("/sitemap.xml") <= 9


def test_more_articles_need_no_more_queries(count_queries):
    parts = ("2024-11", "news", "desks", "topics", "tags", "people", "authors", "pages")

    def add(start, end):
        for number in range(start, end):
            named = {"people": [build_person(f"P {number}")], "authors": [build_author(f"A {number}")]}
            build_article(tags=[f"T {number}"], desk=build_desk(f"D {number}"), **named)
            build_topic(f"Thema {number}")

    add(0, 2)
    few = [count_queries(f"/sitemap-{part}.xml") for part in parts]
    add(2, 11)
    assert [count_queries(f"/sitemap-{part}.xml") for part in parts] == few
    assert dict(zip(parts[:-1], few, strict=False)) == {**dict.fromkeys(parts[:-1], 1), "desks": 2}
