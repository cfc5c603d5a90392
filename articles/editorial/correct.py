"""Say in public what was changed: the note belongs to the version that the change made."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import CorrectionKind, Verb


@transaction.atomic
def correct(article: Article, kind: CorrectionKind, note: str, *, editor: Editor | None, at: datetime) -> Article:
    """Call it after the text was changed. Raises NotAllowed, CannotDo (no note)."""
    article = lock(article, at)
    require(editor, "change_article", article)
    if not note.strip():
        raise CannotDo(_("Eine Berichtigung braucht einen Wortlaut."))
    keep(article, Verb.CORRECTED, editor=editor, at=at, kind=kind, note=note.strip())
    return article
