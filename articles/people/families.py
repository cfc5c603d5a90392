"""Family names that tell little alone: words, places, given names, and those that very many people bear."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from articles.people.offices import is_place_or_time, is_word
from articles.people.tokens import plain_form
from articles.text.names import given_names

_LIST_FILE = Path(__file__).with_name("family_names.txt")
_SHORT = 4
"""Letters below which a family name is too like any other word."""


@cache
def common_families() -> frozenset[str]:
    """Family names that many people in public life share, in plain form."""
    lines = _LIST_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(plain_form(name) for line in lines if not line.startswith("#") for name in line.split())


@lru_cache(maxsize=100_000)
def is_also_a_word(family: str) -> bool:
    """Kohl, Koch, Vogel, Blinken. The dictionary has Merkel too, but as a name: it knows no other form of it."""
    if not is_word(family):
        return False
    if any(is_word(family + ending) for ending in ("es", "e", "en", "er", "n")):
        return True
    return is_word(_umlauted(family)) or (family.endswith("en") and is_word(f"{family[:-2].lower()}t"))


@lru_cache(maxsize=100_000)
def is_telling(family: str) -> bool:
    """Whether the family name alone, where one person of the archive bears it, is enough to know who is meant."""
    last = family.split()[-1]
    if len(last) < _SHORT or last in common_families():
        return False
    return not (is_also_a_word(last) or is_place_or_time(last) or last in given_names())


def _umlauted(word: str) -> str:
    """Vögel for Vogel; "" where no vowel changes."""
    for vowel, other in zip("aou", "äöü", strict=True):
        before, found, after = word.rpartition(vowel)
        if found:
            return f"{before}{other}{after}"
    return "-"
