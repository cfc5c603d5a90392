"""The links in a text, and which of them stay in the house. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape
from urllib.parse import unquote, urlsplit

_HREF = re.compile(r'<a\b[^>]*\shref="([^"]*)"')


def links_in(html: str) -> list[str]:
    """The addresses of clean HTML, in order, each once."""
    return list(dict.fromkeys(unescape(href).strip() for href in _HREF.findall(html)))


def path_on_site(href: str, hosts: Collection[str]) -> str | None:
    """The path an address asks our site for; "" for a place on the same page, None where it leads elsewhere. A port
    matters as little as capitals."""
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme in {"http", "https"}:
        return unquote(parts.path) or "/" if host in hosts else None
    return None if parts.scheme or parts.netloc else unquote(parts.path)
