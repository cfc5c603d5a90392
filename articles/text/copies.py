"""Whether two texts are the same one printed twice: a wire story in two places, a little cut or added to. Pure.

Texts are compared by their runs of five words; what is only about the same thing shares next to none of them."""

from __future__ import annotations

import re
from itertools import islice

RUN = 5
SAME = 0.5
"""From this share of the shorter text's runs on, the one is a copy of the other."""
FEWEST = 12
"""A text of fewer runs is a copy only of one that says exactly the same."""
MOST_WORDS = 1_500

_TAGS = re.compile(r"<[^>]*>")
_WORDS = re.compile(r"\w+")

Print = frozenset[int]


def print_of(*texts: str) -> Print:
    """The fingerprint of a text in parts, plain or HTML; good within this process only."""
    words = (word for text in texts for word in _WORDS.findall(_TAGS.sub(" ", text).lower()))
    first = list(islice(words, MOST_WORDS))
    if len(first) < RUN:
        return frozenset([hash(tuple(first))]) if first else frozenset()
    return frozenset(map(hash, zip(*(first[start:] for start in range(RUN)), strict=False)))


def likeness(one: Print, other: Print) -> float:
    """The share of the shorter text's runs that the other has too; of a very short one nothing or all."""
    shorter = min(len(one), len(other))
    if shorter < FEWEST:
        return float(bool(shorter) and one == other)
    return len(one & other) / shorter


def is_copy(one: Print, other: Print) -> bool:
    return likeness(one, other) >= SAME
