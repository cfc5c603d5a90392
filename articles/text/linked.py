"""Links laid over places of clean HTML, counted in its plain text: never inside a link or a heading, never across
blocks. What is linked the caller says; the text itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from articles.text.markup import Piece, pieces

_NO_LINKS_IN = ("a", "h3")
_INLINE = ("strong", "em")


class Link(NamedTuple):
    start: int
    end: int
    url: str


def linked(clean_html: str, links: Iterable[Link]) -> str:
    """`links` in order; of those with one address the first that can be set is, so each address stands once.

    A link takes whole words (Putins), so that it cuts none that is marked.
    """
    parts, done = list(pieces(clean_html)), set[str]()
    text, free_from = "".join(part.text for part in parts), 0
    for link in (_whole_words(text, one) for one in links):
        if link.url in done or link.start < free_from:
            continue
        whole = _set(parts, link)
        if whole:
            parts, free_from = whole, link.end
            done.add(link.url)
    return "".join(part.html for part in parts)


def _whole_words(text: str, link: Link) -> Link:
    start, end = min(link.start, len(text)), min(link.end, len(text))
    while 0 < start < end and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return link._replace(start=start, end=end)


def _set(parts: Sequence[Piece], link: Link) -> list[Piece] | None:
    """The pieces with the link in them; None where it cannot stand."""
    cut = _cut(_cut(parts, link.start), link.end)
    inside = [place for place, (start, end) in enumerate(_places(cut)) if start >= link.start and end <= link.end]
    texts = [place for place in inside if cut[place].is_text]
    if not any(cut[place].text.strip() for place in texts):
        return None
    first, last = _balanced(cut, texts[0], texts[-1])
    stretch = cut[first : last + 1]
    is_whole = not any(_unmatched(stretch)) and all(part.is_text or _is_inline(part) for part in stretch)
    if not is_whole or _is_barred(cut[:first]):
        return None
    opening = Piece(f'<a class="person" href="{escape(link.url)}">', "", is_text=False)
    return [*cut[:first], opening, *stretch, Piece("</a>", "", is_text=False), *cut[last + 1 :]]


def _cut(parts: Sequence[Piece], place: int) -> list[Piece]:
    """With a border between two pieces at this place of the text."""
    found: list[Piece] = []
    for part, (start, end) in zip(parts, _places(parts), strict=True):
        if part.is_text and start < place < end:
            halves = part.text[: place - start], part.text[place - start :]
            found += [Piece(escape(half, quote=False), half, is_text=True) for half in halves]
        else:
            found.append(part)
    return found


def _places(parts: Iterable[Piece]) -> list[tuple[int, int]]:
    found, done = [], 0
    for part in parts:
        found.append((done, done + len(part.text)))
        done += len(part.text)
    return found


def _balanced(parts: Sequence[Piece], first: int, last: int) -> tuple[int, int]:
    """Widened by the emphasis around, so that `<strong>Anna</strong> Berg` is taken whole."""
    while _unmatched(parts[first : last + 1])[0] and first and _is_inline(parts[first - 1]):
        first -= 1
    while _unmatched(parts[first : last + 1])[1] and last + 1 < len(parts) and _is_inline(parts[last + 1]):
        last += 1
    return first, last


def _is_inline(part: Piece) -> bool:
    return not part.is_text and part.html.strip("</>") in _INLINE


def _unmatched(parts: Iterable[Piece]) -> tuple[int, int]:
    """Emphasis that is closed but was not opened here, and emphasis that is opened but not closed."""
    closed = opened = 0
    for part in filter(_is_inline, parts):
        if not part.html.startswith("</"):
            opened += 1
        elif opened:
            opened -= 1
        else:
            closed += 1
    return closed, opened


def _is_barred(before: Iterable[Piece]) -> bool:
    """Whether a link or a heading is open here."""
    tags = [part.html for part in before if not part.is_text]
    opened = sum(tag.startswith(tuple(f"<{name}{end}" for name in _NO_LINKS_IN for end in " >")) for tag in tags)
    return opened > sum(tag in {f"</{name}>" for name in _NO_LINKS_IN} for tag in tags)
