"""Lines of plain text, and what a single line looks like: blank, a title, a list item, `Datum: …`. Knows no context."""

import re
import unicodedata
from dataclasses import dataclass

HEADING_LENGTH = 80
_HEADING_WORDS = 12
_LABEL_VALUE_LENGTH = 300

_LINE_END = re.compile("\r\n|\r|\n")
_BREAKS_WITHIN = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
_RULE = re.compile(r"[-–—_*=~#•·.+\s]{3,}")
_BULLET = re.compile(r"[-*•·‣▪◦–—]\s+(?P<text>.+)")
_NUMBER = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<text>.+)")
_QUOTE = re.compile(r"(?:>\s?)+(?P<text>.*)")
_MARKED_HEADING = re.compile(r"(?P<mark>#{1,6}|={2,6})\s+(?P<text>.*?\w.*?)\s*[#=]*")
_LABEL = re.compile(r"[*_]{0,2}(?P<label>[^\W\d_][\w ./\-]{0,30}?)\s?[*_]{0,2}\s?:(?!//)\s*[*_]{0,2}\s*(?P<value>.*)")
_CLOSERS = "\"'“”‘’»«›‹)]*_ "
_OPENERS = "\"'„“‚»«›‹([*_¿¡"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its number there (from 1), its text without needless blanks, how far it was indented."""

    number: int
    text: str
    indent: int = 0


def lines_of(text: str) -> list[Line]:
    """The lines, composed (NFC), without soft hyphens and control characters; all kinds of blanks are one kind."""
    composed = unicodedata.normalize("NFC", text)
    return [
        _line(number, part)
        for number, whole in enumerate(_LINE_END.split(composed), start=1)
        for part in _BREAKS_WITHIN.split(whole)
    ]


def trimmed(lines: list[Line]) -> list[Line]:
    """Without blank lines at both ends."""
    filled = [position for position, line in enumerate(lines) if line.text]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def is_rule(text: str) -> bool:
    """A line drawn with dashes, stars or the like."""
    return bool(_RULE.fullmatch(text))


def bullet(text: str) -> str | None:
    """What follows the bullet of a list item."""
    match = _BULLET.fullmatch(text)
    return match["text"] if match else None


def numbered(text: str) -> tuple[int, str] | None:
    """The number and what follows it in an item of a numbered list."""
    match = _NUMBER.fullmatch(text)
    return (int(match["number"]), match["text"]) if match else None


def quoted(text: str) -> str | None:
    """What an e-mail quotes with `>`; "" for an empty quoted line."""
    match = _QUOTE.fullmatch(text)
    return match["text"] if match else None


def marked_heading(text: str) -> str | None:
    """The heading in `## Heading` or `== Heading ==`."""
    match = _MARKED_HEADING.fullmatch(text)
    return match["text"] if match else None


def labelled(text: str, *, length: int = _LABEL_VALUE_LENGTH) -> tuple[str, str] | None:
    """Label (lower case) and value of `Datum: 5. November 2024` or `**Datum:** …`."""
    match = _LABEL.fullmatch(text) if len(text) <= length else None
    return (" ".join(match["label"].lower().split()), match["value"].strip("*_ ")) if match else None


def is_title(text: str, *, length: int = 200) -> bool:
    """Short, begins large, does not end like a sentence or in its midst. A question may be one."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and len(text) <= length and _begins_large(text) and bare[-1] not in ".…:;,"


def is_heading(text: str) -> bool:
    """A short line without closing punctuation."""
    few_words = len(text.split()) <= _HEADING_WORDS
    bare = text.rstrip(_CLOSERS)
    return few_words and is_title(text, length=HEADING_LENGTH) and bare[-1] not in "!?" and "://" not in text


def begins_small(text: str) -> bool:
    """In the midst of a sentence, that is."""
    return text.lstrip(_OPENERS)[:1].islower()


def _begins_large(text: str) -> bool:
    first = text.lstrip(_OPENERS)[:1]
    return first.isalnum() and not first.islower()


def _line(number: int, raw: str) -> Line:
    visible = _INVISIBLE.sub("", raw)
    text = " ".join(visible.split())
    return Line(number, text, len(visible) - len(visible.lstrip()))
