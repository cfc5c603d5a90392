"""Words still being typed as a Tantivy query on headlines: all must be there, the last perhaps only begun. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tantivy import Occur, Query

from articles.search.request import SearchRequest
from articles.search.terms import query_for
from articles.search.wording import SCHEMA
from articles.text.analysis import looked_for

HEADLINE = "headline"


def headlines_with(words: Sequence[str], at: datetime, hidden: frozenset[int]) -> Query:
    """`words` as they were typed, at least one."""
    *whole, last = words
    wanted = [*map(_word, whole), _beginning(last)]
    return Query.boolean_query([(Occur.Must, query) for query in (*wanted, query_for(SearchRequest(), at, hidden))])


def _word(word: str) -> Query:
    stems = sorted(set(looked_for(word).stems))
    return Query.boolean_query([(Occur.Should, Query.term_query(SCHEMA, HEADLINE, stem)) for stem in stems])


def _beginning(word: str) -> Query:
    """The index knows stems, so a word typed to its end is looked for as a word too. Words hold no regex characters."""
    unstemmed = looked_for(word).stems[-1]
    begun = Query.regex_query(SCHEMA, HEADLINE, f"{unstemmed}.*")
    return Query.boolean_query([(Occur.Should, begun), (Occur.Should, _word(word))])
