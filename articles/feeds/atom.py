"""A feed as Atom (RFC 4287), its pages linked as RFC 5005 has it and counted as OpenSearch 1.1 does."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from articles.feeds.base import Entry, Feed, Named, rfc3339

NAMESPACE = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
TYPE, DESCRIPTION = "application/atom+xml", "application/opensearchdescription+xml"
GENERATOR = "Newsroom"


def atom(feed: Feed) -> bytes:
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xmlns:opensearch": OPENSEARCH, "xml:lang": feed.language})
    _say(root, {"id": feed.id, "title": feed.title, "updated": rfc3339(feed.updated)})
    if feed.description:
        _say(root, {"subtitle": feed.description})
    _author(root, feed.paper)
    ET.SubElement(root, "generator").text = GENERATOR
    if feed.icon:
        _say(root, {"icon": feed.icon})
    _link(root, "self", feed.own_url, TYPE)
    _link(root, "alternate", feed.page_url, "text/html")
    for relation, url in feed.links.items():
        _link(root, relation, url, TYPE)
    if feed.search:
        _link(root, "search", feed.search, DESCRIPTION)
    if feed.hub:
        _link(root, "hub", feed.hub)
    _say(root, {f"opensearch:{name}": str(count) for name, count in feed.counts.items()})
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry", {"xml:lang": entry.language}), entry)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(element: ET.Element, entry: Entry) -> None:
    dates = {"published": rfc3339(entry.published), "updated": rfc3339(entry.updated)}
    _say(element, {"id": entry.id, "title": entry.title, **dates})
    _link(element, "alternate", entry.url, "text/html")
    if entry.via:
        _link(element, "via", entry.via)
    for author in entry.authors:
        _author(element, author.name, author.url)
    _categories(element, entry.categories)
    _say(element, {name: text for name, text in {"summary": entry.summary, "rights": entry.rights}.items() if text})
    ET.SubElement(element, "content", type="html").text = entry.html


def _categories(element: ET.Element, categories: Iterable[Named]) -> None:
    for category in categories:
        ET.SubElement(element, "category", term=category.slug, scheme=category.kind_url, label=category.name)


def _author(element: ET.Element, name: str, url: str = "") -> None:
    author = ET.SubElement(element, "author")
    _say(author, {"name": name, **({"uri": url} if url else {})})


def _link(element: ET.Element, relation: str, url: str, kind: str = "") -> None:
    ET.SubElement(element, "link", rel=relation, href=url, **({"type": kind} if kind else {}))


def _say(element: ET.Element, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        ET.SubElement(element, name).text = text
