"""The rules of RFC 4287 and of JSON Feed 1.1 as a check of their own: what a feed breaks, in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
IRI = re.compile(r"(https?://[^\s/]+/\S*|tag:[a-z0-9.-]+,\d{4}:\S+)\Z")
ONCE = ("id", "title", "updated")
AT_MOST_ONCE = ("content", "summary", "published", "generator", "rights", "subtitle", "source", "icon", "logo")


def broken_rules(content: bytes, form: str) -> list[str]:
    return list(_atom(ET.fromstring(content)) if form == "atom" else _json(json.loads(content)))


def _atom(feed: ET.Element) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield f"root is {feed.tag}"
    yield from _element(feed)
    rels = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in feed.findall(f"{ATOM}link")]
    if "self" not in {rel for rel, *_ in rels} or len(rels) != len(set(rels)):
        yield f"links: {rels}"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    if len(ids) != len(set(ids)):
        yield "two entries have one id"
    yield from _pages({rel: link.get("href", "") for link in feed.findall(f"{ATOM}link") if (rel := link.get("rel"))})
    for entry in feed.findall(f"{ATOM}entry"):
        yield from _element(entry)
        if not feed.findall(f"{ATOM}author") and not entry.findall(f"{ATOM}author"):
            yield "an entry without author in a feed without author"


def _pages(links: dict[str, str]) -> Iterator[str]:
    """RFC 5005, section 3: the first page has none before it, the last none after it, no page leads to itself."""
    if links.get("self") == links.get("first") and "previous" in links:
        yield "a page before the first"
    if links.get("self") == links.get("last") and "next" in links:
        yield "a page after the last"
    yield from (f"{rel} is the page itself" for rel in ("previous", "next") if links.get(rel) == links["self"])
    yield from ("a page has no first" for rel in ("previous", "next") if rel in links and "first" not in links)


def _element(element: ET.Element) -> Iterator[str]:
    counts = {name: len(element.findall(ATOM + name)) for name in (*ONCE, *AT_MOST_ONCE)}
    yield from (f"{counts[name]} {name}" for name in ONCE if counts[name] != 1)
    yield from (f"{counts[name]} {name}" for name in AT_MOST_ONCE if counts[name] > 1)
    for name in ("updated", "published"):
        yield from (f"{name} {e.text}" for e in element.findall(ATOM + name) if not RFC3339.match(e.text or ""))
    if not IRI.match(element.findtext(f"{ATOM}id") or ""):
        yield "id is no absolute IRI"
    yield from (f"link {e.get('href')}" for e in element.findall(f"{ATOM}link") if not IRI.match(e.get("href") or ""))
    yield from ("category without term" for e in element.findall(f"{ATOM}category") if not e.get("term"))
    yield from ("person without name" for e in element.findall(f"{ATOM}author") if not e.findtext(f"{ATOM}name"))


def _json(feed: dict[str, Any]) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "version"
    yield from (f"no {name}" for name in ("title", "items") if name not in feed)
    for name in ("home_page_url", "feed_url", "next_url"):
        if name in feed and not IRI.match(feed[name]):
            yield f"{name} {feed[name]}"
    ids = [item.get("id") for item in feed["items"]]
    if len(ids) != len(set(ids)) or not all(isinstance(key, str) and key for key in ids):
        yield f"ids: {ids}"
    yield from (f"hub {hub}" for hub in feed.get("hubs", []) if not (hub.get("type") and IRI.match(hub.get("url", ""))))
    if feed.get("next_url") and feed["next_url"] == feed.get("feed_url"):
        yield "the next page is the page itself"
    for item in feed["items"]:
        yield from _item(item)


def _item(item: dict[str, Any]) -> Iterator[str]:
    if not ("content_html" in item or "content_text" in item):
        yield "an item without content"
    if not all(isinstance(tag, str) for tag in item.get("tags", [])):
        yield "tags are texts"
    for name in ("date_published", "date_modified"):
        if name in item and not RFC3339.match(item[name]):
            yield f"{name} {item[name]}"
    yield from ("author without name" for author in item.get("authors", []) if not author.get("name"))
