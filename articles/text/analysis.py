"""The one reading of words for searching: text → terms with their places, for the index, the question and the marks.
Pure. The engine gets finished terms and tokenizes nothing; names in a text are found elsewhere."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import simplemma
import Stemmer
from charsplit_fst import Splitter

from articles.text.stopwords import STOPWORDS

VERSION = 1
"""Raise it with every change of the terms: an index built by another version is of no use."""

STEMMED = {"de": "german", "en": "english"}
SURE_SPLIT = {True: 0.65, False: 0.85}  # of a word with a capital (Hochwasser), of one without (vielleicht)
SHORTEST_PART, SHORTEST_COMPOUND = 4, 8
LONGEST_TERM = 60
CACHED_FORMS = 200_000

_LETTER = r"[^\W_]"
_MARK = "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060]"
_WORD = re.compile(f"{_LETTER}(?:{_LETTER}|{_MARK}|['’](?={_LETTER}))*+")
_HYPHENATED = re.compile(f"(?<!{_LETTER}){_WORD.pattern}(?:[-\u2010\u2011]{_WORD.pattern})+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_POSSESSIVE = re.compile("['’]s?\\Z")
_ACCENTS = re.compile("(?<=[A-Za-z\u00c0-\u03ff])[\u0300-\u036f]+")
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class Term(NamedTuple):
    """A word at its place (`text[start:end]`): its stem, and what else it may be found by (lemma, compound parts,
    the hyphenated whole)."""

    start: int
    end: int
    stem: str
    others: tuple[str, ...] = ()


class Word(NamedTuple):
    """A word that is looked for. `stems` has one reading per way an article may have been read (its language is not
    known to the question), always in the same order; `lemmas` are weaker readings."""

    stems: tuple[str, ...]
    lemmas: frozenset[str] = frozenset()

    @property
    def terms(self) -> frozenset[str]:
        return frozenset(self.stems) | self.lemmas


def analyse(text: str, language: str) -> list[Term]:
    """The words of a text, in order; `language` is a code such as "de". A language without a stemmer is folded only."""
    found = [Term(*match.span(), *_reading(match.group(), language)) for match in _WORD.finditer(text)]
    for match in _HYPHENATED.finditer(text):
        joined = joined_terms(surfaces(match.group()), language)
        first = bisect_left(found, match.start(), key=_start)
        for place in range(first, bisect_left(found, match.end(), key=_start)):
            found[place] = found[place]._replace(others=(*found[place].others, *joined))
    return found


def occurs(text: str, language: str, wanted: frozenset[str]) -> bool:
    """Whether `analyse` would give any of these terms, quicker."""
    if any(map(_giving(language, wanted).__getitem__, _forms(text))):
        return True
    hyphenated = (joined_terms(surfaces(written.group()), language) for written in _hyphenated(text))
    return any(not wanted.isdisjoint(joined) for joined in hyphenated)


def places(text: str, language: str, wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Where `analyse` would give any of these terms, quicker."""
    gives = _giving(language, wanted)
    found = [match.span() for match in _WORD.finditer(text) if gives[match.group()]]
    for written in _hyphenated(text):
        if not wanted.isdisjoint(joined_terms(surfaces(written.group()), language)):
            found += [match.span() for match in _WORD.finditer(text, *written.span())]
    return sorted(set(found))


class _Giving(dict[str, bool]):
    """Whether a word, as it is written, gives any of the terms; found out once for each word."""

    def __init__(self, language: str, wanted: frozenset[str]):
        self._language, self._wanted = language, wanted

    def __missing__(self, surface: str) -> bool:
        if len(self) > CACHED_FORMS // 10:
            self.clear()
        stem, others = _reading(surface, self._language)
        self[surface] = found = stem in self._wanted or not self._wanted.isdisjoint(others)
        return found


@lru_cache(maxsize=16)
def _giving(language: str, wanted: frozenset[str]) -> _Giving:
    return _Giving(language, wanted)


@lru_cache(maxsize=16)
def _forms(text: str) -> frozenset[str]:
    """A text is asked for once in each language."""
    return frozenset(_WORD.findall(text))


def _hyphenated(text: str) -> Iterator[re.Match[str]]:
    """Most texts have none, and to look for it costs as much as to read the words."""
    return _HYPHENATED.finditer(text) if any(hyphen in text for hyphen in "-\u2010\u2011") else iter(())


def bare_terms(text: str, language: str) -> tuple[list[str], list[str]]:
    """The same without the places, and quicker: the stems in order, and all the rest."""
    readings = [_reading(word, language) for word in _WORD.findall(text)]
    others = [other for _stem, more in readings for other in more]
    for match in _HYPHENATED.finditer(text):
        others += joined_terms(surfaces(match.group()), language)
    return [stem for stem, _others in readings], others


def surfaces(text: str) -> list[str]:
    """The words as they are written."""
    return _WORD.findall(text)


def looked_for(surface: str) -> Word:
    """A word of a question, read in every way an article's word may have been read."""
    word = _plain(surface)
    spelled = word.translate(_SPELLED_OUT)
    stems = (_stem(word, "de"), _stem(word, "en"), _stem(spelled, "en"), _stem(word, ""))
    lemmas = {_stem(lemma, lang) for lang in STEMMED for lemma in _lemmas(surface, lang)}
    return Word(stems, frozenset(lemmas) - set(stems))


def joined_terms(parts: Sequence[str], language: str) -> tuple[str, ...]:
    """A hyphenated word as one, whole and by neighbours: E-Mail → email; Atom-U-Boot → atomuboot, atomu, uboot."""
    neighbours = ["".join(pair) for pair in pairwise(parts)]
    return _different(_stem(_plain(whole), language) for whole in ["".join(parts), *neighbours])


def is_stopword(surface: str) -> bool:
    return unicodedata.normalize("NFC", surface).lower() in STOPWORDS


def _start(term: Term) -> int:
    return term.start


@lru_cache(maxsize=CACHED_FORMS)
def _reading(surface: str, language: str) -> tuple[str, tuple[str, ...]]:
    word = _plain(surface)
    stem = _stem(word, language)
    if language not in STEMMED or not word.isalpha() or word in STOPWORDS:
        return stem, ()
    parts = _parts(word, SURE_SPLIT[surface[0].isupper()]) if language == "de" else ()
    others = _different(_stem(other.lower(), language) for other in (*_lemmas(surface, language)[:1], *parts))
    return stem, tuple(other for other in others if other != stem)


def _plain(surface: str) -> str:
    """Lower case, without possessive s, apostrophes and what cannot be seen; accents stay."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", surface))
    word = unicodedata.normalize("NFKC", _POSSESSIVE.sub("", visible).casefold())
    return word.replace("'", "").replace("’", "")


def _stem(word: str, language: str) -> str:
    """German is stemmed with its umlauts, which tell ae from ä; every stem ends without accents."""
    if language == "de":
        word = _folded(_stemmer("de").stemWord(word))
    elif language in STEMMED:
        word = _stemmer(language).stemWord(_folded(word))
    else:
        word = _folded(word)
    return word[:LONGEST_TERM]


def _folded(word: str) -> str:
    if word.isascii():
        return word
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", word))
    return "".join(unicodedata.normalize("NFC", bare).translate(_STROKES).split())


def _lemmas(surface: str, language: str) -> tuple[str, ...]:
    """As it is written, then as a noun: in a question, people write nouns small."""
    if not surface.isalpha():
        return ()
    return tuple(_plain(simplemma.lemmatize(form, language)) for form in (surface, surface.capitalize()))


def _parts(word: str, sure: float) -> list[str]:
    """The parts of a German compound, down to the smallest, where the splitter is sure enough."""
    if not SHORTEST_COMPOUND <= len(word) <= LONGEST_TERM:
        return []
    score, first, second = _splitter().split_compound(word)[0]
    if score < sure or min(len(first), len(second)) < SHORTEST_PART:
        return []
    return [part for half in (first.lower(), second.lower()) for part in (half, *_parts(half, sure))]


def _different(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for term in terms if term))


@cache
def _stemmer(language: str) -> Any:
    return Stemmer.Stemmer(STEMMED[language], 0)  # forms are cached above; without its own cache it is thread-safe


@cache
def _splitter() -> Splitter:
    return Splitter()
