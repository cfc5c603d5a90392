"""Plain text as journalists send it, to an ArticleRecord. Pure; what it had to decide is said in the remarks.

Only reads: there is no plain text that could carry a whole article back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from itertools import dropwhile
from zoneinfo import ZoneInfo

from articles.errors import Unreadable
from articles.formats.base import ArticleRecord, Reading, Ref, SectionRecord
from articles.formats.plain_body import HEADING, PARAGRAPH, Block, blocks_of
from articles.formats.plain_head import Head, is_head_line
from articles.formats.plain_lines import Line, begins_small, is_heading, is_title, lines_of, marked_heading, trimmed
from articles.formats.plain_tags import distinct, split_foot
from articles.text.decoding import decode
from articles.text.language import guess_language
from articles.text.markup import clean, paragraphs
from articles.text.names import byline_in

BERLIN = ZoneInfo("Europe/Berlin")
"""Where an embargo without an offset is meant, unless the caller says otherwise."""

_HEADLINE_LENGTH = 200
_CUT_HEADLINE = 120
_KICKER_LENGTH, _KICKER_WORDS = 40, 5
_ENOUGH_WORDS = 50
"""So many words should be enough to know the language."""


def read(data: bytes, name: str = "", zone: tzinfo = BERLIN) -> Reading:
    """The article in `data`. Raises Unreadable with the line and the reason.

    `Reading.dated` is naive where the text names no offset: the caller places it. Anchors are left empty, and `name`
    does not matter here.
    """
    text, remarks = decode(data)
    head = Head(zone)
    head.remarks += remarks
    lines = head.take_from(trimmed(lines_of(text)), at_top=True)
    kicker, headline, after_title = _title(lines, head)
    after_head = head.take_from(after_title, at_top=False)
    glued = bool(after_head) and all(line.text for line in after_title[: len(after_title) - len(after_head)])
    above_foot, foot = split_foot(after_head)
    blocks = _body(above_foot, head, glued=glued)
    standfirst, blocks = _standfirst(blocks, head)
    sections = tuple(_sections(blocks, head.kept))
    record = ArticleRecord(
        headline=headline,
        standfirst=standfirst,
        kicker=kicker,
        language=head.values.get("language") or _guessed_language(text, head),
        dateline=head.values.get("dateline", ""),
        desk=Ref(head.values["desk"]) if "desk" in head.values else None,
        embargoed_until=head.embargoed_until,
        source=head.values.get("source", ""),
        source_url=head.values.get("source_url", ""),
        rights=head.values.get("rights", ""),
        sections=sections,
        bylines=tuple(Ref(author) for author in dict.fromkeys(head.authors + foot.authors)),
        tags=tuple(Ref(tag) for tag in distinct(head.tags + foot.tags)),
    )
    return Reading(record, head.dated, tuple(sorted(head.remarks)))


def _title(lines: list[Line], head: Head) -> tuple[str, str, list[Line]]:
    """Kicker, headline, and the lines below."""
    kicker = head.values.get("kicker", "")
    lines = list(dropwhile(lambda line: not _has_letters(line.text), lines))
    if "headline" in head.values:
        return kicker, head.values["headline"], lines
    if not lines:
        raise Unreadable("Die Datei hat keine Überschrift, nur Kopfzeilen oder Zeichen ohne Text.", 1)
    if not kicker and _is_kicker(lines):
        kicker = lines[0].text.rstrip(": ")
        head.remarks.append((lines[0].number, f"„{kicker}“ als Dachzeile gelesen."))
        lines = _from_next_filled(lines)
    return kicker, *_headline(lines, head)


def _headline(lines: list[Line], head: Head) -> tuple[str, list[Line]]:
    first = lines[0]
    text = marked_heading(first.text) or first.text
    if len(text) > _HEADLINE_LENGTH:
        head.remarks.append((first.number, "Keine Überschrift: aus dem Anfang des ersten Absatzes gebildet."))
        return _beginning(text), lines
    if len(lines) > 2 and _goes_on(lines[1].text) and any(line.text for line in lines[2:]):
        head.remarks.append((first.number, "Überschrift aus zwei Zeilen verbunden."))
        return f"{text} {lines[1].text}", lines[2:]
    return text, lines[1:]


def _goes_on(text: str) -> bool:
    """Whether a headline was broken before this line."""
    return begins_small(text) and is_heading(text[:1].upper() + text[1:]) and not byline_in(text)


def _beginning(paragraph: str) -> str:
    words = paragraph[:_CUT_HEADLINE].rpartition(" ")[0] or paragraph[:_CUT_HEADLINE]
    return f"{words.rstrip(' ,;:.')} …"


def _is_kicker(lines: list[Line]) -> bool:
    """A short line over a longer title, below which a paragraph or the byline stands."""
    filled = [line.text for line in lines[:20] if line.text]
    if len(filled) < 3 or len(filled[0]) > _KICKER_LENGTH or len(filled[0].split()) > _KICKER_WORDS:
        return False
    first, second, third = filled[:3]
    is_longer = len(second.split()) > len(first.split()) and len(second) > 1.5 * len(first)
    is_over = first.endswith(":") or first.isupper() or is_longer
    looks = is_heading(first.rstrip(":")) and is_title(second) and not is_head_line(second) and not byline_in(second)
    below = is_head_line(third) or byline_in(third) is not None or not is_heading(third)
    return is_over and looks and below


def _from_next_filled(lines: list[Line]) -> list[Line]:
    return next(lines[position:] for position in range(1, len(lines)) if lines[position].text)


def _has_letters(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _body(lines: list[Line], head: Head, *, glued: bool) -> list[Block]:
    """The blocks below the title. A lone line glued to the headline is a standfirst, however short."""
    blocks, width = blocks_of(lines)
    if width:
        head.remarks.append((0, f"Feste Zeilenlänge von {width} Zeichen: Zeilen zu Absätzen verbunden."))
    if glued and len(lines) > 1 and not lines[1].text and blocks and blocks[0].kind == HEADING:
        blocks[0] = Block(PARAGRAPH, blocks[0].lines, blocks[0].number)
    return blocks


def _standfirst(blocks: list[Block], head: Head) -> tuple[str, list[Block]]:
    """The first paragraph, unless a head line gave it; a byline below it is taken too."""
    if "standfirst" in head.values:
        return head.values["standfirst"], blocks
    if not blocks or blocks[0].kind != PARAGRAPH:
        return "", blocks
    rest = blocks[1:]
    if rest and len(rest[0].lines) == 1 and head.takes_byline(Line(rest[0].number, rest[0].lines[0])):
        rest = rest[1:]
    return " ".join(blocks[0].lines), rest


def _sections(blocks: list[Block], kept: list[str]) -> Iterator[SectionRecord]:
    """One section up to the first heading, one for each heading; head lines without a place come last."""
    heading, body = "", ""
    for block in blocks:
        if block.kind == HEADING:
            if heading or body:
                yield SectionRecord(clean(body), heading)
            heading, body = block.lines[0], ""
        else:
            body += block.html()
    body += paragraphs(kept)
    if heading or body:
        yield SectionRecord(clean(body), heading)


def _guessed_language(text: str, head: Head) -> str:
    guess = guess_language(text)
    if guess == "en":
        head.remarks.append((0, "Sprache erraten: Englisch."))
    elif not guess and len(text.split()) >= _ENOUGH_WORDS:
        head.remarks.append((0, "Sprache nicht erkannt: als Deutsch übernommen."))
    return guess or "de"
