"""Finds public articles that say nearly the same as one that is about to be: how much, and which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from articles.search.copies import own_print, prints_of
from articles.search.engine import engine
from articles.search.outbox import hidden_ids
from articles.search.schema import IndexedArticle
from articles.text.copies import Print, likeness

CANDIDATES = 8
NEAR = 0.3
"""The least share of the shorter text that must stand in the other. What is only about the same shares next to none."""
MOST = 3

type Twins = tuple[tuple[int, float], ...]
"""Ids with their likeness from 0 to 1, the most alike first."""


def twins_of(articles: Sequence[IndexedArticle], at: datetime) -> dict[int, Twins]:
    """By article; one question to the engine each, one query for all their texts. Raises IndexUnavailable."""
    hidden = hidden_ids(at)
    found = {article.id: engine().similar(article, at, CANDIDATES, hidden) for article in articles}
    prints = prints_of({pk for ids in found.values() for pk in ids})
    return {article.id: _near(article, found[article.id], prints) for article in articles}


def _near(article: IndexedArticle, ids: Iterable[int], prints: Mapping[int, Print]) -> Twins:
    own = own_print(article)
    shares = [(pk, likeness(own, prints[pk])) for pk in ids if pk in prints]
    return tuple(sorted([pair for pair in shares if pair[1] >= NEAR], key=lambda pair: -pair[1])[:MOST])
