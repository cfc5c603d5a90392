"""Give a draft to the desk, to be read before it is published."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import Status, Verb


@transaction.atomic
def submit(article: Article, *, editor: Editor | None, at: datetime, note: str = "") -> Article:
    """From now on it is the desk's. Raises NotAllowed, CannotDo (no draft)."""
    article = lock(article, at)
    require(editor, "change_article", article)
    if article.status != Status.DRAFT:
        raise CannotDo(_("„%s“ ist kein Entwurf.") % article.headline)
    article.status = Status.REVIEW
    keep(article, Verb.SUBMITTED, editor=editor, at=at, reason=note.strip())
    return article
