"""A feed as JSON Feed 1.1."""

import json
from dataclasses import replace

import pytest

from articles.feeds import json_feed
from tests.feeds.made import FEED
from tests.feeds.rules import broken_rules


def test_it_is_valid():
    assert broken_rules(json_feed(FEED), "json") == []
    assert broken_rules(json_feed(replace(FEED, entries=(), links={})), "json") == []


def test_the_feed_says_what_it_is():
    said = json.loads(json_feed(FEED))
    del said["items"]
    assert said == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Zeitung: A & B",
        "home_page_url": FEED.page_url,
        "feed_url": FEED.own_url,
        "language": "de",
        "authors": [{"name": "Zeitung"}],
        "next_url": FEED.links["next"],
    }


def test_an_item_says_what_there_is():
    [item] = json.loads(json_feed(FEED))["items"]
    assert item == {
        "id": "tag:z.example,2026:article/1",
        "url": "https://z.example/2024/11/05/riss/",
        "title": "Riss <1 & 2>",
        "content_html": "<p>Eins &amp; zwei.</p>",
        "summary": "Kurz & gut",
        "date_published": "2024-11-05T12:00:00Z",
        "date_modified": "2024-11-06T12:00:00Z",
        "language": "en",
        "authors": [{"name": "Karl Voss", "url": "https://z.example/authors/karl-voss/"}],
        "tags": ["Energie"],
    }


def test_what_an_article_does_not_have_is_left_out():
    bare = replace(FEED.entries[0], authors=(), categories=(), summary="", html="")
    [item] = json.loads(json_feed(replace(FEED, entries=(bare,))))["items"]
    assert not {"authors", "tags", "summary"} & set(item)
    assert item["content_html"] == ""


def test_it_says_what_it_is_of():
    feed = json_feed(replace(FEED, description="Alles über Brücken."))
    assert broken_rules(feed, "json") == []
    assert json.loads(feed)["description"] == "Alles über Brücken."


BROKEN = [{"version": "1.1"}, {"feed_url": "/feed.json"}, {"icon": "icon.svg"}, {"count": 3}, {"items": [{"id": "1"}]}]


@pytest.mark.parametrize("wrong", BROKEN)
def test_the_rules_find_what_is_broken(wrong):
    assert broken_rules(json.dumps(json.loads(json_feed(FEED)) | wrong), "json")


def test_it_says_where_a_subscriber_hears_of_changes():
    feed = json_feed(replace(FEED, hub="https://hub.example/", icon="https://z.example/icon.svg"))
    assert broken_rules(feed, "json") == []
    assert json.loads(feed)["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert json.loads(feed)["icon"] == "https://z.example/icon.svg"
