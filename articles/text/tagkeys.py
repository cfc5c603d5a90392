"""Forms of a tag's name in which near duplicates meet: other case, plural, umlaut, hyphen (`form`), and besides that
German and English (`twin`). Pure; that two tags are one is for an editor to say."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import simplemma

from articles.text.sortkeys import fold

LONGEST = 200
_GAPS = re.compile(r"[\s_\-‐-―−/.,:;&+]+")
_SPELLED = re.compile(r"([aou])e")
_ENDING = re.compile(r"(?<=\w{3})(?:en|e|n)?s?$")
_LEAST = 4
"""Words that are shorter are names of things and have no plural."""
_COGNATE = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("c(?=[eiy])", "z"),
        ("c|q", "k"),
        ("x", "ks"),
        ("y", "i"),
        ("^okon", "ekon"),
        ("zi$", "ti"),
        ("itat$", "iti"),
        ("ismu$", "ism"),
        ("tr$", "ter"),
        (r"(.)\1+", r"\1"),
    )
)
_SEPARATED = re.compile(r"\s*(?:/|;|\||\s&\s|\s\+\s|,\s|\s(?:und|and)\s)\s*")
_SURE = re.compile(r"[/;|]|\s&\s|\s\+\s|,\s")


@lru_cache(maxsize=20_000)
def form(name: str) -> str:
    """Corona-Virus, Coronaviren and corona virus are one; so are Wald, Wälder and Waelder."""
    *before, last = _words(name) or [""]
    return "".join([*map(_plain, before), _single(last)])[:LONGEST]


@lru_cache(maxsize=20_000)
def twin(name: str) -> str:
    """Energiekrise and energy crisis are one; so are Demokratie and democracy."""
    *before, last = _words(name) or [""]
    joined = "".join([*(_in_german(word)[1] for word in before), _single(_in_german(last)[0])])
    for pattern, put in _COGNATE:
        joined = pattern.sub(put, joined)
    return joined[:LONGEST]


def parts(name: str) -> list[str]:
    """What a name is made of that means several things: "Energie / Öl" → Energie, Öl; [] where it means one."""
    found = [part.strip(" #") for part in _SEPARATED.split(name)]
    return found if len(found) > 1 and all(fold(part) for part in found) else []


def is_surely_several(name: str) -> bool:
    """A stroke, a comma or an ampersand parts; "und" may belong to one name (Recht und Gesetz)."""
    return bool(_SURE.search(name))


def _words(name: str) -> list[str]:
    return [word for word in _GAPS.split(name.lstrip("# ")) if fold(word)]


@lru_cache(maxsize=50_000)
def _single(word: str) -> str:
    """A word as a dictionary has it, without its ending."""
    if len(word) < _LEAST or not word.isalpha():
        return _plain(word)
    umlauts = re.sub("[AOUaou]e", lambda at: {"a": "ä", "o": "ö", "u": "ü"}[at[0][0].lower()], word)
    lemma = next((found for found in map(_lemma, (word, umlauts)) if found), word)
    return re.sub("y$", "i", _ENDING.sub("", _ENDING.sub("", _plain(lemma))))


def _lemma(word: str) -> str:
    known = word.capitalize() if not word.isupper() else word
    return simplemma.lemmatize(known, "de") if simplemma.is_known(known, "de") else ""


def _plain(word: str) -> str:
    return _SPELLED.sub(r"\1", fold(word)).replace(" ", "")


def _in_german(word: str) -> tuple[str, str]:
    """The word by itself, and as it stands before another."""
    if found := _twins().get(_single(word)):
        return found
    return word, _plain(word)


@cache
def _twins() -> dict[str, tuple[str, str]]:
    """English word, German word, the German one as the first part of a compound where that differs."""
    lines = (files("articles.text") / "twins.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {_single(english): (german, _plain((*rest, german)[0])) for english, german, *rest in rows}
