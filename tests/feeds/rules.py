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
SEVERAL = ("author", "category", "contributor", "link")
IN_FEED = {*ONCE, *SEVERAL, "generator", "icon", "logo", "rights", "subtitle", "entry"}
IN_ENTRY = {*ONCE, *SEVERAL, "content", "published", "rights", "source", "summary"}
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
COUNTS = ("totalResults", "startIndex", "itemsPerPage")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+\Z")
FEED_NAMES = {
    *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon"),
    *("authors", "language", "expired", "hubs", "items"),
}
ITEM_NAMES = {
    *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"),
    *("date_published", "date_modified", "authors", "tags", "language", "attachments"),
}


def broken_rules(content: bytes, form: str) -> list[str]:
    return list(_atom(ET.fromstring(content)) if form == "atom" else _json(json.loads(content)))


def _atom(feed: ET.Element) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield f"root is {feed.tag}"
    yield from _element(feed, IN_FEED)
    yield from _counts({name: [e.text or "" for e in feed.findall(OPENSEARCH + name)] for name in COUNTS})
    rels = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in feed.findall(f"{ATOM}link")]
    if "self" not in {rel for rel, *_ in rels} or len(rels) != len(set(rels)):
        yield f"links: {rels}"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    if len(ids) != len(set(ids)):
        yield "two entries have one id"
    yield from _pages({rel: link.get("href", "") for link in feed.findall(f"{ATOM}link") if (rel := link.get("rel"))})
    for entry in feed.findall(f"{ATOM}entry"):
        yield from _element(entry, IN_ENTRY)
        if not feed.findall(f"{ATOM}author") and not entry.findall(f"{ATOM}author"):
            yield "an entry without author in a feed without author"


def _pages(links: dict[str, str]) -> Iterator[str]:
    """RFC 5005, section 3: the first page has none before it, the last none after it, no page leads to itself."""
    if links.get("self") == links.get("first") and "previous" in links:
        yield "a page before the first"
    if links.get("self") == links.get("last") and "next" in links:
        yield "a page after the last"
    yield from (f"{rel} is the page itself" for rel in ("previous", "next") if links.get(rel) == links.get("self", ""))
    yield from ("a page has no first" for rel in ("previous", "next") if rel in links and "first" not in links)


def _counts(said: dict[str, list[str]]) -> Iterator[str]:
    """OpenSearch 1.1: each once at most, a number."""
    wrong = {name: texts for name, texts in said.items() if len(texts) > 1 or not all(map(str.isdigit, texts))}
    yield from (f"{name} {texts}" for name, texts in wrong.items())


def _element(element: ET.Element, may_hold: set[str]) -> Iterator[str]:
    names = {child.tag.removeprefix(ATOM) for child in element if not child.tag.startswith(OPENSEARCH)}
    yield from (f"{name} has no place here" for name in names - may_hold)
    if not LANGUAGE.match(element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""):
        yield "no language"
    counts = {name: len(element.findall(ATOM + name)) for name in (*ONCE, *AT_MOST_ONCE)}
    yield from (f"{counts[name]} {name}" for name in ONCE if counts[name] != 1)
    yield from (f"{counts[name]} {name}" for name in AT_MOST_ONCE if counts[name] > 1)
    for name in ("updated", "published"):
        yield from (f"{name} {e.text}" for e in element.findall(ATOM + name) if not RFC3339.match(e.text or ""))
    if not IRI.match(element.findtext(f"{ATOM}id") or ""):
        yield "id is no absolute IRI"
    yield from (f"link {e.get('href')}" for e in element.findall(f"{ATOM}link") if not IRI.match(e.get("href") or ""))
    yield from _values(element)
    yield from ("category without term" for e in element.findall(f"{ATOM}category") if not e.get("term"))
    yield from ("person without name" for e in element.findall(f"{ATOM}author") if not e.findtext(f"{ATOM}name"))


def _values(element: ET.Element) -> Iterator[str]:
    """Where the RFC wants an IRI, a media type or HTML."""
    schemes = [e.get("scheme") for e in element.findall(f"{ATOM}category")]
    uris = [e.findtext(f"{ATOM}uri") for e in element.findall(f"{ATOM}author")]
    iris = [*schemes, *uris, element.findtext(f"{ATOM}icon")]
    yield from (f"no IRI: {iri}" for iri in iris if iri is not None and not IRI.match(iri))
    kinds = [e.get("type") for e in element.findall(f"{ATOM}link")]
    yield from (f"no media type: {kind}" for kind in kinds if kind is not None and not MEDIA_TYPE.match(kind))
    yield from (f"content is {e.get('type')}" for e in element.findall(f"{ATOM}content") if e.get("type") != "html")


def _json(feed: dict[str, Any]) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "version"
    yield from (f"no {name}" for name in ("title", "items") if name not in feed)
    yield from (f"{name} is no name of a feed's" for name in set(feed) - FEED_NAMES)
    for name in ("home_page_url", "feed_url", "next_url", "icon", "favicon"):
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
    yield from (f"{name} is no name of an item's" for name in set(item) - ITEM_NAMES)
    yield from (f"{name} {item[name]}" for name in ("url", "image") if name in item and not IRI.match(item[name]))
    if not ("content_html" in item or "content_text" in item):
        yield "an item without content"
    if not all(isinstance(tag, str) for tag in item.get("tags", [])):
        yield "tags are texts"
    for name in ("date_published", "date_modified"):
        if name in item and not RFC3339.match(item[name]):
            yield f"{name} {item[name]}"
    yield from ("author without name" for author in item.get("authors", []) if not author.get("name"))
