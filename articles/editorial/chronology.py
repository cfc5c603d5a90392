"""Propose a chronology for a topic from its articles, and enter what an editor chose of it. The order stays the
editor's: what is entered goes before the first entry that is later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from articles import search
from articles.editorial.base import log_name, require
from articles.errors import CannotDo
from articles.models import Article, Editor, Topic, TopicEntry
from articles.search.request import SearchRequest
from articles.vocabulary import EntryReason, Verb

PEAKS, MONTHS = 12, 36
"""Days and months of a topic that are looked at."""
BUSY = 2.0
"""A day is a peak from so many times the usual number of articles on, and from two."""
MOST_ENTRIES = 200


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article worth an entry; `count`: articles of its day or month."""

    article: Article
    reason: EntryReason
    count: int = 0


type Span = tuple[date, date, EntryReason, int]


def propose(topic: Topic, at: datetime) -> list[Proposal]:
    """What is not entered yet, by date: what is pinned, how it began, days with the most articles, and of each month
    the article that is most about the topic. Raises IndexUnavailable."""
    rule = topic.rule()
    whole = SearchRequest(within=(rule,), sort="oldest", per_page=1)
    found = search.find(replace(whole, facets=("day", "month")), at)
    reasons: dict[int, tuple[EntryReason, int]] = {}
    for article, reason, count in (
        *((pk, EntryReason.PINNED, 0) for pk in sorted(rule.pinned_ids)),
        *((pk, EntryReason.FIRST, 0) for pk in found.ids),
        *_most_about(topic, whole, _spans(found), at),
    ):
        reasons.setdefault(article, (reason, count))
    entered = set(topic.entries.values_list("article_id", flat=True))
    articles = Article.objects.visible(at).filter(pk__in=reasons.keys() - entered)
    return [Proposal(article, *reasons[article.pk]) for article in articles.order_by("published_at", "pk")]


@transaction.atomic
def enter(topic: Topic, chosen: Collection[int], *, editor: Editor | None, at: datetime) -> list[TopicEntry]:
    """An entry for each of these articles that has a date and none yet. Raises NotAllowed, CannotDo."""
    require(editor, "change_topic")
    Topic.objects.select_for_update().get(pk=topic.pk)
    entries = list(topic.entries.order_by("position", "date", "id"))
    known = {entry.article_id for entry in entries}
    dated = Article.objects.filter(pk__in=list(chosen), published_on__isnull=False).exclude(pk__in=known - {None})
    fresh = [
        TopicEntry(topic=topic, article=one, date=one.published_on) for one in dated.order_by("published_at", "pk")
    ]
    if not fresh:
        raise CannotDo(_("Kein Artikel ausgewählt."))
    for position, entry in enumerate(in_order(entries, fresh)):
        entry.position = position
    TopicEntry.objects.bulk_update([entry for entry in entries if entry.pk], ["position"])
    TopicEntry.objects.bulk_create(fresh)
    reason = _("%d Einträge in der Chronik") % len(fresh)
    log_name(topic.name, Verb.CHANGED, editor=editor, at=at, reason=reason)
    return fresh


def in_order(entries: Sequence[TopicEntry], fresh: Iterable[TopicEntry]) -> list[TopicEntry]:
    """The fresh ones among those there are, each before the first that is later. Raises CannotDo for too many."""
    joined = list(entries)
    for entry in fresh:
        later = (place for place, other in enumerate(joined) if other.date > entry.date)
        joined.insert(next(later, len(joined)), entry)
    if len(joined) > MOST_ENTRIES:
        raise CannotDo(_("Eine Chronik hat höchstens %d Einträge.") % MOST_ENTRIES)
    return joined


def _spans(found: search.Found) -> list[Span]:
    days, months = found.facets["day"], found.facets["month"]
    usual = sum(day.count for day in days) / len(days) if days else 0
    peaks = [day for day in days if day.count >= max(2, BUSY * usual)][:PEAKS]
    spans = [(_day(peak.key), _day(peak.key), EntryReason.PEAK, peak.count) for peak in peaks]
    return [*spans, *((*_month(month.key), EntryReason.MONTH, month.count) for month in months[:MONTHS])]


def _most_about(
    topic: Topic, whole: SearchRequest, spans: Sequence[Span], at: datetime
) -> list[tuple[int, EntryReason, int]]:
    """For each span the article in which the topic's name counts for most; where it is in none, the first."""
    asked = [replace(whole, first_day=first, last_day=last) for first, last, _reason, _count in spans]
    named = {"words": topic.name, "query": search.understood(topic.name, at), "sort": "relevance"}
    best = search.find_all([replace(one, **named) for one in asked], at)
    firsts = iter(search.find_all([one for one, found in zip(asked, best, strict=True) if not found.ids], at))
    ids = [(found.ids or next(firsts).ids) for found in best]
    return [(own[0], reason, count) for own, (_f, _l, reason, count) in zip(ids, spans, strict=True) if own]


def _day(key: int | str) -> date:
    return datetime.strptime(str(key), "%Y%m%d").date()


def _month(key: int | str) -> tuple[date, date]:
    first = datetime.strptime(f"{key}01", "%Y%m%d").date()
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
