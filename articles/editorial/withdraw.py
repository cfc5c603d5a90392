"""Take a published article down: its address answers 410 with the notice."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import Status, Verb


@transaction.atomic
def withdraw(article: Article, *, editor: Editor | None, at: datetime, reason: str, notice: str = "") -> Article:
    """`reason` stays in the house, `notice` is public. Raises NotAllowed, CannotDo."""
    article = lock(article, at)
    require(editor, "withdraw_article", article)
    if article.status != Status.PUBLISHED:
        raise CannotDo(_("„%s“ ist nicht veröffentlicht.") % article.headline)
    if not reason.strip():
        raise CannotDo(_("Ein Rückzug braucht eine Begründung."))
    article.status, article.withdrawn_at = Status.WITHDRAWN, at
    article.withdrawal_reason, article.withdrawal_notice = reason.strip(), notice.strip()
    keep(article, Verb.WITHDRAWN, editor=editor, at=at, reason=reason)
    return article
