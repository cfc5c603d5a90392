"""What each page of the archive is about (a desk, a tag, days) as a question: pages and feeds ask the same."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from articles.models import Author, Desk, Person, Tag, Topic
from articles.querysets import TopicRule
from articles.search.request import SearchRequest


def of_desk(desk: Desk) -> SearchRequest:
    return SearchRequest(within=(TopicRule(desk_ids=desk.ids_below()),))


def of_tag(tag: Tag) -> SearchRequest:
    return SearchRequest(within=(TopicRule(tag_ids=frozenset([tag.pk])),))


def of_topic(topic: Topic) -> SearchRequest:
    return of_rule(topic.rule())


def of_rule(rule: TopicRule) -> SearchRequest:
    return SearchRequest(within=(rule,))


def of_person(person: Person) -> SearchRequest:
    return of_people([person])


def of_people(people: Iterable[Person]) -> SearchRequest:
    """All of them named in one article."""
    return SearchRequest(within=tuple(TopicRule(person_ids=frozenset([person.pk])) for person in people))


def of_author(author: Author) -> SearchRequest:
    return SearchRequest(author_ids=frozenset([author.pk]))


def of_days(first: date, last: date) -> SearchRequest:
    return SearchRequest(first_day=first, last_day=last)


def span(year: str, month: str = "", day: str = "") -> tuple[date, date]:
    """The first and the last day of a year, a month, or the day itself. Raises ValueError for what no calendar has."""
    first = date(int(year), int(month or 1), int(day or 1))
    if day:
        return first, first
    last_month = first.replace(month=int(month or 12))
    return first, last_month.replace(day=monthrange(last_month.year, last_month.month)[1])
