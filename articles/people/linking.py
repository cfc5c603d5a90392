"""Linking articles to people: what is found in the text against what is stored. Finding names is finding.py's, what
stays is deciding.py's, the archive's knowledge surroundings.py's; no versions and no log here."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from django.db import transaction
from django.db.models import F

from articles.models import Article, Filing, LinkedText, Mention
from articles.people.deciding import Place, Plan, is_sure, keys, place_of, plan, refused
from articles.people.finding import FoundMention, Matcher, Scene, people_in
from articles.people.surroundings import Histories, forget_old_changes, matcher_of_archive, scene, scene_of
from articles.text.sortkeys import fold
from articles.vocabulary import STANDFIRST_ANCHOR, MentionStatus

__all__ = ["Linked", "link_archive", "link_article", "matcher_of_archive", "texts_of"]

ASIDE = 1_000_000_000
"""Added to places while mentions change them, so that none is in another's way."""
NAME_LENGTH = 200
BATCH = 200
"""Articles in one transaction; a writer waits for it, about a third of a second."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Who came in anew: ids of people, and names the archive does not know or cannot tell apart."""

    confirmed: frozenset[int] = frozenset()
    suggested: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Work:
    """An article with all that is stored about it, and what is to be written."""

    article: Article
    texts: dict[str, str]
    scene: Scene
    stored: list[Mention]
    before: LinkedText | None
    after: LinkedText | None = None
    planned: Plan | None = None
    fresh: tuple[FoundMention, ...] = ()

    @property
    def linked(self) -> Linked:
        return _linked(self.stored, self.fresh)


def texts_of(article: Article) -> dict[str, str]:
    """The texts in which mentions count their characters, by anchor."""
    sections = {section.anchor: section.plain for section in article.sections.all()}
    return {STANDFIRST_ANCHOR: article.standfirst, **sections}


def link_article(article: Article, matcher: Matcher, *, at: datetime) -> Linked:
    """Bring the article's mentions up to its text. Call it in a transaction.

    What is certain enough (PEOPLE_CONFIRM_FROM) is confirmed, and marked as automatic; the rest is suggested. What an
    editor decided is never overridden, and passages that have not changed since they were last looked at stay as they
    are, unless a name of the archive has changed.
    """
    before = LinkedText.objects.filter(pk=article.pk).first()
    work = _Work(article, texts_of(article), scene_of(article), list(article.mentions.all()), before)
    _look(work, matcher)
    _write([work], at)
    article._prefetched_objects_cache = {}
    return work.linked


def link_archive(*, at: datetime, only_new: bool = False) -> Iterator[Linked]:
    """Article by article; `only_new` takes those without any mention."""
    forget_old_changes()
    matcher, histories, last = matcher_of_archive(), Histories(), 0
    gc.freeze()  # the matcher's very many small objects are no garbage; looking through them costs a tenth of the time
    articles = Article.objects.filter(mentions__isnull=True) if only_new else Article.objects.all()
    while batch := list(articles.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        last = batch[-1]
        yield from _link_locked(batch, matcher, histories, at)


def _link_locked(ids: list[int], matcher: Matcher, histories: Histories, at: datetime) -> list[Linked]:
    """Locked, so that no editor saves other words meanwhile; an article that is gone by then links nobody."""
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
        articles = list(locked.prefetch_related("sections", "mentions"))
        before, tags = LinkedText.objects.in_bulk(ids), _tags_of(ids)
        works = [
            _Work(
                article,
                texts_of(article),
                scene(article, frozenset(tags.get(article.pk, ())), histories),
                list(article.mentions.all()),
                before.get(article.pk),
            )
            for article in articles
        ]
        for work in works:
            _look(work, matcher)
        _write(works, at)
    return [work.linked for work in works]


def _tags_of(ids: list[int]) -> dict[int, list[int]]:
    tags: dict[int, list[int]] = {}
    for article_id, tag_id in Filing.objects.filter(content_object__in=ids).values_list("content_object", "tag_id"):
        tags.setdefault(article_id, []).append(tag_id)
    return tags


def _look(work: _Work, matcher: Matcher) -> None:
    """Find who is named, and plan what becomes of the mentions in the passages that are new or changed."""
    now = {anchor: _hash(text) for anchor, text in work.texts.items()}
    changed = _changed(work.before, now, matcher)
    if not changed and work.before and work.before.texts == now:
        return
    found = {
        place_of(mention): mention
        for mention in people_in(work.texts, matcher, work.scene)
        if mention.anchor in changed and _fits(mention, matcher)
    }
    work.after = LinkedText(article_id=work.article.pk, names=matcher.marker, texts=now)
    work.planned = plan([mention for mention in work.stored if _is_open(mention, changed, now)], work.texts, found)
    work.planned.taken.extend(place_of(mention) for mention in work.stored if not _is_open(mention, changed, now))
    no = refused(work.stored)
    work.fresh = tuple(
        mention
        for place, mention in found.items()
        if not work.planned.occupies(place) and not no & keys(mention.person_id, mention.name, mention.surface)
    )


def _changed(before: LinkedText | None, now: Mapping[str, str], matcher: Matcher) -> frozenset[str]:
    """The anchors of texts that are other than when they were last looked at; all, where names have changed."""
    if before is None or not matcher.marker or before.names != matcher.marker:
        return frozenset(now)
    return frozenset(anchor for anchor, text in now.items() if before.texts.get(anchor) != text)


def _is_open(mention: Mention, changed: frozenset[str], now: Mapping[str, str]) -> bool:
    """Whether the text it stands in has changed or is gone."""
    return mention.anchor in changed or mention.anchor not in now


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _fits(found: FoundMention, matcher: Matcher) -> bool:
    if found.person_id is None and matcher.rejected and fold(found.name) in matcher.rejected:
        return False
    return found.end > found.start and max(len(found.surface), len(found.name)) <= NAME_LENGTH


def _write(works: Iterable[_Work], at: datetime) -> None:
    """All articles together: what goes, what moves, what is new, and what was looked at."""
    done = [work for work in works if work.after and work.planned]
    gone = [mention.pk for work in done if work.planned for mention in work.planned.gone]
    if gone:
        Mention.objects.filter(pk__in=gone).delete()
    _move([move for work in done if work.planned for move in work.planned.moved])
    Mention.objects.bulk_create(
        [_mention(work.article, found, at) for work in done for found in work.fresh], batch_size=1_000
    )
    LinkedText.objects.bulk_create(
        [work.after for work in done if work.after],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["names", "texts"],
    )


def _move(moved: list[tuple[Mention, Place]]) -> None:
    if not moved:
        return
    Mention.objects.filter(pk__in=[mention.pk for mention, _ in moved]).update(
        start=F("start") + ASIDE, end=F("end") + ASIDE
    )
    for mention, place in moved:
        mention.anchor, mention.start, mention.end = place
    Mention.objects.bulk_update([mention for mention, _ in moved], ["anchor", "start", "end"])


def _mention(article: Article, found: FoundMention, at: datetime) -> Mention:
    confirmed = is_sure(found)
    return Mention(
        article=article,
        anchor=found.anchor,
        start=found.start,
        end=found.end,
        surface=found.surface,
        person_id=found.person_id,
        suggested_name="" if found.person_id else found.name,
        status=MentionStatus.CONFIRMED if confirmed else MentionStatus.SUGGESTED,
        score=found.score,
        why=found.why,
        evidence=dict(found.evidence),
        is_automatic=confirmed,
        decided_at=at if confirmed else None,
    )


def _linked(stored: Iterable[Mention], fresh: Iterable[FoundMention]) -> Linked:
    """Counted by person, not by place; who was there before is not new."""
    before = {mention.person_id or mention.suggested_name for mention in stored if _counts(mention)}
    new = {found.person_id or found.name for found in fresh if found.person_id is None or is_sure(found)} - before
    confirmed = frozenset(who for who in new if isinstance(who, int))
    return Linked(confirmed, frozenset(who for who in new if isinstance(who, str)))


def _counts(mention: Mention) -> bool:
    return mention.status == MentionStatus.CONFIRMED or not mention.person_id
