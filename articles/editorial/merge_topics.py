"""Make several topics one, in one transaction, and take it back within 30 days. Their rules are united line by line, as
an editor would fill in one form from several; pins and chronology are joined."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import reduce

from django.utils.translation import gettext_lazy as _

from articles import search
from articles.editorial.chronology import in_order
from articles.editorial.merging import Merger, Undo, brought_alone, told
from articles.errors import IndexUnavailable
from articles.models import Article, MergeRecord, Pin, Topic, TopicEntry
from articles.querysets import TopicRule
from articles.search.request import SearchRequest

LINES = ("tags", "people", "desks")
PIN = ("article_id", "position")
ENTRY = (*PIN, "date", "precision", "line")


@dataclass(frozen=True, slots=True)
class Going:
    """What one of the topics would bring along. `articles`: None without an index."""

    topic: Topic
    articles: int | None
    lines: tuple[str, ...]
    pins: int
    entries: int


@dataclass(frozen=True, slots=True)
class Preview:
    going: tuple[Going, ...]
    before: int | None
    after: int | None

    @property
    def loses(self) -> bool:
        """Whether a line that only one of them had leaves out articles that one of them has."""
        counts = [self.before, *(one.articles for one in self.going)]
        return self.after is not None and self.after < max(count or 0 for count in counts)


class TopicMerger(Merger[Topic]):
    model, permission = Topic, "merge_topic"
    same = _("Das ist ein und dasselbe Thema.")
    missing = _("Eines der Themen gibt es nicht mehr.")
    row = ("name", "slug", "intro", "since", "until", "is_public")
    filled = ("intro",)

    def move(self, record: MergeRecord, kept: Topic, gone: Topic) -> Undo:
        days = _days([kept.rule(), gone.rule()])
        undo: Undo = {"days": [told(day) for day in (kept.since, kept.until, *days)]}
        kept.since, kept.until = days
        for line in LINES:
            undo[line] = _unite(kept, gone, line)
        undo["pins"] = _move_pins(kept, gone)
        undo["entries"] = _move_entries(kept, gone)
        return undo

    def give_back(self, record: MergeRecord, kept: Topic, gone: Topic) -> None:
        undo = record.undo
        since, until, *united = (day and date.fromisoformat(day) for day in undo["days"])
        if [kept.since, kept.until] == united:
            kept.since, kept.until = since, until
            kept.save()
        for line in LINES:
            _divide(record, kept, gone, line)
        _give_back_rows(Pin, undo["pins"], kept, gone)
        _give_back_rows(TopicEntry, undo["entries"], kept, gone)


TOPICS = TopicMerger()


def preview(kept: Topic, gone: Iterable[Topic], at: datetime) -> Preview:
    topics = [kept, *gone]
    rules = [topic.rule() for topic in topics]
    before, *others = (_count(rule, at) for rule in rules)
    going = [_going(topic, count) for topic, count in zip(topics[1:], others, strict=True)]
    return Preview(tuple(going), before, _count(reduce(_united, rules), at))


def _going(topic: Topic, count: int | None) -> Going:
    named = tuple(str(row) for line in LINES for row in getattr(topic, line).all())
    return Going(topic, count, named, topic.pins.count(), topic.entries.count())


def _count(rule: TopicRule, at: datetime) -> int | None:
    try:
        return search.find(SearchRequest(within=(rule,), per_page=1), at).count
    except IndexUnavailable:
        return None


def _united(one: TopicRule, other: TopicRule) -> TopicRule:
    since, until = _days([one, other])
    return replace(
        one,
        tag_ids=one.tag_ids | other.tag_ids,
        person_ids=one.person_ids | other.person_ids,
        desk_ids=one.desk_ids | other.desk_ids,
        pinned_ids=one.pinned_ids | other.pinned_ids,
        since=since,
        until=until,
    )


def _days(rules: Collection[TopicRule]) -> tuple[date | None, date | None]:
    """From the first day of all to the last; those of a topic that selects nothing mean nothing."""
    rules = [rule for rule in rules if rule.selects] or list(rules)[:1]
    sinces, untils = [rule.since for rule in rules if rule.since], [rule.until for rule in rules if rule.until]
    first = min(sinces) if len(sinces) == len(rules) else None
    return first, max(untils) if len(untils) == len(rules) else None


def _unite(kept: Topic, gone: Topic, line: str) -> list[list[int | bool]]:
    """What stood in the line of `gone`; each with whether `kept` had it already."""
    ours, theirs = getattr(kept, line), getattr(gone, line)
    had, going = set(ours.values_list("pk", flat=True)), list(theirs.order_by("pk").values_list("pk", flat=True))
    ours.add(*going)
    return [[pk, pk in had] for pk in going]


def _divide(record: MergeRecord, kept: Topic, gone: Topic, line: str) -> None:
    """What has been merged or deleted since does not come back."""
    ours, theirs = getattr(kept, line), getattr(gone, line)
    theirs.add(*theirs.model.objects.filter(pk__in=[pk for pk, _had in record.undo[line]]))
    ours.remove(*brought_alone(record, line))


def _move_pins(kept: Topic, gone: Topic) -> Undo:
    """Behind those there are."""
    stay = list(kept.pins.all())
    moved, undo = _going_along(stay, list(gone.pins.all()), PIN)
    _store(Pin, [*stay, *moved], kept)
    return undo


def _move_entries(kept: Topic, gone: Topic) -> Undo:
    """Each before the first that is later."""
    stay = list(kept.entries.all())
    moved, undo = _going_along(stay, list(gone.entries.all()), ENTRY)
    _store(TopicEntry, in_order(stay, moved), kept)
    return undo


def _going_along[R: (Pin, TopicEntry)](stay: list[R], rows: list[R], columns: tuple[str, ...]) -> tuple[list[R], Undo]:
    """Those about an article that has a row already go with their topic."""
    known = {row.article_id for row in stay if row.article_id}
    moved = [row for row in rows if row.article_id not in known]
    lost = [{name: told(getattr(row, name)) for name in columns} for row in rows if row.article_id in known]
    return moved, {"moved": [[row.pk, row.position] for row in moved], "lost": lost}


def _store[R: (Pin, TopicEntry)](model: type[R], rows: list[R], topic: Topic) -> None:
    for position, row in enumerate(rows):
        row.topic, row.position = topic, position
    model.objects.bulk_update(rows, ["topic", "position"])


def _give_back_rows[R: (Pin, TopicEntry)](model: type[R], undo: Undo, kept: Topic, gone: Topic) -> None:
    """Those that are still there, where they stood, and those that went with their topic, unless one that was there
    has been given their article since."""
    stood = dict(undo["moved"])
    rows = list(model.objects.filter(topic=kept, pk__in=stood))
    for row in rows:
        row.topic, row.position = gone, stood[row.pk]
    model.objects.bulk_update(rows, ["topic", "position"])
    there = set(Article.objects.filter(pk__in=[row["article_id"] for row in undo["lost"]]).values_list("pk", flat=True))
    there -= {row.article_id for row in rows}
    model.objects.bulk_create(model(topic=gone, **row) for row in undo["lost"] if row["article_id"] in there)
