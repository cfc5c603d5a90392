"""Which feeds have changed since a moment: those of every article that appeared, was changed or was withdrawn since.

It is asked of the articles' own dates. So nothing has to be noted when an article is saved, and one that appears by the
passing of time alone is found like any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from articles import listings
from articles.models import Article, Desk, Version
from articles.models.desk import above, parents
from articles.models.topic import rules_of
from articles.querysets import TopicRule
from articles.vocabulary import MentionStatus, Status

MOST_ARTICLES = 200
"""Of more, an import for one, only the front page's feed and those of the desks are told."""
FORMS = ("atom", "json")

Place = tuple[str, tuple[str, ...]]
"""The name of a feed's address, and what the address says besides the form."""


def feeds_changed(since: datetime, at: datetime) -> list[str]:
    """The paths of the feeds, each in both forms; a bounded number of queries."""
    articles = _changed(since, at)
    if not articles:
        return []
    few = len(articles) <= MOST_ARTICLES
    places = list(_places(articles)) if few else [_of("desk", slug) for slug in _desks().values()]
    places += [("corrections_feed", ())] if _corrected(since, at) else []
    found = dict.fromkeys([("home_feed", ()), *places])
    return [reverse(name, args=[*parts, form]) for name, parts in found for form in FORMS]


def _changed(since: datetime, at: datetime) -> list[Article]:
    """One more than would be told one by one; two queries, each over an index of its own."""
    seen = Q(status=Status.PUBLISHED, visible_from__lte=at) | Q(status=Status.WITHDRAWN, address_fixed=True)
    whole = Article.objects.for_page()
    saved = whole.filter(seen, updated_at__gt=since, updated_at__lte=at).order_by("-updated_at")
    shown = whole.visible(at).filter(visible_from__gt=since).order_by("-visible_from")
    found = {article.pk: article for one in (saved, shown) for article in one[: MOST_ARTICLES + 1]}
    return list(found.values())


def _corrected(since: datetime, at: datetime) -> bool:
    return Version.objects.exclude(correction="").filter(saved_at__gt=since, saved_at__lte=at).exists()


def _places(articles: Iterable[Article]) -> Iterable[Place]:
    tree, desks, topics = parents(), _desks(), list(listings.public_topics())
    rules = rules_of(topics, tree)
    for article in articles:
        yield from _dated(article.published_on)
        yield from (_of("desk", desks[pk]) for pk in sorted(above(article.desk_id, tree)))
        yield from (_of("tag", filing.tag.slug) for filing in article.filings.all())
        yield from (_of("author", line.author.slug) for line in article.bylines.all())
        yield from (_of("person", slug) for slug in _people(article))
        yield from (_of("topic", topic.slug) for topic in topics if _takes(rules[topic.pk], article))


def _dated(day: date | None) -> Iterable[Place]:
    parts = tuple(day.isoformat().split("-")) if day else ()
    names = ("archive_year_feed", "archive_month_feed", "archive_day_feed")
    return [(name, parts[:length]) for length, name in enumerate(names, start=1)] if parts else []


def _of(page: str, slug: str) -> Place:
    return f"{page}_feed", (slug,)


def _desks() -> dict[int, str]:
    return dict(Desk.objects.values_list("pk", "slug"))


def _people(article: Article) -> Iterable[str]:
    confirmed = (one for one in article.mentions.all() if one.status == MentionStatus.CONFIRMED)
    return dict.fromkeys(one.person.slug for one in confirmed if one.person.is_public)


def _takes(rule: TopicRule, article: Article) -> bool:
    tags = {filing.tag_id for filing in article.filings.all()}
    people = {one.person_id for one in article.mentions.all() if one.status == MentionStatus.CONFIRMED}
    return article.pk in rule.pinned_ids or rule.takes(article.desk_id, tags, people, article.published_on)
