"""Cuts the serif of the pages from Source Serif 4: the weights the styles use, old-style figures and, upright, small
capitals for kickers; of the wider Latin, the letters of European languages in a file of their own. The font's licence
reserves its name, so what is changed has another. The files in static/fonts are as Google Fonts has them, without such
figures and capitals: the Latin ones are cut from Adobe's own. Not part of the archive's programs; to run it again:

    npm pack source-serif@4.5.1 && tar xf source-serif-4.5.1.tgz
    python -m venv /tmp/fonts
    /tmp/fonts/bin/pip install fonttools==4.60.1 brotli==1.1.0
    /tmp/fonts/bin/python docs/make-fonts.py package/VAR
"""

import sys
from pathlib import Path
from string import ascii_lowercase

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "static" / "fonts"
ADOBE = {"normal": "SourceSerif4Variable-Roman.ttf", "italic": "SourceSerif4Variable-Italic.ttf"}
WEIGHTS = (400, 800)
OPTICAL_SIZE = 14
"""For which the letters are drawn: as Google Fonts has it, so both sources give the same letters."""
EUROPEAN = [*range(0x100, 0x180), *range(0x218, 0x21C), 0x1E9E, 0x2020]  # as in static/css/fonts.css
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "onum", "pnum", "tnum"]
SMALL = "smcp"
SMALL_LETTERS = ascii_lowercase + "äöüßàáâåæçèéêëíîïñóôøùúû"
"""Those that have a small capital: each weighs, and kickers are German."""
LICENCE = {0, 13, 14}
"""Names of a font that stay: whose it is, and on what terms."""


def latin(folder: Path, style: str) -> None:
    """With the letters that the file had before: those its `unicode-range` names."""
    target = FONTS / f"newsroom-serif-latin-{style}.woff2"
    letters = list(TTFont(target).getBestCmap())
    font = TTFont(folder / ADOBE[style], recalcTimestamp=False)
    if style == "normal":
        _make_small_only(font, SMALL_LETTERS)
    _keep(font, letters, [*FEATURES, *([SMALL] if style == "normal" else [])])
    _save(instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": WEIGHTS}), target, style)


def european(style: str) -> None:
    font = TTFont(FONTS / f"source-serif-4-latin-ext-wght-{style}.woff2", recalcTimestamp=False)
    _keep(font, EUROPEAN, ["*"])
    _save(instantiateVariableFont(font, {"wght": WEIGHTS}), FONTS / f"newsroom-serif-european-{style}.woff2", style)


def _make_small_only(font: TTFont, letters: str) -> None:
    """All other letters lose their small capital."""
    names, table = font.getBestCmap(), font["GSUB"].table
    kept = {names[ord(letter)] for letter in letters}
    features = [record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == SMALL]
    for lookup in {place for feature in features for place in feature.LookupListIndex}:
        for part in table.LookupList.Lookup[lookup].SubTable:
            part = getattr(part, "ExtSubTable", part)
            part.mapping = {letter: small for letter, small in part.mapping.items() if letter in kept}


def _keep(font: TTFont, letters: list[int], features: list[str]) -> None:
    options = Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)


def _save(font: TTFont, target: Path, style: str) -> None:
    names, drawn = font["name"], "Italic" if style == "italic" else "Regular"
    own = {1: "Newsroom Serif", 2: drawn, 4: f"Newsroom Serif {drawn}", 6: f"NewsroomSerif-{drawn}"}
    own |= {3: f"Newsroom Serif {drawn}, cut from Source Serif 4.005"}
    names.names = [name for name in names.names if name.nameID in LICENCE or name.nameID > 255]
    for number, text in own.items():
        names.setName(text, number, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(target)


for slope in ADOBE:
    latin(Path(sys.argv[1]), slope)
    european(slope)
