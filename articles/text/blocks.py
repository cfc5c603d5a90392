"""Puts known HTML into the house's shape: a row of blocks, no stray text, nothing empty, one tag for one meaning.
Not a sanitiser: markup.py lets only known tags in and checks what comes out."""

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

BLOCK_TAGS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "div", "section", "article", "header"),
    *("footer", "aside", "main", "figure", "figcaption", "pre", "table", "tr", "td", "th", "dl", "dt", "dd", "hr"),
}
INLINE_TAGS = {"strong", "b", "em", "i", "a", "br"}

_SAME = {"b": "strong", "i": "em"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LISTS = {"ul", "ol"}
_CONTAINERS = {*_LISTS, "li", "blockquote"}
_BLANKS = re.compile(r"([ \t\n\r]+)")
_SHOWS = re.compile("[^\\s\u00ad\u200b\u2060]")


@dataclass(slots=True)
class _Container:
    """A list, item or quote the text stands in; tag "" where it must not show, such as a quote in a quote."""

    tag: str
    opened: bool = False
    filled: bool = False


class Blocks(HTMLParser):
    """Feed it, close it, ask for html(). A tag is written only once a text needs it, so none is ever empty."""

    def __init__(self, unwanted: re.Pattern[str]):
        super().__init__(convert_charrefs=True)
        self._unwanted = unwanted
        self._out: list[str] = []
        self._containers: list[_Container] = []
        self._inlines: list[tuple[str, str]] = []  # (name, tag); tag "" inside its like
        self._opened = 0  # how many of the inlines are open in the output
        self._wanted = "p"  # what the next text opens
        self._in_block = False
        self._end_tag = ""  # what closes the open block
        self._gap = ""  # blanks and breaks: they count only if text follows in the block

    def html(self) -> str:
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._gap = self._gap.strip(" ") + "<br>"
        elif tag in INLINE_TAGS:
            self._start_inline(_SAME.get(tag, tag), dict(attrs).get("href"))
        elif tag in _CONTAINERS:
            self._end_block()
            self._containers.append(_Container(tag if self._may_hold(tag) else ""))
        else:
            self._end_block()
            self._wanted = "h3" if tag in _HEADINGS and not self._containers else "p"

    def handle_endtag(self, tag: str) -> None:
        if tag in INLINE_TAGS:
            self._end_inline()
        elif tag in _CONTAINERS:
            self._end_container()
        else:
            self._end_block()
            self._wanted = "p"

    def handle_data(self, data: str) -> None:
        for part in _BLANKS.split(self._unwanted.sub("", data)):
            if _BLANKS.fullmatch(part):
                self._gap = self._gap or " "
            elif part and (self._in_block or _SHOWS.search(part)):
                self._write(part)

    def close(self) -> None:
        super().close()
        self._end_block()
        while self._containers:
            self._end_container()

    def _write(self, text: str) -> None:
        if not self._in_block:
            self._start_block()
        self._out.append(self._gap)
        self._out.extend(tag for _, tag in self._inlines[self._opened :])
        self._out.append(escape(text, quote=False))
        self._opened, self._gap = len(self._inlines), ""

    def _start_block(self) -> None:
        for container in self._containers:
            if container.tag and not container.opened:
                self._out.append(f"<{container.tag}>")
                container.opened = True
        self._in_block, self._gap = True, ""
        inner = self._inner()
        if inner and inner.tag == "li":
            self._go_on_in(inner)
        else:
            tag = "li" if inner and inner.tag in _LISTS else self._wanted
            self._out.append(f"<{tag}>")
            self._end_tag = f"</{tag}>"

    def _go_on_in(self, item: _Container) -> None:
        if item.filled and self._out[-1] not in {"</ul>", "</ol>"}:
            self._out.append("<br>")
        item.filled, self._end_tag = True, ""

    def _end_block(self) -> None:
        self._gap = ""
        if not self._in_block:
            return
        open_inlines = self._inlines[: self._opened]
        self._out.extend(f"</{name}>" for name, tag in reversed(open_inlines) if tag)
        self._out.append(self._end_tag)
        self._in_block, self._opened = False, 0

    def _end_container(self) -> None:
        self._end_block()
        container = self._containers.pop()
        if container.opened:
            self._out.append(f"</{container.tag}>")

    def _start_inline(self, name: str, href: str | None) -> None:
        hidden = any(name == outer for outer, _ in self._inlines) or (name == "a" and not href)
        shown = f'<a href="{escape(href or "")}">' if name == "a" else f"<{name}>"
        self._inlines.append((name, "" if hidden else shown))

    def _end_inline(self) -> None:
        name, tag = self._inlines.pop()
        if self._opened > len(self._inlines):
            self._out.append(f"</{name}>" if tag else "")
            self._opened -= 1

    def _inner(self) -> _Container | None:
        return next((container for container in reversed(self._containers) if container.tag), None)

    def _may_hold(self, tag: str) -> bool:
        """Items stand in lists, lists in items or on their own, quotes on their own."""
        inner = self._inner()
        if tag == "li":
            return inner is not None and inner.tag in _LISTS
        return inner is None or (tag in _LISTS and inner.tag not in _LISTS)
