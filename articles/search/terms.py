"""A search request as a Tantivy query. Builds only; asking is embedded.py's, the box is asking.py's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tantivy import FieldType, Occur, Query

from articles.querysets import TopicRule
from articles.search.asking import GREATEST, Clause, any_of, asked, between, unscored
from articles.search.request import SearchRequest
from articles.search.schema import RANKING, Ranking, microseconds
from articles.search.wording import FILED, SCHEMA, UNPUBLISHED


def query_for(request: SearchRequest, at: datetime | None, hidden: frozenset[int], ranking: Ranking = RANKING) -> Query:
    """The whole question, visibility included; no moment only where the engine knows that all it has is visible but
    what is hidden or was never published."""
    clauses: list[Clause] = (
        [(Occur.Must, unscored(_visible(at)))] if at else [(Occur.MustNot, any_of(UNPUBLISHED, [1]))]
    )
    clauses += [(Occur.MustNot, any_of("id", hidden))] if hidden else []
    clauses += [(Occur.Must, unscored(query)) for query in _filters(request)]
    clauses += asked(request.query, ranking)
    if not any(occur == Occur.Must for occur, _query in clauses):
        clauses.append((Occur.Must, unscored(Query.all_query())))
    return Query.boolean_query(clauses)


def id_range(first: int, last: int) -> Query:
    return Query.range_query(SCHEMA, "id", FieldType.Integer, first, min(last, GREATEST))


def _visible(at: datetime) -> Query:
    return Query.range_query(SCHEMA, "visible_from", FieldType.Integer, None, microseconds(at))


def _filters(request: SearchRequest) -> Iterable[Query]:
    kinds = zip(FILED, (request.desk_ids, request.tag_ids, request.person_ids, request.author_ids), strict=True)
    yield from (any_of(field, ids) for field, ids in kinds if ids)
    if request.languages:
        yield any_of("language", request.languages)
    if request.years:
        yield any_of("year", request.years)
    if request.first_day or request.last_day:
        yield between(request.first_day, request.last_day)
    if request.topics:
        yield Query.boolean_query([(Occur.Should, _in_topic(rule)) for rule in request.topics])
    yield from map(_in_topic, request.within)


def _in_topic(rule: TopicRule) -> Query:
    """As ArticleQuerySet.in_topic says it to the database."""
    belongs = [any_of("id", rule.pinned_ids)]
    if rule.selects:
        kinds = zip(FILED, (rule.desk_ids, rule.tag_ids, rule.person_ids), strict=False)
        selected = [any_of(field, ids) for field, ids in kinds if ids]
        selected += [between(rule.since, rule.until)] if rule.since or rule.until else []
        belongs.append(Query.boolean_query([(Occur.Must, query) for query in selected]))
    return Query.boolean_query([(Occur.Should, query) for query in belongs])
