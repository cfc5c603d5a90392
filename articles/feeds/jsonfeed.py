"""A feed as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from articles.feeds.base import Entry, Feed, Named, rfc3339

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    said = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.own_url,
        "language": feed.language,
        "authors": [{"name": feed.paper}],
        **({"description": feed.description} if feed.description else {}),
        **({"icon": feed.icon, "favicon": feed.icon} if feed.icon else {}),
        **({"hubs": [{"type": "WebSub", "url": feed.hub}]} if feed.hub else {}),
        **({"next_url": feed.links["next"]} if "next" in feed.links else {}),
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(said, ensure_ascii=False).encode()


def _item(entry: Entry) -> dict[str, Any]:
    said = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "language": entry.language,
        "authors": [_author(author) for author in entry.authors],
        "tags": [category.name for category in entry.categories],
    }
    return {name: value for name, value in said.items() if value or name == "content_html"}


def _author(author: Named) -> dict[str, str]:
    return {"name": author.name, "url": author.url}
