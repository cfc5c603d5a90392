"""Publish now, or schedule: a date in the future is the schedule."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import Status, Verb


@transaction.atomic
def publish(
    article: Article, *, editor: Editor | None, at: datetime, when: datetime | None = None, reason: str = ""
) -> Article:
    """Publish at `when`, else at the date already set, else now. Raises NotAllowed, CannotDo."""
    article = lock(article, at)
    require(editor, "publish_article", article)
    if article.status == Status.WITHDRAWN:
        raise CannotDo(_("„%s“ ist zurückgezogen. Stellen Sie den Artikel wieder her.") % article.headline)
    if not article.headline.strip():
        raise CannotDo(_("Ohne Titel lässt sich nichts veröffentlichen."))
    article.published_at = when or article.published_at or at
    article.status = Status.PUBLISHED
    verb = Verb.SCHEDULED if article.published_at > at else Verb.PUBLISHED
    keep(article, verb, editor=editor, at=at, reason=reason)
    return article
