"""What makes another article like this one, as a Tantivy query: its telling words, and what it is filed under.
Builds only; asking is embedded.py's, and copies.py leaves out what is the same text again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import log, sqrt

from tantivy import Occur, Query, Searcher

from articles.search.schema import IndexedArticle
from articles.search.wording import SCHEMA
from articles.text.analysis import bare_stem, is_stopword, surfaces

MOST_CLAUSES = 25
MOST_POSTINGS = 150_000
"""Entries of the index that are walked through for one article, whatever the size of the archive."""
SHORTEST_WORD = 4
FILED_UNDER = {"tag": 4.0, "person": 3.0}
SHARED_AT_LEAST = 2
"""One rare word in common makes no two articles alike."""


def alike(article: IndexedArticle, searcher: Searcher) -> Query | None:
    """None where it says nothing that another article could have too."""
    chosen: list[tuple[str, str | int, float]] = []
    left = MOST_POSTINGS
    for _gain, cost, field, value, weight in sorted(_clauses(article, searcher), key=lambda clause: -clause[0]):
        if cost <= left and len(chosen) < MOST_CLAUSES:
            chosen.append((field, value, weight))
            left -= cost
    if not chosen:
        return None
    clauses = [
        (Occur.Should, Query.boost_query(Query.term_query(SCHEMA, field, value), weight))
        for field, value, weight in chosen
    ]
    return Query.boolean_query(clauses, minimum_number_should_match=min(SHARED_AT_LEAST, len(clauses)))


def _clauses(article: IndexedArticle, searcher: Searcher) -> Iterator[tuple[float, int, str, str | int, float]]:
    """(gain, cost, field, value, weight) of all that might be asked for: how often and how rare, how many have it."""
    total = searcher.num_docs
    filed = {"tag": article.tag_ids, "person": article.person_ids}
    asked = [("body", stem, sqrt(times)) for stem, times in _stems(article).items()]
    asked += [(field, value, FILED_UNDER[field]) for field, values in filed.items() for value in values]
    for field, value, weight in asked:
        having = searcher.doc_freq(field, value)
        if 1 < having <= max(2, total // 4):
            yield weight * log(total / having), having, field, value, weight


def _stems(article: IndexedArticle) -> Counter[str]:
    written = Counter(word for texts in article.texts.values() for text in texts for word in surfaces(text))
    stems = Counter[str]()
    for word, times in written.items():
        if len(word) >= SHORTEST_WORD and not is_stopword(word):
            stems[bare_stem(word, article.language)] += times
    return stems
