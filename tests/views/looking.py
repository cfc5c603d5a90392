"""How the tests of the views look at a page."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any


def text_of(response: Any) -> str:
    """What a reader sees, in one line."""
    html = re.sub(r"<(head|script)\b.*?</\1>", " ", response.content.decode(), flags=re.S)
    running = re.sub(r"</?(span|mark|a)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", running)).split())


def headlines_of(response: Any) -> list[str]:
    found = re.findall(r'class="(?:row|story)__headline"><a [^>]*>(.*?)</a>', response.content.decode(), flags=re.S)
    return [unescape(re.sub(r"<[^>]+>", "", headline)) for headline in found]


def links_of(response: Any) -> set[str]:
    return {unescape(link) for link in re.findall(r'href="([^"]*)"', response.content.decode())}


def data_of(response: Any) -> dict[str, Any]:
    """What the page says in schema.org's words, by type."""
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), flags=re.S)
    said = json.loads(block)
    assert said["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in said["@graph"]}


def head_of(response: Any) -> dict[str, list[str]]:
    """The contents of meta elements by name or property, and the addresses of links by relation."""
    html = response.content.decode().partition("</head>")[0]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<(?:meta|link) [^>]*>", html):
        said = {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        name = said.get("property") or said.get("name") or f"{said.get('rel')} {said.get('hreflang', '')}".strip()
        found.setdefault(name, []).append(said.get("content") or said.get("href", ""))
    return found
