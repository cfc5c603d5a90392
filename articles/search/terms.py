"""A search request as a Tantivy query. Builds only; asking is embedded.py's, single words are wording.py's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from tantivy import FieldType, Occur, Query

from articles.querysets import TopicRule
from articles.search.request import SearchRequest
from articles.search.schema import microseconds, year_month_day
from articles.search.wording import FILED, SCHEMA, sought

GREATEST = 2**63 - 1
FEW = 16
"""So few values are looked up where something else holds; more are gathered from the whole index first."""

Clause = tuple[Occur, Query]


def query_for(request: SearchRequest, at: datetime | None, hidden: frozenset[int]) -> Query:
    """The whole question, visibility included; no moment only where the engine knows that all it has is visible."""
    clauses: list[Clause] = [(Occur.Must, _unscored(_visible(at)))] if at else []
    clauses += [(Occur.MustNot, any_of("id", hidden))] if hidden else []
    clauses += [(Occur.Must, _unscored(query)) for query in _filters(request)]
    if request.query.wanted:
        wanted = [(Occur.Should, sought(unit)) for unit in request.query.required]
        clauses.append((Occur.Must, Query.boolean_query(wanted, minimum_number_should_match=request.query.least)))
    clauses += [(Occur.MustNot, sought(unit)) for unit in request.query.unwanted]
    if not any(occur == Occur.Must for occur, _query in clauses):
        clauses.append((Occur.Must, _unscored(Query.all_query())))
    return Query.boolean_query(clauses)


def any_of(field: str, values: Iterable[int | str]) -> Query:
    """Ids no database can have are left out; of no values at all, nothing is found."""
    known = sorted(v for v in values if isinstance(v, str) or 0 <= v <= GREATEST)
    if 0 < len(known) <= FEW:
        return Query.boolean_query([(Occur.Should, Query.term_query(SCHEMA, field, value)) for value in known])
    return Query.term_set_query(SCHEMA, field, known) if known else Query.empty_query()


def id_range(first: int, last: int) -> Query:
    return Query.range_query(SCHEMA, "id", FieldType.Integer, first, min(last, GREATEST))


def _visible(at: datetime) -> Query:
    return Query.range_query(SCHEMA, "visible_from", FieldType.Integer, None, microseconds(at))


def _filters(request: SearchRequest) -> Iterable[Query]:
    kinds = zip(FILED, (request.desk_ids, request.tag_ids, request.person_ids, request.author_ids), strict=True)
    yield from (any_of(field, ids) for field, ids in kinds if ids)
    if request.languages:
        yield any_of("language", request.languages)
    if request.first_day or request.last_day:
        yield _between(request.first_day, request.last_day)
    if request.topics:
        yield Query.boolean_query([(Occur.Should, _in_topic(rule)) for rule in request.topics])
    yield from map(_in_topic, request.within)


def _between(first: date | None, last: date | None) -> Query:
    lower, upper = (year_month_day(day) if day else None for day in (first, last))
    return Query.range_query(SCHEMA, "day", FieldType.Integer, lower, upper)


def _in_topic(rule: TopicRule) -> Query:
    """As ArticleQuerySet.in_topic says it to the database."""
    belongs = [any_of("id", rule.pinned_ids)]
    if rule.selects:
        kinds = zip(FILED, (rule.desk_ids, rule.tag_ids, rule.person_ids), strict=False)
        selected = [any_of(field, ids) for field, ids in kinds if ids]
        selected += [_between(rule.since, rule.until)] if rule.since or rule.until else []
        belongs.append(Query.boolean_query([(Occur.Must, query) for query in selected]))
    return Query.boolean_query([(Occur.Should, query) for query in belongs])


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
