"""Forms of a word that are compared instead of the word: sort keys, folded names, the initial of an A–Z list.
Not for addresses (slugs.py) and not for search (analysis.py)."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

MAX_LENGTH = 200

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ud800-\udfff]")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_NO_KEY = re.compile(r"[^a-z0-9]+")
_GAPS = re.compile(r"[\s_\-‐-―−]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


def sort_key(text: str) -> str:
    """`text` in `[a-z0-9 ]` with single blanks (ä→a, ß→ss), at most 200 characters: sorts alike on every database."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    ascii_text = _APOSTROPHES.sub("", anyascii(visible)).lower()
    return _NO_KEY.sub(" ", ascii_text).strip()[:MAX_LENGTH].rstrip()


def initial(key: str) -> str:
    """The letter of the A–Z list under which a sort key stands: "A" to "Z", or "#"."""
    return key[0].upper() if key[:1].isascii() and key[:1].isalpha() else "#"


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The form in which two spellings of a tag or a person's name are the same.

    Case, accents, hyphens, blanks and a leading `#` do not count. Umlauts become ae, oe, ue, so that Müller is
    Mueller while Bürger is not Burger. Other scripts are kept as they are.
    """
    plain = _casefolded(_casefolded(name).translate(_UMLAUTS)).translate(_STROKES)
    bare = _APOSTROPHES.sub("", _without_accents(plain))
    return _GAPS.sub(" ", bare).strip().lstrip("# ").strip()


def _casefolded(text: str) -> str:
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold())


def _without_accents(text: str) -> str:
    """Accents off Latin and Greek letters only: in other scripts such a mark makes another letter (и, й)."""
    kept: list[str] = []
    on_latin = False
    for char in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(char):
            on_latin = char < "\u0400"
        elif on_latin:
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))
