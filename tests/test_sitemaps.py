"""What sitemaps hold. The rules are those of sitemaps.org and of Google's news sitemaps."""

import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import sitemaps
from articles.models import Article, Tag
from articles.sitemaps import Month, months
from articles.vocabulary import Status
from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_tag, build_topic

pytestmark = pytest.mark.django_db

SITE = "https://zeitung.example"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LATER = NOW + timedelta(days=1)


def read(text):
    """The addresses without the host, each with its date; only what the schema allows."""
    root = ET.fromstring(text)
    assert (root.tag, {one.tag for one in root}) in [
        (f"{SITEMAP}urlset", {f"{SITEMAP}url"}),
        (f"{SITEMAP}sitemapindex", {f"{SITEMAP}sitemap"}),
        (f"{SITEMAP}urlset", set()),
    ]
    found = {one.findtext(f"{SITEMAP}loc"): one.findtext(f"{SITEMAP}lastmod") for one in root}
    assert all(url.startswith(f"{SITE}/") for url in found)
    return {url.removeprefix(SITE): changed for url, changed in found.items()}


def test_a_month_lists_its_articles_with_their_last_change():
    article = build_article(updated_at=NOW)
    build_article(published_at=NOW - timedelta(days=40))
    assert read(sitemaps.month("2024-11", 1, SITE, LATER)) == {article.get_absolute_url(): "2024-11-05T12:00:00Z"}


def test_an_article_changed_when_its_embargo_ended():
    build_article(updated_at=NOW - timedelta(days=1), embargoed_until=NOW + timedelta(hours=2))
    assert list(read(sitemaps.month("2024-11", 1, SITE, LATER)).values()) == ["2024-11-05T14:00:00Z"]


HIDDEN = [
    {"status": Status.DRAFT},
    {"status": Status.WITHDRAWN},
    {"embargoed_until": LATER + timedelta(hours=1)},
    {"published_at": LATER + timedelta(hours=1)},
]


@pytest.mark.parametrize("values", HIDDEN)
def test_what_readers_cannot_see_is_in_none(values):
    build_article(updated_at=NOW, **values)
    assert months(LATER) == []
    assert sitemaps.month("2024-11", 1, SITE, LATER) is None
    assert read(sitemaps.news(SITE, LATER)) == {}


def test_a_full_month_goes_on_in_a_second_file(monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_URLS", 2)
    for number in range(3):
        build_article(slug=f"nr-{number}")
    first, second, third = (sitemaps.month("2024-11", number, SITE, LATER) for number in (1, 2, 3))
    assert list(read(first)) + list(read(second)) == [f"/2024/11/05/nr-{number}/" for number in range(3)]
    assert third is None
    assert [path for path in read(sitemaps.index(months(LATER), SITE, LATER)) if "2024" in path] == [
        "/sitemap-2024-11.xml",
        "/sitemap-2024-11-2.xml",
    ]


def test_months_are_counted_with_their_last_change_the_newest_first():
    build_article(updated_at=NOW)
    build_article(updated_at=NOW + timedelta(hours=1))
    build_article(published_at=NOW - timedelta(days=400), updated_at=NOW - timedelta(days=800))
    assert months(LATER) == [
        Month("2024-11", 2, NOW + timedelta(hours=1)),
        Month("2023-10", 1, NOW - timedelta(days=400)),
    ]


def test_months_take_one_query(django_assert_num_queries):
    for number in range(5):
        build_article(published_at=NOW - timedelta(days=number * 40))
    with django_assert_num_queries(1):
        assert len(months(LATER)) >= 5


def planned(ask):
    """How SQLite finds what the one query of `ask` wants."""
    with CaptureQueriesContext(connection) as queries:
        ask()
    with connection.cursor() as cursor:
        [query] = queries
        cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
        return " ".join(str(row) for row in cursor.fetchall())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by statistics, which other tests change")
def test_months_are_counted_along_an_index():
    plan = planned(lambda: months(LATER))
    assert "SCAN articles_article USING INDEX article_sitemap" in plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by statistics, which other tests change")
def test_a_months_articles_are_found_along_an_index():
    plan = planned(lambda: sitemaps.month("2024-11", 1, SITE, LATER))
    assert re.search(r"USING INDEX article_(day|sitemap) \(published_on>", plan)


def test_a_date_before_the_year_1000_is_one():
    old = Month("0833-11", 1, NOW.replace(year=833))
    assert read(sitemaps.pages([old], SITE))["/archive/0833/11/"] == "0833-11-05T12:00:00Z"


def test_the_index_names_every_file_that_there_is():
    build_article(tags=["Energie"], people=[build_person()], authors=[build_author()], desk=build_desk())
    build_topic()
    files = read(sitemaps.index([Month("2024-11", 1, NOW)], SITE, LATER))
    kinds = {f"/sitemap-{kind}.xml" for kind in ("news", "pages", "desks", "topics", "tags", "people", "authors")}
    assert set(files) == kinds | {"/sitemap-2024-11.xml"}
    assert files["/sitemap-2024-11.xml"] == "2024-11-05T12:00:00Z"


def test_of_nothing_the_index_names_no_file():
    assert set(read(sitemaps.index([], SITE, LATER))) == {"/sitemap-news.xml", "/sitemap-pages.xml"}


@pytest.mark.parametrize("kind", ["desks", "topics", "tags", "people", "authors"])
def test_names_that_have_a_page_are_listed(kind):
    filed = {"tags": ["Energie"], "people": [build_person("Anna Berg")], "authors": [build_author("Karl Voss")]}
    build_article(desk=build_desk("Politik"), **filed)
    build_topic("Brückenbau")
    slugs = {
        "desks": "politik",
        "topics": "brueckenbau",
        "tags": "energie",
        "people": "anna-berg",
        "authors": "karl-voss",
    }
    assert list(read(sitemaps.names(kind, 1, SITE, LATER))) == [f"/{kind}/{slugs[kind]}/"]


def test_names_without_a_page_are_not():
    build_article(people=[build_person("Privat", is_public=False)])
    hidden = {"people": [build_person("Geheim")], "authors": [build_author("Geheim")]}
    build_article("Entwurf", status=Status.DRAFT, tags=["Geheim"], **hidden)
    build_topic("Geheim", is_public=False)
    assert [read(sitemaps.names(kind, 1, SITE, LATER)) for kind in ("topics", "tags", "people", "authors")] == [{}] * 4


def test_names_keep_their_file_when_others_go(monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_URLS", 2)
    base = build_tag("Nichts").pk
    monkeypatch.setattr(sitemaps, "MOST_URLS", base + 1)
    build_article(tags=["A", "B"])
    assert list(read(sitemaps.names("tags", 2, SITE, LATER))) == ["/tags/b/"]
    Tag.objects.get(slug="a").delete()
    assert list(read(sitemaps.names("tags", 2, SITE, LATER))) == ["/tags/b/"]
    assert sitemaps.names("tags", 3, SITE, LATER) is None


def test_the_lists_themselves_are_listed_with_years_and_months():
    found = [Month("2024-11", 1, NOW), Month("2024-10", 2, LATER)]
    listed = read(sitemaps.pages(found, SITE))
    assert {"/", "/archive/", "/topics/", "/people/", "/tags/", "/authors/", "/corrections/"} < set(listed)
    assert listed["/archive/2024/"] == listed["/archive/2024/10/"] == "2024-11-06T12:00:00Z"
    assert listed["/archive/2024/11/"] == "2024-11-05T12:00:00Z"


def test_news_is_what_appeared_in_the_last_two_days(settings):
    settings.PAPER_NAME = "Bote & Co."
    build_article("Alt", published_at=LATER - timedelta(hours=49))
    fresh = build_article("Müller & <Söhne>", language="en")
    [url] = ET.fromstring(sitemaps.news(SITE, LATER))
    news = url.find(f"{NEWS}news")
    assert url.findtext(f"{SITEMAP}loc") == SITE + fresh.get_absolute_url()
    assert news.findtext(f"{NEWS}title") == "Müller & <Söhne>"
    assert news.findtext(f"{NEWS}publication_date") == "2024-11-05T11:00:00Z"
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "Bote & Co."
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "en"


def test_news_are_a_thousand_at_most(monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
    for number in range(3):
        build_article(published_at=NOW - timedelta(hours=number), slug=f"nr-{number}")
    assert list(read(sitemaps.news(SITE, LATER))) == ["/2024/11/05/nr-0/", "/2024/11/05/nr-1/"]


def test_addresses_are_those_of_the_articles():
    """They are put together without the article, for there are many."""
    old = build_article(published_at=NOW.replace(year=833), published_on=NOW.date().replace(year=833), slug="alt")
    assert list(read(sitemaps.month("0833-11", 1, SITE, LATER))) == [Article.objects.get(pk=old.pk).get_absolute_url()]
    assert months(LATER)[0].name == "0833-11"
