"""Bring a withdrawn article back under its old address."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import Status, Verb


@transaction.atomic
def restore(article: Article, *, editor: Editor | None, at: datetime, reason: str = "") -> Article:
    """Raises NotAllowed, CannotDo."""
    article = lock(article, at)
    require(editor, "withdraw_article", article)
    if article.status != Status.WITHDRAWN:
        raise CannotDo(_("„%s“ ist nicht zurückgezogen.") % article.headline)
    article.status, article.withdrawn_at = Status.PUBLISHED, None
    article.withdrawal_reason = article.withdrawal_notice = ""
    keep(article, Verb.RESTORED, editor=editor, at=at, reason=reason)
    return article
