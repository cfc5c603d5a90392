"""Words drawn in the paper's serif: which font has a letter, how wide words are, where a headline breaks into lines.

The fonts are those of the website, one file a script. A letter none of them has is written in Latin letters; what
stands for no letter (an emoji) is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from anyascii import anyascii
from django.conf import settings
from PIL import ImageDraw, ImageFont

SCRIPTS = ("latin", "latin-ext", "cyrillic", "greek", "vietnamese", "cyrillic-ext")
MEASURED_AT = 100
"""Pixels; other sizes follow in proportion."""
SCALE = 2
"""Drawn twice as large and halved: at the size itself the letters would be bent to whole pixels."""
HANGING = "„“”\"»«›‹‚‘’'"
DASHES = "–—-"
ELLIPSIS = "…"
_NOT_A_LETTER = "\U0010ffff"


class Style(NamedTuple):
    """Height in pixels, and weight from 200 to 900."""

    size: int
    weight: int


class Setting(NamedTuple):
    """A text broken into lines at a size."""

    lines: tuple[str, ...]
    size: int


@lru_cache(maxsize=64)
def _font(script: str, style: Style) -> ImageFont.FreeTypeFont:
    place = Path(settings.BASE_DIR, "static", "fonts", f"source-serif-4-{script}-wght-normal.woff2")
    font = ImageFont.truetype(place, style.size)
    font.set_variation_by_axes([style.weight])
    return font


@lru_cache(maxsize=5_000)
def _script_of(char: str) -> str | None:
    """The first font that has the character; None where all would draw the box for what is missing."""
    for script in SCRIPTS:
        font = _font(script, Style(24, 400))
        if char.isspace() or bytes(font.getmask(char)) != bytes(font.getmask(_NOT_A_LETTER)):
            return script
    return None


def writable(text: str) -> str:
    """`text` in letters the fonts have, with single blanks."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(_written(char) for char in composed).split())


def _written(char: str) -> str:
    category = unicodedata.category(char)
    if char.isspace():
        return " "
    if category in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return ""
    if _script_of(char):
        return char
    return "" if category.startswith("S") else anyascii(char)


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Stretches of one font each."""
    for script, chars in groupby(text, key=lambda char: _script_of(char) or SCRIPTS[0]):
        yield script, "".join(chars)


@lru_cache(maxsize=5_000)
def _measured(text: str, weight: int) -> float:
    return sum(_font(script, Style(MEASURED_AT, weight)).getlength(run) for script, run in _runs(text))


def width(text: str, style: Style) -> float:
    return _measured(text, style.weight) * style.size / MEASURED_AT


def draw(canvas: ImageDraw.ImageDraw, place: tuple[float, float], text: str, style: Style, colour: str) -> None:
    """On the baseline, on a canvas of SCALE times the size; an opening quotation mark hangs in the margin."""
    hung = width(text[:1], style) if text[:1] in HANGING else 0
    _draw(canvas, (place[0] - hung, place[1]), text, style, colour)


def spaced(canvas: ImageDraw.ImageDraw, place: tuple[float, float], text: str, style: Style, colour: str) -> None:
    """In capitals, set wide."""
    x, y = place
    for char in text.upper():
        x += _draw(canvas, (x, y), char, style, colour) + style.size * 0.08


def _draw(canvas: ImageDraw.ImageDraw, place: tuple[float, float], text: str, style: Style, colour: str) -> float:
    """Returns how wide it is."""
    x, y = place
    for script, run in _runs(text):
        font = _font(script, Style(style.size * SCALE, style.weight))
        canvas.text((x * SCALE, y * SCALE), run, fill=colour, font=font, anchor="ls")
        x += width(run, style)
    return x - place[0]


def set_in(text: str, box: tuple[int, int], sizes: Sequence[int], weight: int, leading: float) -> Setting:
    """The text at the largest size at which it fits the box, in lines of like length, no word divided. At the
    smallest size an endless word is divided, and what is too much is cut off."""
    across, down = box
    words = _words(text)
    for size in sizes:
        room = across * MEASURED_AT / size
        lines = _lines(words, weight, room)
        if len(lines) * size * leading <= down and all(_measured(line, weight) <= room for line in lines):
            return Setting(tuple(_balanced(words, weight, room, len(lines))), size)
    words = [piece for word in words for piece in _divided(word, weight, room)]
    lines = _lines(words, weight, room)
    most = int(down / (size * leading))
    return Setting(tuple(lines[:most] if len(lines) <= most else _cut(lines[:most])), size)


def _words(text: str) -> list[str]:
    """A dash stays with the word before it: no line begins with one."""
    words: list[str] = []
    for word in text.split():
        if words and word in DASHES:
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _lines(words: Sequence[str], weight: int, room: float) -> list[str]:
    """As many words in each line as it takes."""
    lines: list[str] = []
    used, blank = 0.0, _measured(" ", weight)
    for word in words:
        wide = _measured(word, weight)
        if lines and used + blank + wide <= room:
            lines[-1] += f" {word}"
            used += blank + wide
        else:
            lines.append(word)
            used = wide
    return lines


def _balanced(words: Sequence[str], weight: int, room: float, count: int) -> list[str]:
    """The narrowest measure that needs no more lines."""
    least, most = 0.0, room
    for _step in range(12):
        middle = (least + most) / 2
        lines = _lines(words, weight, middle)
        fits = len(lines) <= count and all(_measured(line, weight) <= middle for line in lines)
        least, most = (least, middle) if fits else (middle, most)
    return _lines(words, weight, most)


def _divided(word: str, weight: int, room: float) -> list[str]:
    """A word in pieces that fit a line each."""
    pieces = [""]
    for char in word:
        if pieces[-1] and _measured(pieces[-1], weight) + _measured(char, weight) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _cut(lines: list[str]) -> list[str]:
    return [*lines[:-1], lines[-1].rpartition(" ")[0] + ELLIPSIS if " " in lines[-1] else lines[-1][:-2] + ELLIPSIS]
