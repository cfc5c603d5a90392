"""How one word, or several side by side, are looked for in the fields of the index: which readings, with what weight.
Builds only. What must hold besides (visibility, filters, AND and OR) is terms.py's."""

from __future__ import annotations

from collections.abc import Sequence

from tantivy import Query, Schema, SchemaBuilder

from articles.search.request import Unit
from articles.search.schema import FIELDS, FRESHNESS, LOOSE, RANKING, ROUGH, Ranking
from articles.text.analysis import Word

FILED = ("desk", "tag", "person", "author")
DATES = ("year", "month", "day")
UNPUBLISHED = "unpublished"
"""Only what is not published has it: whoever asks for readers leaves these few out, quicker than by their dates."""
LONG = 3


def _schema() -> Schema:
    builder = SchemaBuilder()
    for name in ("id", *FILED, *DATES):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_integer_field(UNPUBLISHED, indexed=True)
    for name in ("visible_from", "newest", "stamp"):
        builder.add_integer_field(name, fast=True)
    builder.add_float_field(FRESHNESS, fast=True)
    builder.add_text_field("language", fast=True, tokenizer_name="raw", index_option="basic")
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in (LOOSE, ROUGH):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


SCHEMA = _schema()


def sought(unit: Unit, ranking: Ranking = RANKING) -> Query:
    """A word anywhere; several side by side in one field, or written as one."""
    found = _word(unit.words[0], ranking) if len(unit.words) == 1 else _phrase(unit.words, ranking)
    found += [_term(field, term, weight) for field, weight in _everywhere(ranking) for term in sorted(unit.joined)]
    return Query.disjunction_max_query(found, ranking.besides)


def hints(units: Sequence[Unit], ranking: Ranking = RANKING) -> list[Query]:
    """What finds nothing by itself, but brings forward those of the found that fit a long question better: the parts
    of its compounds, and words that begin like its words. One or two words are to the point without."""
    if len(units) < LONG:
        return []
    words = [unit.words[0] for unit in units if len(unit.words) == 1]
    parts = [_anywhere(part, ranking.part, ranking) for word in words for part in word.parts] if ranking.part else []
    rough = {term for word in words for term in word.rough} if ranking.rough else ()
    return parts + [_term(ROUGH, term, ranking.rough) for term in sorted(rough)]


def _word(word: Word, ranking: Ranking) -> list[Query]:
    weaker = word.lemmas | word.spellings
    queries = []
    for field, weight in _everywhere(ranking):
        queries += [_term(field, stem, weight) for stem in dict.fromkeys(word.stems) if stem not in weaker]
        queries += [_term(field, term, weight * ranking.lemma) for term in sorted(weaker) if ranking.lemma]
    return queries


def _phrase(words: tuple[Word, ...], ranking: Ranking) -> list[Query]:
    """An article is read in one language throughout, and so is its phrase."""
    readings = dict.fromkeys(zip(*(word.stems for word in words), strict=True))
    return [
        Query.boost_query(Query.phrase_query(SCHEMA, field, list(stems)), weight)
        for field, weight in ranking.fields.items()
        for stems in readings
    ]


def _anywhere(term: str, share: float, ranking: Ranking) -> Query:
    queries = [_term(field, term, weight * share) for field, weight in _everywhere(ranking)]
    return Query.disjunction_max_query(queries, ranking.besides)


def _everywhere(ranking: Ranking) -> list[tuple[str, float]]:
    return [*ranking.fields.items(), *([(LOOSE, ranking.loose)] if ranking.loose else [])]


def _term(field: str, term: str, weight: float) -> Query:
    return Query.boost_query(Query.term_query(SCHEMA, field, term), weight)
