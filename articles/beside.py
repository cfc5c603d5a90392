"""What goes with an article: the topics it belongs to, each with the article before and the one after, and those like
it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import batched, islice

from articles import search
from articles.errors import IndexUnavailable
from articles.listings import brief_rows, ids_of_each
from articles.models import Article, Topic
from articles.models.desk import above, parents
from articles.models.topic import rules_of, touching
from articles.querysets import TopicRule
from articles.search.request import SearchRequest
from articles.vocabulary import MentionStatus

NEIGHBOURS_READ = 100
"""Articles of one day that a topic's "earlier" and "later" look through."""
NEARBY = timedelta(days=45)
"""Where they are looked for first: in a short time the index finds them forty times as fast."""


@dataclass(frozen=True, slots=True)
class TopicBox:
    topic: Topic
    earlier: Article | None
    later: Article | None


@dataclass(frozen=True, slots=True)
class Beside:
    topics: list[TopicBox]
    alike: list[Article]


def beside(article: Article, at: datetime, boxes: int = 3, alike: int = 5) -> Beside:
    """The public topics this article belongs to, each with the article before and the one after, and the articles like
    it; all of these are read in one query."""
    topics = dict(islice(topics_of(article).items(), boxes)) if article.published_on else {}
    steps = _steps_remembered(article, tuple(topics.values()), at) if topics else []
    similar = _alike(article, at, alike)
    found = {one.pk: one for one in brief_rows([*similar, *(pk for pair in steps for pk in pair if pk)], at)}
    pairs = zip(topics, steps, strict=True)
    told = [TopicBox(topic, found.get(earlier or 0), found.get(later or 0)) for topic, (earlier, later) in pairs]
    return Beside(told, [found[pk] for pk in similar if pk in found])


def _alike(article: Article, at: datetime, limit: int) -> Sequence[int]:
    """Without an index the newest under the same tags."""
    try:
        return search.similar(article, at, limit=limit)
    except IndexUnavailable:
        tags = [filing.tag_id for filing in article.filings.all()]
        alike = Article.objects.visible(at).in_topic(TopicRule(tag_ids=frozenset(tags))).exclude(pk=article.pk)
        return list(alike.newest_first().values_list("pk", flat=True)[:limit])


def topics_of(article: Article) -> dict[Topic, TopicRule]:
    """The public topics whose rule takes this article or that pin it, in their order; two queries and the desks."""
    tree = parents()
    tags = {filing.tag_id for filing in article.filings.all()}
    people = {named.person_id for named in article.mentions.all() if named.status == MentionStatus.CONFIRMED}
    own = {"tag": tags, "person": people, "desk": above(article.desk_id, tree), "article": [article.pk]}
    topics = Topic.objects.filter(id__in=touching(own), is_public=True)
    filed = (article.desk_id, tags, people, article.published_on)
    rules = rules_of(topics, tree)
    return {
        topic: rule
        for topic, rule in ((topic, rules[topic.pk]) for topic in topics)
        if article.pk in rule.pinned_ids or rule.takes(*filed)
    }


def _steps_remembered(
    article: Article, rules: tuple[TopicRule, ...], at: datetime
) -> list[tuple[int | None, int | None]]:
    question = ("steps", article.pk, article.published_on, rules)
    try:
        return search.remembered(question, at, lambda _hidden: _steps(article, rules, at))
    except IndexUnavailable:
        return _steps(article, rules, at)


def _steps(article: Article, rules: Iterable[TopicRule], at: datetime) -> list[tuple[int | None, int | None]]:
    """For each rule the ids of the articles before and after this one."""
    ways = [(rule, sort) for rule in rules for sort in ("newest", "oldest")]
    near = _next_of(article, ways, at, NEARBY)
    farther = iter(_next_of(article, [way for way, found in zip(ways, near, strict=True) if not found], at))
    return list(batched((found or next(farther) for found in near), 2, strict=True))


def _next_of(
    article: Article, ways: Iterable[tuple[TopicRule, str]], at: datetime, within: timedelta | None = None
) -> list[int | None]:
    """For each rule the id of the next article that it takes, back ("newest") or on in time."""
    day = article.published_on
    first = max(day, date.min + within) - within if within else None
    last = min(day, date.max - within) + within if within else None
    spans = {"newest": {"first_day": first, "last_day": day}, "oldest": {"first_day": day, "last_day": last}}
    asked = [SearchRequest(within=(rule,), sort=sort, per_page=NEIGHBOURS_READ, **spans[sort]) for rule, sort in ways]
    return [_next_after(article.pk, ids) for ids in ids_of_each(asked, at)]


def _next_after(article_id: int, ids: Sequence[int]) -> int | None:
    """Others of the same day may stand before the article."""
    place = ids.index(article_id) + 1 if article_id in ids else len(ids)
    return ids[place] if place < len(ids) else None
