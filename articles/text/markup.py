"""The one allow-list of the house: what HTML a section's body may hold, and the plain text it stands for.

A clean body is a row of blocks (p, h3, ul, ol, blockquote); mention offsets count in its plain text. Marking hits or
people in it is not done here, but `pieces` gives what that needs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape, unescape
from typing import NamedTuple

import nh3

from articles.text.blocks import BLOCK_TAGS, INLINE_TAGS, Blocks

TAGS = {"p", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"}
SCHEMES = {"http", "https", "mailto"}

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_BLANKS = re.compile(r"[ \t\r]+")
_TAG = re.compile(r'(<(?:"[^"]*"|[^">])*>)')
_TAG_NAME = re.compile(r"</?([a-z0-9]+)")
_OPENING_OR_CLOSING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEVER_NEST = frozenset(
    {*("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "dt", "dd", "option"), "br", "hr", "wbr", "img"}
)
_DEEPEST = 100
"""Open tags from which on nobody wrote this; parsing takes the square of the depth."""
_UNTANGLED_AFTER = 4
"""Rounds in which even badly nested HTML has come to rest; ordinary HTML rests after one."""


class Piece(NamedTuple):
    """A stretch of clean HTML and the plain text it stands for: a tag stands for "", a text for itself unescaped;
    the break between two blocks is a piece without HTML."""

    html: str
    text: str
    is_text: bool


def clean(html: str) -> str:
    """`html` as the house allows it. Cleaning what is clean changes nothing."""
    html = _bounded(html)
    for _ in range(_UNTANGLED_AFTER):
        before, html = html, _cleaned_once(html)
        if html == before:
            break
    return html


@lru_cache(maxsize=512)
def plain_text(html: str) -> str:
    """The text of clean HTML: blocks two line breaks apart, list items and <br> one, entities resolved.

    Remembered, for a page counts, marks and compares the same few texts.
    """
    return "".join(piece.text for piece in pieces(html))


def pieces(html: str) -> Iterator[Piece]:
    """Clean HTML, cut into tags and texts. All `html` joined are the HTML, all `text` joined the plain text."""
    gap, begun, lists = "", False, 0
    for part in _TAG.split(html):
        if part.startswith("<"):
            name = tag_name(part)
            lists += _list_step(part, name)
            gap = max(gap, _gap(name, lists), key=len)
            yield Piece(part, "\n" if name == "br" else "", False)
        elif part:
            if gap and begun:
                yield Piece("", gap, False)
            gap, begun = "", True
            yield Piece(part, unescape(part), True)


def paragraphs(texts: Iterable[str]) -> str:
    """Plain texts as paragraphs; a line break inside one stays a break, an empty one is left out."""
    return "".join(f"<p>{inline(text)}</p>" for text in texts if text.strip())


def inline(text: str) -> str:
    """Plain text, escaped for use inside a block; line breaks become <br>."""
    lines = _BLANKS.sub(" ", text.strip()).split("\n")
    return "<br>".join(escape(line.strip(), quote=False) for line in lines)


def _bounded(html: str) -> str:
    """Tags below the deepest level become <wbr>, which holds nothing and is not let in; their text stays."""
    if html.count("<") <= _DEEPEST:
        return html
    depths = Counter[str]()

    def bounded(match: re.Match[str]) -> str:
        name = match[2].lower()
        if name in _NEVER_NEST:
            return match[0]
        if match[1]:
            depths[name] -= depths[name] > 0
            return match[0]
        if depths.total() >= _DEEPEST:
            return "<wbr"
        depths[name] += 1
        return match[0]

    return _OPENING_OR_CLOSING.sub(bounded, html)


@lru_cache(maxsize=512)
def _cleaned_once(html: str) -> str:
    """Remembered, for a body is cleaned when it is read, when it is written and by the column itself."""
    known = nh3.clean(
        _CONTROLS.sub("", html),
        tags=BLOCK_TAGS | INLINE_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_only_our_links,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    blocks = Blocks(_CONTROLS)
    blocks.feed(known)
    blocks.close()
    return nh3.clean(blocks.html(), tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None)


def _only_our_links(_tag: str, _attribute: str, value: str) -> str | None:
    """Links out, to an address on this site, or to a place on this page; not `//host` and not relative paths."""
    href = _CONTROLS.sub("", value).strip()
    on_site = href.startswith(("/", "#")) and not href.replace("\\", "/").startswith("//")
    return href if on_site or href.lower().startswith(tuple(f"{scheme}:" for scheme in SCHEMES)) else None


def tag_name(tag: str) -> str:
    """Of an opening or closing tag."""
    match = _TAG_NAME.match(tag)
    return match[1] if match else ""


def _list_step(tag: str, name: str) -> int:
    if name not in {"ul", "ol"}:
        return 0
    return -1 if tag.startswith("</") else 1


def _gap(name: str, lists: int) -> str:
    if name == "li" or (lists and name in {"ul", "ol"}):
        return "\n"
    return "\n\n" if name in {"p", "h3", "ul", "ol", "blockquote"} else ""
