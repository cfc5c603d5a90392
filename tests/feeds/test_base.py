"""What an entry says of an article."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.feeds.base import NOTHING_YET, Feed, entry_of, fit, rfc3339, tag_uri
from articles.vocabulary import MentionStatus
from tests.builders import NOW, build_article, build_author, build_desk, build_mention, build_person

SITE = "https://archiv.example"


@pytest.fixture
def article(db):
    desk, authors = build_desk("Politik"), [build_author("Karl Voss")]
    return build_article("Der Riss", standfirst="Kurz.", desk=desk, tags=["Energie", "Brücken"], authors=authors)


def test_it_names_author_desk_and_tags_with_their_pages(article):
    entry = entry_of(article, SITE)
    assert [(named.name, named.url) for named in entry.authors] == [("Karl Voss", f"{SITE}/authors/karl-voss/")]
    assert [named.name for named in entry.categories] == ["Politik", "Brücken", "Energie"]
    assert {named.kind_url for named in entry.categories} == {f"{SITE}/desks/", f"{SITE}/tags/"}


def test_it_names_the_people_readers_may_know_of(article):
    for person in (build_person("Berta Kahn"), build_person("Anna Berg")):
        build_mention(article, person)
        build_mention(article, person)
    build_mention(article, build_person("Privat", is_public=False))
    build_mention(article, build_person("Vermutet"), status=MentionStatus.SUGGESTED)
    build_mention(article, None, status=MentionStatus.SUGGESTED, suggested_name="Neu")
    people = [(one.name, one.url) for one in entry_of(article, SITE).categories if one.kind_url == f"{SITE}/people/"]
    assert people == [("Anna Berg", f"{SITE}/people/anna-berg/"), ("Berta Kahn", f"{SITE}/people/berta-kahn/")]


def test_what_it_names_has_a_page_and_so_has_its_kind(client, article):
    build_mention(article, build_person("Anna Berg"))
    entry = entry_of(article, "")
    assert len({*entry.authors, *entry.categories}) == 5
    for named in (*entry.authors, *entry.categories):
        assert client.get(named.url).status_code == 200
        assert named.kind_url == "/desks/" or client.get(named.kind_url).status_code == 200


def test_it_holds_the_whole_text_with_escaped_headings(db):
    sections = [("Müller & Söhne", "<p>Eins.</p>"), ("", "<p>Zwei.</p>")]
    html = "<h2>Müller &amp; Söhne</h2><p>Eins.</p><p>Zwei.</p>"
    assert entry_of(build_article(sections=sections), SITE).html == html
    article = build_article(sections=sections, standfirst="Es ist <so>.")
    assert entry_of(article, SITE).html == f"<p><strong>Es ist &lt;so&gt;.</strong></p>{html}"


def test_links_within_the_archive_lead_there_from_anywhere(db):
    article = build_article(
        body='<p><a href="/tags/x/">x</a> <a href="#a">a</a> <a href="https://b.example/">b</a></p>'
    )
    html = entry_of(article, SITE).html
    assert f'<a href="{SITE}/tags/x/">' in html
    assert f'<a href="{SITE}{article.get_absolute_url()}#a">' in html
    assert '<a href="https://b.example/">' in html


def test_an_embargoed_article_was_published_when_it_could_be_read(article):
    later = NOW + timedelta(days=1)
    article.embargoed_until, article.updated_at = later, NOW
    article.save()
    article.refresh_from_db()
    entry = entry_of(article, SITE)
    assert entry.published == entry.updated == later


@pytest.mark.parametrize(("url", "via"), [("", ""), ("https://dpa.example/ä b", "https://dpa.example/%C3%A4%20b")])
def test_it_says_where_it_was_first(db, url, via):
    assert entry_of(build_article(source_url=url), SITE).via == via


def test_a_change_shows_in_updated_only(article):
    article.updated_at = NOW + timedelta(days=9)
    entry = entry_of(article, SITE)
    assert (entry.published, entry.updated) == (article.published_at, article.updated_at)


def test_the_id_outlives_a_new_address(article):
    before = entry_of(article, SITE)
    article.slug = "anders"
    after = entry_of(article, SITE)
    assert after.id == before.id
    assert after.url != before.url


@pytest.mark.parametrize(
    ("site", "host"),
    [
        ("https://Archiv.Example", "archiv.example"),
        ("http://archiv.example:8000", "archiv.example"),
        ("http://[::1]:8000", "1"),
    ],
)
def test_an_id_knows_no_scheme_and_no_port(site, host):
    assert tag_uri(site, "article/7") == f"tag:{host},2026:article/7"


def test_texts_are_fit_for_xml():
    assert fit("a\x00b\x0bc\ud800d\ufffee\tf\n😀") == "abcde\tf\n😀"


def test_moments_are_in_utc_to_the_second():
    berlin = timezone(timedelta(hours=1))
    assert rfc3339(datetime(2024, 11, 5, 12, 0, 0, 999, tzinfo=berlin)) == "2024-11-05T11:00:00Z"
    assert rfc3339(datetime(833, 1, 2, tzinfo=UTC)) == "0833-01-02T00:00:00Z"


def test_a_feed_is_as_new_as_its_newest_entry(article):
    entry = entry_of(article, SITE)
    newer = replace(entry, updated=entry.updated + timedelta(days=1))
    feed = Feed("id", "Titel", "Zeitung", "u", "u", "de", (entry, newer))
    assert feed.updated == newer.updated
    assert replace(feed, entries=()).updated == NOTHING_YET
