"""Puts known HTML into the house's shape: a row of blocks, no stray text, nothing empty, one tag for one meaning.
Not a sanitiser: markup.py lets only known tags in and checks what comes out."""

import re
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
_BLANKS = re.compile(r"([ \t\n\r]+)")


class Blocks(HTMLParser):
    """Feed it, close it, ask for html(). Tags are opened only when a text needs them, so none is ever empty."""

    def __init__(self, unwanted: re.Pattern[str]):
        super().__init__(convert_charrefs=True)
        self._unwanted = unwanted
        self._out: list[str] = []
        self._containers: list[list[str | bool]] = []  # [ul, ol, li or blockquote, opened yet?]
        self._inlines: list[tuple[str, str]] = []  # (name, tag); tag "" where it is inside its like
        self._opened = 0  # how many of the inlines are open in the output
        self._block = ""  # the p, h3 or li that text now goes into
        self._wanted = "p"
        self._gap = ""  # blanks and breaks that count only if text follows

    def html(self) -> str:
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._gap = self._gap.strip(" ") + "<br>"
        elif tag in INLINE_TAGS:
            self._start_inline(_SAME.get(tag, tag), dict(attrs).get("href"))
        elif tag in _LISTS or tag in {"li", "blockquote"}:
            self._start_container(tag)
        else:
            self._end_block()
            self._wanted = "h3" if tag in _HEADINGS and not self._containers else "p"

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            return
        if tag in INLINE_TAGS:
            self._end_inline()
        elif tag in _LISTS or tag in {"li", "blockquote"}:
            self._end_container()
        else:
            self._end_block()
            self._wanted = "p"

    def handle_data(self, data: str) -> None:
        for part in _BLANKS.split(self._unwanted.sub("", data)):
            if _BLANKS.fullmatch(part):
                self._gap = self._gap or " "
            elif part:
                self._write(part)

    def close(self) -> None:
        super().close()
        self._end_block()
        while self._containers:
            self._end_container()

    def _write(self, text: str) -> None:
        if not self._block:
            self._start_block()
        self._out.extend(tag for _, tag in self._inlines[self._opened :])
        self._opened = len(self._inlines)
        self._out.append(self._gap + escape(text, quote=False))
        self._gap = ""
