"""The one reading of words for searching: text → terms with their places, for the index, the question and the marks.
Pure. The engine gets finished terms and tokenizes nothing; names in a text are found elsewhere."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Any, NamedTuple

import simplemma
import Stemmer

from articles.text.compounds import SPLITTING, Splitting, compound_parts
from articles.text.stopwords import INTERROGATIVES, QUESTION_VERBS, STOPWORDS
from articles.vocabulary import LANGUAGES

VERSION = 2
"""Raise it with every change of the terms: an index built by another version is of no use."""

STEMMERS = {
    "ar": "arabic",
    "hy": "armenian",
    "eu": "basque",
    "ca": "catalan",
    "da": "danish",
    "nl": "dutch",
    "en": "english",
    "eo": "esperanto",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "de": "german",
    "el": "greek",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "ga": "irish",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "es": "spanish",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""All that Snowball knows, by code."""
STEMMED = ("de", "en")
"""The archive's own languages: their stems stand as they are, and lemmas are known. Every other stem has its language
before it ("fr:pont"), so that the French stem of a German word finds nothing by chance."""
OTHERS = tuple(code for code, _name in LANGUAGES if code in STEMMERS and code not in STEMMED)
READ = (*STEMMED, "", *OTHERS)
"""The ways an article of the archive may have been read; "" for a language that is only folded."""

LONGEST_TERM = 60
ROUGH = 5
CACHED_FORMS = 200_000

_LETTER = r"[^\W_]"
_MARK = "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060]"
_WORD = re.compile(f"{_LETTER}++(?:(?:{_MARK}|['’](?={_LETTER})){_LETTER}*+)*+")
_HYPHENATED = re.compile(f"(?<!{_LETTER}){_WORD.pattern}(?:[-\u2010\u2011]{_WORD.pattern})+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_POSSESSIVE = re.compile("['’]s?\\Z")
_ACCENTS = re.compile("(?<=[A-Za-z\u00c0-\u03ff])[\u0300-\u036f]+")
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_DIGRAPH = re.compile("(?<![aeiqyäöü])[aou]e")  # may be ä, ö, ü; not in neue, Bauer, Quelle
_UMLAUTS = {"ae": "ä", "oe": "ö", "ue": "ü"}


Reading = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Of one word: its stem, other terms, rough terms."""


class Term(NamedTuple):
    """A word at its place (`text[start:end]`): its stem, and what else it may be found by (lemma, compound parts,
    the hyphenated whole)."""

    start: int
    end: int
    stem: str
    others: tuple[str, ...] = ()


class Word(NamedTuple):
    """A word that is looked for. `stems` has one reading per way an article may have been read (its language is not
    known to the question), always in the same order; those that are only spelled otherwise (ae for ä) are `spellings`
    too, and count for less, as do `lemmas`. `parts` of a compound and `rough` terms find nothing; they help to rank."""

    stems: tuple[str, ...]
    lemmas: frozenset[str] = frozenset()
    spellings: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    rough: tuple[str, ...] = ()

    @property
    def terms(self) -> frozenset[str]:
        return frozenset(self.stems) | self.lemmas


class Terms(NamedTuple):
    """What a text is found by, without the places: the stems in order, all the rest, and the rough terms of both."""

    stems: list[str]
    others: list[str]
    rough: list[str]


def analyse(text: str, language: str) -> list[Term]:
    """The words of a text, in order; `language` is a code such as "de". A language without a stemmer is folded only."""
    read = _reader(language, SPLITTING)
    found = [Term(*match.span(), *read(match.group())[:2]) for match in _WORD.finditer(text)]
    for match in _hyphenated(text):
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
        stem, others, _rough = _reader(self._language, SPLITTING)(surface)
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


def bare_terms(text: str, language: str, splitting: Splitting = SPLITTING) -> Terms:
    """The same as `analyse` without the places, and quicker."""
    read = _reader(language, splitting)
    readings = [read(word) for word in _WORD.findall(text)]
    others = [other for _stem, more, _rough in readings for other in more]
    for match in _hyphenated(text):
        others += joined_terms(surfaces(match.group()), language)
    return Terms([reading[0] for reading in readings], others, [term for _, _, rough in readings for term in rough])


def joined(text: str, language: str, splitting: Splitting = SPLITTING) -> tuple[str, str, str]:
    """What `bare_terms` gives, each kind joined by blanks, quickest: here a rebuild spends most of its time."""
    words = _WORD.findall(text)
    if not words:
        return "", "", ""
    stems, others, rough = zip(*map(_joined_readings(language, splitting).__getitem__, words), strict=True)
    whole = [term for match in _hyphenated(text) for term in joined_terms(surfaces(match.group()), language)]
    return " ".join(stems), " ".join(filter(None, (*others, *whole))), " ".join(filter(None, rough))


class _Joined(dict[str, tuple[str, str, str]]):
    """The reading of each word as it is written, its terms joined by blanks."""

    def __init__(self, language: str, splitting: Splitting):
        self._read = partial(_reading, language, splitting)

    def __missing__(self, surface: str) -> tuple[str, str, str]:
        if len(self) >= CACHED_FORMS:
            self.clear()
        stem, others, rough = self._read(surface)
        self[surface] = found = stem, " ".join(others), " ".join(rough)
        return found


@cache
def _joined_readings(language: str, splitting: Splitting) -> _Joined:
    return _Joined(language, splitting)


def bare_stem(surface: str, language: str) -> str:
    """The stem of one word and nothing else; it is the one that `analyse` gives."""
    return _stem(_plain(surface), language)


def surfaces(text: str) -> list[str]:
    """The words as they are written."""
    return _WORD.findall(text)


@lru_cache(maxsize=CACHED_FORMS // 20)
def looked_for(surface: str) -> Word:
    """A word of a question, read in every way an article's word may have been read."""
    word = _plain(surface)
    stems = tuple(_stem(word, language) for language in READ)
    written = (word.translate(_SPELLED_OUT), _DIGRAPH.sub(lambda match: _UMLAUTS[match.group()], word))
    spellings = tuple(_stem(other, language) for other in written for language in STEMMED)
    lemmas = {_stem(lemma, language) for language in STEMMED for lemma in _lemmas(surface, language)}
    parts = _different(_stem(part, "de") for part in compound_parts(surface))
    rough = _rough((stems[0], *spellings, *sorted(lemmas), *parts)) if word.isalpha() and word not in STOPWORDS else ()
    return Word(
        (*stems, *spellings),
        frozenset(lemmas) - {*stems, *spellings, ""},
        frozenset(spellings) - {*stems},
        tuple(part for part in parts if part not in stems),
        rough,
    )


def joined_terms(parts: Sequence[str], language: str) -> tuple[str, ...]:
    """A hyphenated word as one, whole and by neighbours: E-Mail → email; Atom-U-Boot → atomuboot, atomu, uboot."""
    neighbours = ["".join(pair) for pair in pairwise(parts)]
    return _different(_stem(_plain(whole), language) for whole in ["".join(parts), *neighbours])


def is_stopword(surface: str) -> bool:
    return _lower(surface) in STOPWORDS


def is_interrogative(surface: str) -> bool:
    """A word like "welche", by which a reader asks in a sentence."""
    return _lower(surface) in INTERROGATIVES


def is_question_verb(surface: str) -> bool:
    """A word like "bedeutet", which only carries a question."""
    return _lower(surface) in QUESTION_VERBS


def _lower(surface: str) -> str:
    return unicodedata.normalize("NFC", surface).casefold()


def _start(term: Term) -> int:
    return term.start


@cache
def _reader(language: str, splitting: Splitting) -> Callable[[str], Reading]:
    """A cache of its own for each language: with one argument it answers quickest."""
    return lru_cache(maxsize=CACHED_FORMS)(partial(_reading, language, splitting))


def _reading(language: str, splitting: Splitting, surface: str) -> Reading:
    word = _plain(surface)
    stem = _stem(word, language)
    if not word.isalpha() or word in STOPWORDS:
        return stem, (), ()
    others = tuple(other for other in _others(surface, word, language, splitting) if other != stem)
    return stem, others, _rough((stem, *others))


def _others(surface: str, word: str, language: str, splitting: Splitting) -> tuple[str, ...]:
    if language not in STEMMED:
        return (_folded(word)[:LONGEST_TERM],)
    written = unicodedata.normalize("NFC", _INVISIBLE.sub("", surface))
    parts = compound_parts(written, splitting) if language == "de" else []
    return _different(_stem(other, language) for other in (*_lemmas(surface, language)[:1], *parts))


def _rough(terms: Iterable[str]) -> tuple[str, ...]:
    """The beginnings: they bring words together that no stemmer does (Verschuldung, verschuldet)."""
    return _different(term[:ROUGH] for term in terms if len(term) >= ROUGH - 1 and ":" not in term)


def _plain(surface: str) -> str:
    """Lower case, without possessive s, apostrophes and what cannot be seen; accents stay."""
    if surface.isascii() and surface.isalnum():
        return surface.lower()  # most words are so
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", surface))
    word = unicodedata.normalize("NFKC", _POSSESSIVE.sub("", visible).casefold())
    return word.replace("'", "").replace("’", "")


def _stem(word: str, language: str) -> str:
    """Stemmed with the accents, which tell German ae from ä and French é from e; every stem ends without them."""
    if language == "de":
        term = _german(word)
    elif language == "en":
        term = _stemmer(language).stemWord(_folded(word))
    elif language in STEMMERS:
        term = f"{language}:{_folded(_stemmer(language).stemWord(word))}"
    else:
        term = _folded(word)
    return term[:LONGEST_TERM]


def _german(word: str) -> str:
    """Snowball takes every ae for ä. Here Mueller stays apart from Müller, so that the question can weigh them."""
    if not _DIGRAPH.search(word):
        return _folded(_stemmer("de").stemWord(word))
    stem = _stemmer("de").stemWord(_DIGRAPH.sub(lambda match: match.group()[0] + "i", word))
    return _folded(word[: len(stem)])


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


def _different(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for term in terms if term))


@cache
def _stemmer(language: str) -> Any:
    return Stemmer.Stemmer(STEMMERS[language], 0)  # forms are cached above; without its own cache it is thread-safe
