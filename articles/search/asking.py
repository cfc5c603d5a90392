"""What the box says as a Tantivy query: words, phrases, names and days as they are joined. Builds only.
Visibility, filters and topics are terms.py's; in which fields a word is sought, and how much each counts, wording.py's.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from tantivy import FieldType, Occur, Query

from articles.search.expressions import All, Dated, Either, Filed, Named, Node, Not, Term, Unit
from articles.search.request import QueryWords
from articles.search.schema import FIELDS, LOOSE, RANKING, Ranking, year_month_day
from articles.search.wording import SCHEMA, hints, sought
from articles.text.distance import farthest

GREATEST = 2**63 - 1
FEW = 16
"""So few values are looked up where something else holds; more are gathered from the whole index first."""
SYNONYM_WEIGHT = 0.5
FILED_WEIGHT = 0.1
"""The score of what is only filed under the word: less than any word's."""
SHORT = timedelta(days=366)
SHORTENED = {"day": 1, "month": 100, "year": 10_000}
"""What of a day's number is left out of its month's and year's."""

Clause = tuple[Occur, Query]


@lru_cache(maxsize=64)
def asked(words: QueryWords, ranking: Ranking = RANKING) -> tuple[Clause, ...]:
    """`ranking` weighs the bare words; it is another than the house's own only where rankings are compared. Remembered:
    for its hits, each facet and each topic a page asks the same."""
    return tuple(_asked(words, ranking))


def _asked(words: QueryWords, ranking: Ranking) -> Iterator[Clause]:
    if words.bare:
        bare = [(Occur.Should, _term(term, ranking)) for term in words.bare]
        yield Occur.Must, Query.boolean_query(bare, minimum_number_should_match=words.least)
        yield from ((Occur.Should, hint) for hint in hints(words.required, ranking))
    yield from map(_clause, words.others)


def nearly(stems: Iterable[str]) -> Query:
    """Any word that is a letter or two from one of these; the nearer the better."""
    words = ((stem, far, field) for stem in stems for far in range(1, farthest(stem) + 1) for field in FIELDS)
    near = [Query.fuzzy_term_query(SCHEMA, field, stem, distance=far) for stem, far, field in words]
    return Query.boolean_query([(Occur.Should, query) for query in near]) if near else Query.empty_query()


def any_of(field: str, values: Iterable[int | str]) -> Query:
    """Ids no database can have are left out; of no values at all, nothing is found."""
    known = sorted(v for v in values if isinstance(v, str) or 0 <= v <= GREATEST)
    if 0 < len(known) <= FEW:
        return Query.boolean_query([(Occur.Should, Query.term_query(SCHEMA, field, value)) for value in known])
    return Query.term_set_query(SCHEMA, field, known) if known else Query.empty_query()


def beginning_with(field: str, prefix: str) -> Query:
    """As a word that is no letter off: ready at once, where a regular expression is first made into an automaton."""
    return Query.fuzzy_term_query(SCHEMA, field, prefix, distance=0, prefix=True)


def between(first: date | None, last: date | None) -> Query:
    """A short time by the lists of its days, months and years: a range is looked up for each hit of everything else."""
    if first and last and timedelta(0) <= last - first <= SHORT:
        return Query.boolean_query([(Occur.Should, any_of(field, keys)) for field, keys in _spans(first, last).items()])
    lower, upper = (year_month_day(day) if day else None for day in (first, last))
    return Query.range_query(SCHEMA, "day", FieldType.Integer, lower, upper)


def _spans(first: date, last: date) -> dict[str, list[int]]:
    """The whole years and months between two days, and the days that remain, as the index names them."""
    found: dict[str, list[int]] = defaultdict(list)
    day = first
    while day <= last:
        number, (field, until) = year_month_day(day), _longest(day, last)
        found[field].append(number // SHORTENED[field])
        if until == date.max:
            break
        day = until + timedelta(days=1)
    return found


def _longest(day: date, last: date) -> tuple[str, date]:
    """The longest span of the calendar that begins on this day and does not go beyond the last, and its end."""
    month_end = day.replace(day=monthrange(day.year, day.month)[1])
    if (day.month, day.day) == (1, 1) and date(day.year, 12, 31) <= last:
        return "year", date(day.year, 12, 31)
    return ("month", month_end) if day.day == 1 and month_end <= last else ("day", day)


def unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _clause(node: Node) -> Clause:
    return (Occur.MustNot, _query(node.part)) if isinstance(node, Not) else (Occur.Must, _query(node))


def _query(node: Node) -> Query:
    match node:
        case Term():
            return _term(node)
        case Named(kind, _, _, ids):
            return unscored(any_of(kind, ids))
        case Dated(first, last):
            return unscored(between(first, last))
        case Either(parts):
            return Query.boolean_query([(Occur.Should, _alone(part)) for part in parts])
        case All(parts):
            return _together(parts)
        case Not(part):
            return _alone(Not(part))


def _together(parts: Iterable[Node]) -> Query:
    clauses = [_clause(part) for part in _telling(parts)]
    if all(occur == Occur.MustNot for occur, _ in clauses):
        clauses.append((Occur.Must, unscored(Query.all_query())))
    return Query.boolean_query(clauses)


def _alone(node: Node) -> Query:
    """An exclusion needs something to exclude from."""
    return _together([node]) if isinstance(node, Not) else _query(node)


def _telling(parts: Iterable[Node]) -> list[Node]:
    """Without words like "der", where there is anything else."""
    found = list(parts)
    return [part for part in found if not (isinstance(part, Term) and part.is_bare and part.unit.is_weak)] or found


def _term(term: Term, ranking: Ranking = RANKING) -> Query:
    """Under whichever of its names; best under the one that was typed."""
    readings = [_in_headline(term.unit) if term.field else _sought(term.unit, ranking)]
    for unit in term.synonyms:
        found = _in_headline(unit) if term.field else _sought(unit)
        readings.append(Query.boost_query(found, SYNONYM_WEIGHT))
    readings += [Query.const_score_query(_filed(each), FILED_WEIGHT) for each in term.filed]
    return readings[0] if len(readings) == 1 else Query.disjunction_max_query(readings, 0.0)


def _filed(filed: Filed) -> Query:
    return any_of(filed.field, filed.ids)


def _sought(unit: Unit, ranking: Ranking = RANKING) -> Query:
    """A word left open: the stems of languages that mark theirs begin otherwise, but the loose words do not."""
    if not unit.prefix:
        return sought(unit, ranking)
    fields = {**ranking.fields, LOOSE: ranking.loose}
    beginning = [_beginning(field, unit.prefix, weight) for field, weight in fields.items()]
    return Query.disjunction_max_query([sought(unit, ranking), *beginning], 0.0)


def _in_headline(unit: Unit) -> Query:
    readings = dict.fromkeys(zip(*(word.stems for word in unit.words), strict=True))
    found = [_side_by_side("headline", stems) for stems in readings]
    found += [Query.term_query(SCHEMA, "headline", term) for term in sorted(unit.joined)]
    found += [_beginning("headline", unit.prefix, 1.0)] if unit.prefix else []
    return Query.boost_query(Query.disjunction_max_query(found, 0.0), RANKING.fields["headline"])


def _side_by_side(field: str, stems: tuple[str, ...]) -> Query:
    if len(stems) == 1:
        return Query.term_query(SCHEMA, field, stems[0])
    return Query.phrase_query(SCHEMA, field, list(stems))


def _beginning(field: str, prefix: str, weight: float) -> Query:
    return Query.const_score_query(beginning_with(field, prefix), weight)
