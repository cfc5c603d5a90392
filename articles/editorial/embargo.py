"""Hold a story back until a moment, or let it go."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import Verb


@transaction.atomic
def embargo(
    article: Article, until: datetime | None, *, editor: Editor | None, at: datetime, reason: str = ""
) -> Article:
    """Nobody reads it before `until`; None lifts the embargo. Raises NotAllowed, CannotDo."""
    article = lock(article, at)
    require(editor, "publish_article", article)
    if until and until <= at:
        raise CannotDo(_("Diese Sperrfrist ist schon vorbei."))
    article.embargoed_until = until
    keep(article, Verb.EMBARGOED, editor=editor, at=at, reason=reason)
    return article
