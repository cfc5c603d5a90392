"""What makes another article like this one, as a Tantivy query: its telling words, and what it is filed under.
Builds only; asking is embedded.py's, and copies.py leaves out what is the same text again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log
from typing import NamedTuple

from tantivy import Occur, Query, Searcher

from articles.search.schema import IndexedArticle
from articles.search.wording import SCHEMA
from articles.text.analysis import bare_stem, is_stopword, surfaces

MOST_CLUES = 25
MOST_POSTINGS = 50_000
"""Entries of the index that are walked through for one article, whatever the size of the archive."""
SHORTEST_WORD = 4
FILED_UNDER = {"tag": 4.0, "person": 3.0}
MOST_TIMES = 6
"""A word said more often tells no more; what an article is filed under tells as much."""
SHARED_AT_LEAST = 2
"""One rare word in common makes no two articles alike."""


class Clue(NamedTuple):
    """Something that another article may have in common with this one; `having` articles do."""

    field: str
    value: str | int
    weight: float
    having: int
    gain: float

    def query(self) -> Query:
        return Query.boost_query(Query.term_query(SCHEMA, self.field, self.value), self.weight)


def alike(article: IndexedArticle, searcher: Searcher) -> Query | None:
    """None where it says nothing that another article could have too."""
    clues = _affordable(_clues(article, searcher))
    clauses = [(Occur.Should, clue.query()) for clue in clues]
    if not clauses:
        return None
    return Query.boolean_query(clauses, minimum_number_should_match=min(SHARED_AT_LEAST, len(clauses)))


def _affordable(clues: Iterable[Clue]) -> list[Clue]:
    """The most telling ones, as many as may be read through."""
    chosen: list[Clue] = []
    left = MOST_POSTINGS
    for clue in sorted(clues, key=lambda clue: -clue.gain):
        if clue.having <= left and len(chosen) < MOST_CLUES:
            chosen.append(clue)
            left -= clue.having
    return chosen


def _clues(article: IndexedArticle, searcher: Searcher) -> Iterator[Clue]:
    total, own = searcher.num_docs, searcher.doc_freq("id", article.id)  # a draft is not in the index
    filed = {"tag": article.tag_ids, "person": article.person_ids}
    asked = [("body", stem, 1.0, min(times, MOST_TIMES)) for stem, times in _stems(article).items()]
    asked += [(field, value, FILED_UNDER[field], MOST_TIMES) for field, values in filed.items() for value in values]
    for field, value, weight, times in asked:
        having = searcher.doc_freq(field, value)
        if own < having <= max(2, total // 4):
            yield Clue(field, value, weight, having, gain=times * log(total / having))


def _stems(article: IndexedArticle) -> Counter[str]:
    written = Counter(word for texts in article.texts.values() for text in texts for word in surfaces(text))
    stems = Counter[str]()
    for word, times in written.items():
        if len(word) >= SHORTEST_WORD and not is_stopword(word):
            stems[bare_stem(word, article.language)] += times
    return stems
