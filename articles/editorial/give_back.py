"""Give an article back to who wrote it, with a note of what it needs."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.errors import CannotDo
from articles.models import Article, Editor, LogLine
from articles.vocabulary import Status, Verb


@transaction.atomic
def give_back(article: Article, note: str, *, editor: Editor | None, at: datetime) -> Article:
    """It is a draft again. Raises NotAllowed, CannotDo (not in review, no note)."""
    article = lock(article, at)
    require(editor, "return_article", article)
    if article.status != Status.REVIEW:
        raise CannotDo(_("„%s“ ist nicht in Prüfung.") % article.headline)
    if not note.strip():
        raise CannotDo(_("Wer einen Artikel zurückgibt, sagt, was fehlt."))
    article.status = Status.DRAFT
    keep(article, Verb.RETURNED, editor=editor, at=at, reason=note.strip())
    return article


def note_for(article: Article) -> LogLine | None:
    """What a draft was given back with, until it is submitted again."""
    if article.status != Status.DRAFT:
        return None
    handed = article.log.filter(verb__in=(Verb.SUBMITTED, Verb.RETURNED)).select_related("editor").first()
    return handed if handed and handed.verb == Verb.RETURNED else None
