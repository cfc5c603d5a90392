"""Where an article stands, as an editor says it: a published one may still be planned or held back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.querysets import ArticleQuerySet
from articles.vocabulary import Status


class Standing(NamedTuple):
    key: str
    label: Promise
    colour: str  # one of Unfold's label variants
    among: Callable[[ArticleQuerySet, datetime], ArticleQuerySet]


def _with_status(status: Status) -> Callable[[ArticleQuerySet, datetime], ArticleQuerySet]:
    return lambda articles, at: articles.filter(status=status)


def _live(articles: ArticleQuerySet, at: datetime) -> ArticleQuerySet:
    """What is visible, asked the other way round, and with IN: else SQLite takes an index of what is published, and
    sorts a million rows for a list that begins with the last change."""
    upcoming = Article.objects.upcoming(at).order_by().values("pk")
    return articles.filter(status__in=[Status.PUBLISHED]).exclude(pk__in=upcoming)


DRAFT = Standing("draft", _("Entwurf"), "default", _with_status(Status.DRAFT))
REVIEW = Standing("review", _("In Prüfung"), "info", _with_status(Status.REVIEW))
LIVE = Standing("live", _("Öffentlich"), "success", _live)
SCHEDULED = Standing("scheduled", _("Geplant"), "warning", lambda articles, at: articles.scheduled(at))
EMBARGOED = Standing("embargoed", _("Sperrfrist"), "warning", lambda articles, at: articles.embargoed(at))
WITHDRAWN = Standing("withdrawn", _("Zurückgezogen"), "danger", _with_status(Status.WITHDRAWN))

STANDINGS = (DRAFT, REVIEW, LIVE, SCHEDULED, EMBARGOED, WITHDRAWN)
_BY_STATUS = {Status.DRAFT: DRAFT, Status.REVIEW: REVIEW, Status.WITHDRAWN: WITHDRAWN}


def standing_of(article: Article, at: datetime) -> Standing:
    if article.status in _BY_STATUS:
        return _BY_STATUS[Status(article.status)]
    if article.embargoed_until and article.embargoed_until > at:
        return EMBARGOED
    return SCHEDULED if article.published_at and article.published_at > at else LIVE
