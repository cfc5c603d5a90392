"""In which script a name is written."""

import unicodedata
from functools import lru_cache

from articles.vocabulary import Script

_BY_NAME = {
    "LATIN": Script.LATIN,
    "CYRILLIC": Script.CYRILLIC,
    "GREEK": Script.GREEK,
    "ARABIC": Script.ARABIC,
    "HEBREW": Script.HEBREW,
    "CJK": Script.CHINESE,
    "HIRAGANA": Script.JAPANESE,
    "KATAKANA": Script.JAPANESE,
    "HANGUL": Script.KOREAN,
    "ARMENIAN": Script.ARMENIAN,
    "GEORGIAN": Script.GEORGIAN,
    "DEVANAGARI": Script.DEVANAGARI,
}
_JAPANESE = str(Script.JAPANESE)


@lru_cache(maxsize=20_000)
def script_of(name: str) -> Script:
    """That of most of its letters; Japanese wherever there are kana."""
    letters = [_script(char) for char in name if char.isalpha()]
    if _JAPANESE in letters:
        return Script(_JAPANESE)
    return Script(max(set(letters), key=lambda one: (letters.count(one), one), default=str(Script.OTHER)))


def _script(char: str) -> str:
    return str(_BY_NAME.get(unicodedata.name(char, "").partition(" ")[0], Script.OTHER))
