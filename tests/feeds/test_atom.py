"""A feed as Atom, read by a subscriber's program and by our own rules."""

from dataclasses import replace

import feedparser
import pytest

from articles.feeds import atom
from tests.feeds.made import FEED
from tests.feeds.rules import broken_rules


def parsed(feed=FEED):
    found = feedparser.parse(atom(feed))
    assert not found.bozo
    return found


def test_it_is_valid():
    assert broken_rules(atom(FEED), "atom") == []


def test_an_empty_feed_is_valid():
    assert broken_rules(atom(replace(FEED, entries=(), links={})), "atom") == []


def test_the_feed_says_what_it_is():
    feed = parsed().feed
    assert (feed.id, feed.title, feed.language) == (FEED.id, "Zeitung: A & B", "de")
    assert (feed.author, feed.link, feed.updated) == ("Zeitung", FEED.page_url, "2024-11-06T12:00:00Z")


def test_its_pages_are_linked():
    links = {link.rel: link.href for link in parsed().feed.links}
    assert links == {"self": FEED.own_url, "alternate": FEED.page_url, **FEED.links}


def test_an_entry_says_what_there_is():
    [entry] = parsed().entries
    assert (entry.title, entry.summary, entry.author) == ("Riss <1 & 2>", "Kurz & gut", "Karl Voss")
    assert entry.author_detail.href == "https://z.example/authors/karl-voss/"
    assert (entry.published, entry.updated) == ("2024-11-05T12:00:00Z", "2024-11-06T12:00:00Z")
    assert [(tag.term, tag.label, tag.scheme) for tag in entry.tags] == [
        ("energie", "Energie", "https://z.example/tags/")
    ]


def test_the_text_is_html_in_the_articles_language():
    [content] = parsed().entries[0].content
    assert (content.value, content.type, content.language) == ("<p>Eins &amp; zwei.</p>", "text/html", "en")


def test_what_an_article_does_not_have_is_left_out():
    bare = replace(FEED.entries[0], authors=(), categories=(), summary="")
    feed = replace(FEED, entries=(bare,))
    assert broken_rules(atom(feed), "atom") == []
    assert b"<summary" not in atom(feed)
    assert b"<category" not in atom(feed)


def test_it_says_where_a_subscriber_hears_of_changes():
    feed = replace(FEED, hub="https://hub.example/", icon="https://z.example/icon.svg")
    links = {link.rel: link.href for link in parsed(feed).feed.links}
    assert broken_rules(atom(feed), "atom") == []
    assert (links["hub"], parsed(feed).feed.icon) == ("https://hub.example/", "https://z.example/icon.svg")


def test_it_says_what_it_is_of_and_how_much_there_is():
    counts = {"totalResults": 61, "startIndex": 31, "itemsPerPage": 30}
    feed = replace(FEED, description="Alles über Brücken.", counts=counts, search="https://z.example/opensearch.xml")
    assert broken_rules(atom(feed), "atom") == []
    said = parsed(feed).feed
    assert said.subtitle == "Alles über Brücken."
    assert [said[f"opensearch_{name.lower()}"] for name in counts] == ["61", "31", "30"]
    assert [link.href for link in said.links if link.rel == "search"] == ["https://z.example/opensearch.xml"]


BROKEN = [
    (b"<updated>2024-11-06T12:00:00Z</updated>", b"<updated>2024-11-06</updated>"),
    (b"<id>tag:z.example,2026:article/1</id>", b""),
    (b"<title>Riss", b"<headline>x</headline><title>Riss"),
    (b'type="html"', b'type="text/html"'),
    (b'rel="self"', b'rel="alternate"'),
    (b'scheme="https://z.example/tags/"', b'scheme="tags"'),
    (b'xml:lang="en"', b""),
]


@pytest.mark.parametrize(("right", "wrong"), BROKEN)
def test_the_rules_find_what_is_broken(right, wrong):
    written = atom(FEED)
    assert right in written
    assert broken_rules(written.replace(right, wrong), "atom")


def test_it_says_who_wrote_the_feed_and_whose_the_text_is():
    feed = replace(FEED, entries=(replace(FEED.entries[0], rights="© dpa", via="https://dpa.example/1"),))
    assert broken_rules(atom(feed), "atom") == []
    assert parsed(feed).feed.generator == "Newsroom"
    [entry] = parsed(feed).entries
    assert entry.rights == "© dpa"
    assert [link.href for link in entry.links if link.rel == "via"] == ["https://dpa.example/1"]
