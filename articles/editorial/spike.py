"""Drop a draft that no reader ever saw. What was public is withdrawn instead, so that its address can say so."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import lock, log, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import Status, Verb


def can_spike(article: Article) -> bool:
    return article.status in {Status.DRAFT, Status.REVIEW} and not article.address_fixed


@transaction.atomic
def spike(article: Article, *, editor: Editor | None, at: datetime, reason: str = "") -> None:
    """Raises NotAllowed, CannotDo (it was public, or is about to be)."""
    article = lock(article, at)
    require(editor, "delete_article", article)
    if not can_spike(article):
        raise CannotDo(_("„%s“ ist kein Entwurf mehr. Ziehen Sie den Artikel zurück.") % article.headline)
    log(article, Verb.SPIKED, editor=editor, at=at, reason=reason)
    article.delete()
