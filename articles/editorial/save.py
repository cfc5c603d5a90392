"""Save an editor's change: a version, a line in the log, and for a live article it is public at once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles.editorial.base import keep, lock
from articles.models import Article, Editor, Version
from articles.vocabulary import Verb


@transaction.atomic
def save_change(
    article: Article, *, editor: Editor | None, at: datetime, verb: Verb = Verb.CHANGED, reason: str = ""
) -> Version | None:
    """Call it once the article and all its parts are written; returns None where nothing had changed.

    Permission is the caller's: it depends on the form (admin) or the command (import) the change came through.
    """
    return keep(lock(article, at), verb, editor=editor, at=at, reason=reason)
