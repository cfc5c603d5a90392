"""Words still being typed as a Tantivy query on headlines: all must be there, the last perhaps only begun. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tantivy import Occur, Query

from articles.search.asking import any_of, beginning_with
from articles.text.analysis import looked_for

HEADLINE = "headline"
SHORTEST_STEM, LONGEST_ENDING = 3, 6
_PLAIN_VOWELS = {"ae": "a", "oe": "o", "ue": "u"}


def headlines_with(words: Sequence[str], visible: Query, *, at_a_guess: bool = False) -> Query:
    """`words` as they were typed, at least one. A guess finds more than what begins so: look at the headlines."""
    *whole, last = words
    wanted = [*map(_word, whole), _guessed(last) if at_a_guess else _beginning(last)]
    return Query.boolean_query([(Occur.Must, query) for query in (*wanted, visible)])


def _word(word: str) -> Query:
    return any_of(HEADLINE, set(looked_for(word).stems))


def _beginning(word: str) -> Query:
    """The index knows stems, so a word typed to its end is looked for as a word too."""
    return _either(beginning_with(HEADLINE, _unstemmed(word)), _word(word))


def _guessed(word: str) -> Query:
    """ "freundlichk": its stem may be shorter than what has been typed; "mueller": it may be written with an umlaut."""
    plain = written = _unstemmed(word)
    for spelled, vowel in _PLAIN_VOWELS.items():
        plain = plain.replace(spelled, vowel)
    stems = {written[:length] for length in range(max(SHORTEST_STEM, len(written) - LONGEST_ENDING), len(written))}
    return _either(beginning_with(HEADLINE, plain), any_of(HEADLINE, stems))


def _unstemmed(word: str) -> str:
    return looked_for(word).stems[-1]


def _either(one: Query, other: Query) -> Query:
    return Query.boolean_query([(Occur.Should, one), (Occur.Should, other)])
