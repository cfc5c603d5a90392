"""The picture that stands for an article where its address is shared: paper, kicker, headline and date, in the look
of the house. Pure: whose article it is, and whether anyone may see it, the caller knows."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

from articles.pictures.lettering import SCALE, Style, draw, set_in, spaced, width, writable

WIDTH, HEIGHT = 1200, 630
DESIGN = 1
"""To be raised with every change of the look: the pictures get new addresses."""

PAPER, INK, INK_2, HAIRLINE, ACCENT = "#fdfbf6", "#1b1916", "#4b463e", "#d9d2c4", "#8c1d18"
"""As in static/css/tokens.css."""
COLOURS = 32
"""Few inks and their edges: with a palette the file is less than half as large."""

MARGIN = 80
MASTHEAD, KICKER, FOOT = Style(38, 700), Style(26, 650), Style(28, 400)
HEADLINE_WEIGHT, HEADLINE_LEADING = 650, 1.12
HEADLINE_SIZES = (120, 108, 98, 90, 83, 76, 68, 62, 56, 50, 45, 40)
HEADLINE_BOX = (WIDTH - 2 * MARGIN, 330)


@dataclass(frozen=True, slots=True)
class ShareText:
    """What is written on the picture; `foot` is the date, and the desk where it is not the kicker."""

    paper: str
    kicker: str
    headline: str
    foot: str

    @property
    def key(self) -> str:
        """The same for the same picture, in any process."""
        told = json.dumps([DESIGN, asdict(self)], ensure_ascii=False, sort_keys=True)
        return sha256(told.encode("utf-8", "replace")).hexdigest()[:20]


def drawn(text: ShareText) -> bytes:
    """A PNG of 1200 × 630."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
    canvas = ImageDraw.Draw(image)
    _masthead(canvas, _shortened(writable(text.paper), MASTHEAD))
    top = 178
    if kicker := writable(text.kicker):
        spaced(canvas, (MARGIN, top), _shortened(kicker.upper(), KICKER, 0.84), KICKER, ACCENT)
    _headline(canvas, writable(text.headline), top + 22)
    _rule(canvas, 556, 2, HAIRLINE)
    draw(canvas, (MARGIN, 600), _shortened(writable(text.foot), FOOT), FOOT, INK_2)
    written = BytesIO()
    few = image.reduce(SCALE).quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _masthead(canvas: ImageDraw.ImageDraw, paper: str) -> None:
    draw(canvas, (MARGIN, 92), paper, MASTHEAD, INK)
    _rule(canvas, 116, 4, INK)


def _rule(canvas: ImageDraw.ImageDraw, top: int, thick: int, colour: str) -> None:
    right, bottom = (WIDTH - MARGIN) * SCALE - 1, (top + thick) * SCALE - 1
    canvas.rectangle((MARGIN * SCALE, top * SCALE, right, bottom), colour)


def _headline(canvas: ImageDraw.ImageDraw, headline: str, top: int) -> None:
    lines, size = set_in(headline, HEADLINE_BOX, HEADLINE_SIZES, HEADLINE_WEIGHT, HEADLINE_LEADING)
    baseline = top + size * 0.86
    for line in lines:
        draw(canvas, (MARGIN, baseline), line, Style(size, HEADLINE_WEIGHT), INK)
        baseline += size * HEADLINE_LEADING


def _shortened(line: str, style: Style, share: float = 1.0) -> str:
    """One line, cut where it would leave the picture; with `share` less of it is there."""
    room = (WIDTH - 2 * MARGIN) * share
    while line and width(line, style) > room:
        line = line[:-2].rstrip(" …") + "…" if len(line) > 2 else ""
    return line
