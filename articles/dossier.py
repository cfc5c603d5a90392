"""What a topic's page tells besides its list: what happened so far, and what the editors pinned. An entry by hand says
it best; where there is none, the months with most articles are told by their latest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from heapq import nlargest

from articles import listings, search
from articles.errors import IndexUnavailable
from articles.listings import Listing
from articles.models import Article, Topic
from articles.models.topic import rules_of
from articles.querysets import TopicRule
from articles.scopes import span
from articles.search.request import SearchRequest
from articles.sentences import day

MOST_PROPOSED = 10
LEAST_PROPOSED = 3
"""Fewer are told by the list itself."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the chronology; `when` is the date as exact as it is known."""

    date: date
    when: str
    text: str
    article: Article | None


def chronology(topic: Topic, at: datetime) -> list[Happening]:
    """As the editors wrote it, without what is not visible."""
    entries = topic.entries.shown(at).select_related("article")
    return [Happening(entry.date, entry.when, entry.text, entry.article) for entry in entries]


def proposed(listing: Listing, scope: SearchRequest, at: datetime) -> list[Happening]:
    """For each of the months with most articles the latest, oldest first; the listing has the months as a facet.
    Without an index from the articles that the page shows."""
    months = nlargest(MOST_PROPOSED, listing.facets.get("month", ()), key=lambda bucket: (bucket.count, bucket.key))
    asked = {int(bucket.key): _month(scope, int(bucket.key)) for bucket in months}
    try:
        told = _one_a_month(_visible(search.firsts(asked, at).values(), at) if asked else listing.articles)
    except IndexUnavailable:
        told = _one_a_month(listing.articles)
    return told if len(told) >= LEAST_PROPOSED else []


def pinned(topic: Topic, rule: TopicRule, at: datetime) -> list[Article]:
    """In the editors' order."""
    if not rule.pinned_ids:
        return []
    return listings.rows(list(topic.pins.order_by("position", "id").values_list("article_id", flat=True)), at)


def _visible(ids: Iterable[int], at: datetime) -> list[Article]:
    """Of these only what is told in a line."""
    return list(Article.objects.visible(at).in_bulk(list(set(ids))).values())


def _month(scope: SearchRequest, key: int) -> SearchRequest:
    first, last = span(f"{key // 100:04}", f"{key % 100:02}")
    return replace(listings.inside(scope, SearchRequest(first_day=first, last_day=last)), sort="newest")


def _one_a_month(articles: Iterable[Article]) -> list[Happening]:
    by_month: dict[tuple[int, int], Article] = {}
    for article in articles:
        by_month.setdefault((_day(article).year, _day(article).month), article)
    return [_told(article) for article in sorted(by_month.values(), key=_day)][-MOST_PROPOSED:]


def _told(article: Article) -> Happening:
    return Happening(_day(article), day(_day(article)), article.headline, article)


def _day(article: Article) -> date:
    return article.published_on or date.min


def latest(topics: Iterable[Topic], at: datetime) -> dict[int, Article]:
    """The newest article of each topic; none without an index."""
    asked = {key: SearchRequest(within=(rule,), sort="newest") for key, rule in rules_of(topics).items()}
    try:
        found = search.firsts(asked, at)
    except IndexUnavailable:
        return {}
    articles = {article.pk: article for article in _visible(found.values(), at)}
    return {topic: articles[pk] for topic, pk in found.items() if pk in articles}
