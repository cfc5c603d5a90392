"""Names that articles introduce and the archive does not know: counted over the whole archive, made a person, or
rejected for good. For the editors' desk, which asks for permission and writes the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, F, Max, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from articles.models import Article, Editor, Mention, Person, RejectedName
from articles.people.linking import link_article
from articles.people.surroundings import matcher_of_archive
from articles.text.sortkeys import fold
from articles.vocabulary import MentionStatus, Reason

SAMPLES = 3
"""Mentions shown with a candidate."""
OPEN = Q(status=MentionStatus.SUGGESTED, person__isnull=True) & ~Q(why=Reason.HOMONYM)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name, in how many articles and places it stands, the newest of the articles, and some of the places (with
    their articles and sections read, so that the sentence can be shown)."""

    name: str
    articles: int
    mentions: int
    newest: int
    samples: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Adopted:
    """The person made of a name, and the articles that name them now."""

    person: Person
    articles: tuple[int, ...]


def candidates(*, containing: str = "", newest_first: bool = False, start: int = 0, most: int = 50) -> list[Candidate]:
    """Most mentioned first, or newest first; three queries, however many there are."""
    found = _open().filter(_has(containing)) if containing else _open()
    order = ["-newest"] if newest_first else ["-articles", "-mentions"]
    counted = (
        found.order_by()
        .values("suggested_name")
        .annotate(articles=Count("article", distinct=True), mentions=Count("pk"), newest=Max("article"))
        .order_by(*order, "suggested_name")[start : start + most]
    )
    rows = list(counted.values_list("suggested_name", "articles", "mentions", "newest"))
    samples = _samples([name for name, *_ in rows])
    return [Candidate(name, *counts, tuple(samples.get(name, ()))) for name, *counts in rows]


@transaction.atomic
def adopt(name: str, *, editor: Editor | None, at: datetime, person: Person | None = None) -> Adopted:
    """Make a person of this name (or give the name to `person`), link every place that was suggested under it, and look
    once more at those articles, for they may name the person in other ways too."""
    known = person or Person.objects.create(name=name)
    if person and not person.names.filter(name=name).exists():
        person.names.create(name=name)
    RejectedName.objects.filter(folded=fold(name)).delete()
    places = _named(name)
    articles = tuple(places.order_by("article_id").values_list("article_id", flat=True).distinct())
    places.update(
        person=known, status=MentionStatus.CONFIRMED, decided_by=editor, decided_at=at, score=1.0, is_automatic=False
    )
    matcher = matcher_of_archive()
    for article in Article.objects.filter(pk__in=articles).order_by("pk").iterator(chunk_size=500):
        link_article(article, matcher, at=at)
    return Adopted(known, articles)


@transaction.atomic
def reject_name(name: str, *, editor: Editor | None, at: datetime) -> int:
    """Nobody is meant anywhere, and the name is not suggested again; returns the number of articles."""
    RejectedName.objects.update_or_create(
        folded=fold(name), defaults={"name": name, "rejected_by": editor, "rejected_at": at}
    )
    places = _named(name)
    articles = places.order_by().values("article").distinct().count()
    places.update(status=MentionStatus.REJECTED, decided_by=editor, decided_at=at)
    return articles


def _has(part: str) -> Q:
    """SQLite knows capitals of plain letters only: typed small, Özdemir would not be found."""
    return Q(suggested_name__icontains=part) | Q(suggested_name__icontains=part.title())


def _open() -> QuerySet[Mention]:
    return Mention.objects.filter(OPEN)


def _named(name: str) -> QuerySet[Mention]:
    return _open().filter(suggested_name=name)


def _samples(names: Sequence[str]) -> dict[str, list[Mention]]:
    """The first places in the newest articles."""
    numbered = (
        _open()
        .filter(suggested_name__in=names)
        .annotate(
            number=Window(
                RowNumber(), partition_by=[F("suggested_name")], order_by=[F("article_id").desc(), F("start").asc()]
            )
        )
    )
    found = numbered.filter(number__lte=SAMPLES).select_related("article").prefetch_related("article__sections")
    samples: dict[str, list[Mention]] = {}
    for mention in found.order_by("suggested_name", "number"):
        samples.setdefault(mention.suggested_name, []).append(mention)
    return samples
