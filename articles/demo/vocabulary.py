"""A German vocabulary of tens of thousands of word forms with the frequencies of real text: few words make up most of
it, and most words are rare. Pure; the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from random import Random

from articles.demo import wordlist

SIZE = 50_000
COMMON_WORD = "Gewitter"
"""Stands in 25 of 100 generated articles, for measuring a query with very many hits; in no other word."""
RARE_WORD = "Komet"
"""Stands in 1 of 100 generated articles."""

SHAPE, OFFSET = 1.07, 2.7  # Zipf and Mandelbrot: the share of the word of rank r goes with 1 / (r + OFFSET) ** SHAPE


def frequencies(count: int, shape: float = SHAPE, offset: float = OFFSET) -> list[float]:
    """The summed shares of ranks 1 to count, rising to 1: what `random.choices` takes as cum_weights."""
    summed = list(accumulate(1 / (rank + offset) ** shape for rank in range(1, count + 1)))
    return [value / summed[-1] for value in summed]


@dataclass(frozen=True)
class Vocabulary:
    """Word forms by falling frequency; `nouns` are those of them that can head a headline or be a tag."""

    words: tuple[str, ...]
    nouns: tuple[str, ...]

    @cached_property
    def cumulated(self) -> list[float]:
        return frequencies(len(self.words))

    @cached_property
    def cumulated_nouns(self) -> list[float]:
        return frequencies(len(self.nouns))

    def draw(self, random: Random, count: int) -> list[str]:
        return random.choices(self.words, cum_weights=self.cumulated, k=count)

    def draw_nouns(self, random: Random, count: int) -> list[str]:
        return random.choices(self.nouns, cum_weights=self.cumulated_nouns, k=count)


@lru_cache(maxsize=1)
def german() -> Vocabulary:
    random = Random("newsroom")
    plain = list(dict.fromkeys(form for noun in wordlist.NOUNS for form in noun.split("/")[:2]))
    base = [*plain, *_verb_forms([""]), *_adjective_forms(wordlist.ADJECTIVES)]
    rest = [*_verb_forms(wordlist.VERB_PREFIXES), *_adjective_forms(_long_adjectives())]
    compounds = _compounds(random)
    random.shuffle(base)
    rest += compounds[: SIZE - len(base) - len(rest)]
    random.shuffle(rest)
    words = _distinct([*wordlist.FUNCTION_WORDS, *base, *rest])
    nouns = {*plain, *compounds}
    return Vocabulary(words, tuple(word for word in words if word in nouns))


def people_names(count: int) -> list[tuple[str, str]]:
    """So many different (first name, family name), in an order that mixes them."""
    random = Random("people")
    endings = ["", *wordlist.FAMILY_ENDINGS]
    families = list(dict.fromkeys(stem + ending for stem in wordlist.FAMILY_STEMS for ending in endings))
    firsts = list(dict.fromkeys(wordlist.FIRST_NAMES))
    numbers = random.sample(range(len(firsts) * len(families)), count)
    return [(firsts[number % len(firsts)], families[number // len(firsts)]) for number in numbers]


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Without those that would raise the counts of the two measured words."""
    measured = (COMMON_WORD.lower(), RARE_WORD.lower())
    return tuple(dict.fromkeys(word for word in words if not any(part in word.lower() for part in measured)))


def _verb_forms(prefixes: Sequence[str]) -> Iterator[str]:
    for stem in wordlist.VERBS:
        link = "e" if stem.endswith(("t", "d", "chn", "ffn")) else ""
        for prefix in prefixes:
            for ending in ("en", f"{link}t", f"{link}te", f"{link}ten"):
                yield f"{prefix}{stem}{ending}"


def _adjective_forms(stems: Iterable[str]) -> Iterator[str]:
    return (stem + ending for stem in stems for ending in wordlist.ADJECTIVE_ENDINGS)


def _long_adjectives() -> list[str]:
    return [
        noun.split("/")[2].lower() + suffix
        for number, noun in enumerate(wordlist.NOUNS)
        for suffix in (wordlist.ADJECTIVE_SUFFIXES[number % 7], wordlist.ADJECTIVE_SUFFIXES[number % 5])
    ]


def _compounds(random: Random) -> list[str]:
    """All pairs of two nouns, singular and plural, mixed; the caller takes as many as it wants."""
    nouns = [noun.split("/") for noun in wordlist.NOUNS]
    pairs = (
        first[2] + form.lower() for first in nouns for second in nouns if first is not second for form in second[:2]
    )
    found = list(dict.fromkeys(pairs))
    random.shuffle(found)
    return found
