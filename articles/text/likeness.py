"""How alike two names of people are: spelled otherwise, from another script, with initials, family name first. Pure;
whether two people are one is for an editor to say."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from articles.text.sortkeys import sort_key
from articles.vocabulary import Likeness

SAME, TURNED, SOUND, INITIALS, NEAR = 1.0, 0.95, 0.9, 0.7, 0.85
"""How much each kind of likeness counts for."""
_CLOSE = 0.88
"""From this share of common letters on, two spellings are near."""

_SOUNDS = (
    (re.compile("schtsch|shch|szcz"), "s"),
    (re.compile("tsch|tch|dsch|dzh|dj|tsh|ch|cz|sch|sh|zh|sz|rz|ts|tz|z|c(?=[eiy])"), "s"),
    (re.compile("ph|w|v|ff"), "f"),
    (re.compile("ck|kh|gh|q|c|x|g"), "k"),
    (re.compile("th|dt|d"), "t"),
    (re.compile("[jy]"), "i"),
    (re.compile("h"), ""),
    (re.compile("b"), "p"),
)
_VOWELS = re.compile("[aeiou]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=50_000)
def sound(name: str) -> str:
    """The consonants of its words, in the order of the alphabet: Lawrow, Sergej is Сергей Лавров is Sergey Lavrov."""
    return " ".join(sorted(filter(None, (_sound(word) for word in words_of_name(name)))))


@lru_cache(maxsize=50_000)
def words_of_name(name: str) -> tuple[str, ...]:
    return tuple(sort_key(name).split())


def likeness(one: str, other: str) -> tuple[float, Likeness] | None:
    """How much alike and why; None where the names say nothing."""
    first, second = words_of_name(one), words_of_name(other)
    if not first or not second:
        return None
    if first == second:
        return SAME, Likeness(Likeness.NAME)
    if sorted(first) == sorted(second):
        return TURNED, Likeness(Likeness.TURNED)
    if len(first) > 1 and sound(one) == sound(other):
        return SOUND, Likeness(Likeness.SOUND)
    if _initials(first, second) or _initials(second, first):
        return INITIALS, Likeness(Likeness.INITIALS)
    return None


def near(one: str, other: str) -> tuple[float, Likeness] | None:
    """Whether most letters are common; asked last, for it takes longest."""
    first, second = words_of_name(one), words_of_name(other)
    if len(first) < 2 or len(second) < 2:
        return None
    share = SequenceMatcher(None, " ".join(first), " ".join(second)).ratio()
    return (round(NEAR * share, 2), Likeness(Likeness.NEAR)) if share >= _CLOSE else None


def _sound(word: str) -> str:
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return _DOUBLE.sub(r"\1", ("a" if word[:1] in set("aeiou") else "") + _VOWELS.sub("", word))


def _initials(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """ "A. Merkel" and "Angela Dorothea Merkel": the same family name, and every given name begins alike."""
    given, names = short[:-1], full[:-1]
    if short[-1] != full[-1] or not given or len(given) > len(names) or not any(len(word) == 1 for word in given):
        return False
    return all(name.startswith(word) for word, name in zip(given, names, strict=False))
