"""How one word, or several side by side, are looked for in the fields of the index: which readings, with what weight.
Builds only. What must hold besides (visibility, filters, AND and OR) is terms.py's."""

from __future__ import annotations

from tantivy import Query, Schema, SchemaBuilder

from articles.search.request import Unit
from articles.search.schema import FIELDS, LOOSE, LOOSE_WEIGHT
from articles.text.analysis import Word

FILED = ("desk", "tag", "person", "author")
DATES = ("year", "month", "day")
LEMMA_WEIGHT = 0.5
TIE_BREAKER = 0.2


def _schema() -> Schema:
    builder = SchemaBuilder()
    for name in ("id", *FILED, *DATES):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ("visible_from", "newest", "stamp"):
        builder.add_integer_field(name, fast=True)
    builder.add_text_field("language", fast=True, tokenizer_name="raw", index_option="basic")
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field(LOOSE, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


SCHEMA = _schema()


def sought(unit: Unit) -> Query:
    """A word anywhere; several side by side in one field, or written as one."""
    found = _word(unit.words[0]) if len(unit.words) == 1 else _phrase(unit.words)
    for field, weight in _WEIGHTS.items():
        found += [_term(field, term, weight) for term in sorted(unit.joined)]
    return Query.disjunction_max_query(found, TIE_BREAKER)


def _word(word: Word) -> list[Query]:
    queries = [_term(field, stem, weight) for field, weight in _WEIGHTS.items() for stem in sorted(set(word.stems))]
    for field, weight in _WEIGHTS.items():
        queries += [_term(field, lemma, weight * LEMMA_WEIGHT) for lemma in sorted(word.lemmas)]
    return queries


def _phrase(words: tuple[Word, ...]) -> list[Query]:
    """An article is read in one language throughout, and so is its phrase."""
    readings = dict.fromkeys(zip(*(word.stems for word in words), strict=True))
    return [
        Query.boost_query(Query.phrase_query(SCHEMA, field, list(stems)), weight)
        for field, weight in FIELDS.items()
        for stems in readings
    ]


def _term(field: str, term: str, weight: float) -> Query:
    return Query.boost_query(Query.term_query(SCHEMA, field, term), weight)


_WEIGHTS = {**FIELDS, LOOSE: LOOSE_WEIGHT}
