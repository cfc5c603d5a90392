"""Cuts the serif of the pages from the Source Serif 4 that lies in static/fonts: the weights the styles use and, of the
wider Latin, the letters of European languages in a file of their own. The font's licence reserves its name, so what is
changed has another. It is not part of the archive's programs; to run it again:

    python -m venv /tmp/fonts
    /tmp/fonts/bin/pip install fonttools==4.60.1 brotli==1.1.0
    /tmp/fonts/bin/python docs/make-fonts.py
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "static" / "fonts"
WEIGHTS = (400, 800)
EUROPEAN = [*range(0x100, 0x180), *range(0x218, 0x21C), 0x1E9E, 0x2020]  # as in static/css/fonts.css
LICENCE = {0, 13, 14}
"""Names of a font that stay: whose it is, and on what terms."""


def cut(source: str, target: str, letters: list[int] | None) -> None:
    font = TTFont(FONTS / source, recalcTimestamp=False)
    _keep(font, letters or list(font.getBestCmap()))
    font = instantiateVariableFont(font, {"wght": WEIGHTS})
    _rename(font, "Italic" if "italic" in target else "Regular")
    font.flavor = "woff2"
    font.save(FONTS / target)


def _keep(font: TTFont, letters: list[int]) -> None:
    options = Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)


def _rename(font: TTFont, style: str) -> None:
    names = font["name"]
    own = {1: "Newsroom Serif", 2: style, 4: f"Newsroom Serif {style}", 6: f"NewsroomSerif-{style}"}
    own |= {3: f"Newsroom Serif {style}, cut from Source Serif 4.004"}
    names.names = [name for name in names.names if name.nameID in LICENCE or name.nameID > 255]
    for number, text in own.items():
        names.setName(text, number, 3, 1, 0x409)


for style in ("normal", "italic"):
    cut(f"source-serif-4-latin-wght-{style}.woff2", f"newsroom-serif-latin-{style}.woff2", None)
    cut(f"source-serif-4-latin-ext-wght-{style}.woff2", f"newsroom-serif-european-{style}.woff2", EUROPEAN)
