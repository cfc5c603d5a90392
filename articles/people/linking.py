"""Linking articles to people: what is found in the text against what is stored. Finding names is finding.py's, what
stays is deciding.py's; no versions and no log here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db import transaction
from django.db.models import F

from articles.models import Article, Mention, PersonName
from articles.people.deciding import Plan, keys, place_of, plan, refused
from articles.people.finding import FoundMention, Matcher, people_in
from articles.vocabulary import STANDFIRST_ANCHOR, MentionStatus

ASIDE = 1_000_000_000
"""Added to places while mentions change them, so that none is in another's way."""
NAME_LENGTH = 200
BATCH = 500


@dataclass(frozen=True, slots=True)
class Linked:
    """Who came in anew: ids of people, and names the archive does not know or cannot tell apart."""

    confirmed: frozenset[int] = frozenset()
    suggested: frozenset[str] = frozenset()


def matcher_of_archive() -> Matcher:
    """For all names of all people, public or not; made anew only where a name has changed since the last call."""
    return _matcher(tuple(PersonName.objects.order_by("person_id", "pk").values_list("person_id", "name")))


@lru_cache(maxsize=1)
def _matcher(names: tuple[tuple[int, str], ...]) -> Matcher:
    return Matcher(names)


def texts_of(article: Article) -> dict[str, str]:
    """The texts in which mentions count their characters, by anchor."""
    sections = {section.anchor: section.plain for section in article.sections.all()}
    return {STANDFIRST_ANCHOR: article.standfirst, **sections}


def link_article(article: Article, matcher: Matcher, *, at: datetime) -> Linked:
    """Bring the article's mentions up to its text. Call it in a transaction.

    A known name is confirmed; a name that the text introduces, or that several people bear, is suggested. What an
    editor decided is never overridden.
    """
    texts, stored = texts_of(article), list(article.mentions.all())
    found = {place_of(mention): mention for mention in people_in(texts, matcher) if _fits(mention)}
    planned, no = plan(stored, texts, found), refused(stored)
    fresh = [
        mention
        for place, mention in found.items()
        if not planned.occupies(place) and not no & keys(mention.person_id, mention.name, mention.surface)
    ]
    _carry_out(planned)
    Mention.objects.bulk_create(_mention(article, new, at) for new in fresh)
    article._prefetched_objects_cache = {}
    return _linked(stored, fresh)


def link_archive(*, at: datetime, only_new: bool = False) -> Iterator[Linked]:
    """Article by article, each in a transaction of its own; `only_new` takes those without any mention."""
    matcher, last = matcher_of_archive(), 0
    articles = Article.objects.filter(mentions__isnull=True) if only_new else Article.objects.all()
    while batch := list(articles.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        last = batch[-1]
        for pk in batch:
            yield _link_locked(pk, matcher, at)


def _link_locked(pk: int, matcher: Matcher, at: datetime) -> Linked:
    """Locked, so that no editor saves other words meanwhile; an article that is gone by then links nobody."""
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).filter(pk=pk).first()
        return link_article(article, matcher, at=at) if article else Linked()


def _fits(found: FoundMention) -> bool:
    return found.end > found.start and max(len(found.surface), len(found.name)) <= NAME_LENGTH


def _carry_out(planned: Plan) -> None:
    if planned.gone:
        Mention.objects.filter(pk__in=[mention.pk for mention in planned.gone]).delete()
    if planned.moved:
        moved = Mention.objects.filter(pk__in=[mention.pk for mention, _ in planned.moved])
        moved.update(start=F("start") + ASIDE, end=F("end") + ASIDE)
    for mention, place in planned.moved:
        mention.anchor, mention.start, mention.end = place
        mention.save(update_fields=["anchor", "start", "end"])


def _mention(article: Article, found: FoundMention, at: datetime) -> Mention:
    known = found.person_id is not None
    return Mention(
        article=article,
        anchor=found.anchor,
        start=found.start,
        end=found.end,
        surface=found.surface,
        person_id=found.person_id,
        suggested_name="" if known else found.name,
        status=MentionStatus.CONFIRMED if known else MentionStatus.SUGGESTED,
        decided_at=at if known else None,
    )


def _linked(stored: Iterable[Mention], fresh: Iterable[FoundMention]) -> Linked:
    """Counted by person, not by place; who was there before is not new."""
    before = {mention.person_id or mention.suggested_name for mention in stored if _counts(mention)}
    new = {found.person_id or found.name for found in fresh} - before
    confirmed = frozenset(who for who in new if isinstance(who, int))
    return Linked(confirmed, frozenset(who for who in new if isinstance(who, str)))


def _counts(mention: Mention) -> bool:
    return mention.status == MentionStatus.CONFIRMED or not mention.person_id
