"""Family names that tell little alone: words, places, given names, and those that very many people bear."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from simplemma import lemmatize

from articles.people.offices import is_office, is_place_or_time, is_word
from articles.people.tokens import plain_form
from articles.text.names import given_names

_LIST_FILE = Path(__file__).with_name("family_names.txt")
_SHORT = 4
"""Letters below which a family name is too like any other word."""


_COMMON_WORDS = """
    Frieden Friede Sommer Winter Herbst Freitag Sonntag Samstag Montag Mai März Morgen Abend Mittag Glück Recht
    Ehre Liebe Lust Kraft Zeit Ruhe Freude Hoffnung Not Licht Feuer Wasser Regen Schnee Sturm Wind Frost Sonne
    Himmel Erde Welt Geld Gold Silber Eisen Stahl Holz Salz Wein Bier Brot Zucker Milch Fleisch Butter Post
    Musik Kunst Leben Tod Sieg Krieg Streit Druck Schuld Schutz Zoll
"""


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_COMMON_WORDS.split())


def is_common_word(family: str) -> bool:
    """Frieden, Sommer: said every day, and without an article."""
    return family in _common_words()


@cache
def common_families() -> frozenset[str]:
    """Family names that many people in public life share, in plain form."""
    lines = _LIST_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(plain_form(name) for line in lines if not line.startswith("#") for name in line.split())


@lru_cache(maxsize=100_000)
def is_also_a_word(family: str) -> bool:
    """Kohl, Koch, Vogel, Frieden, Villa. The dictionary has Merkel too, but knows no other form of it than a name's."""
    if not is_word(family):
        return False
    forms = (family + ending for ending in ("es", "e", "en", "er", "n"))
    if any(is_word(form) and not _is_given_too(form) for form in forms):
        return True
    if plain_form(lemmatize(family, lang="de")).lower() != plain_form(family).lower():
        return True
    other = _umlauted(family)
    if other and any(is_word(other + ending) for ending in ("", "e", "er", "en")):
        return True
    return family.endswith("en") or (family.endswith("a") and is_word(f"{family[:-1]}en"))


@lru_cache(maxsize=100_000)
def is_telling(family: str) -> bool:
    """Whether the family name alone, where one person of the archive bears it, is enough to know who is meant. Ask
    with its accents: Körner is a word, Korner none."""
    last = family.split()[-1]
    if len(last) < _SHORT or plain_form(last) in common_families() or is_office(last):
        return False
    return not (is_also_a_word(last) or is_place_or_time(last) or set(last.split("-")) & given_names())


def _is_given_too(form: str) -> bool:
    """Gabriele is no form of a word Gabriel, nor is Gabrieles."""
    return form in given_names() or form.removesuffix("s") in given_names()


def _umlauted(word: str) -> str:
    """Vögel for Vogel; "" where no vowel changes."""
    for vowel, other in zip("aou", "äöü", strict=True):
        before, found, after = word.rpartition(vowel)
        if found:
            return f"{before}{other}{after}"
    return ""
