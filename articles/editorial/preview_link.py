"""A link that shows an article before it is public, to whoever has it and for a while: a source, a lawyer."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.base import log, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import Status, Verb

SALT = "articles.preview"
LIFETIMES = {"day": timedelta(days=1), "week": timedelta(days=7)}
CHOICES = [("day", gettext_lazy("einen Tag")), ("week", gettext_lazy("eine Woche"))]


@transaction.atomic
def share_preview(article: Article, lifetime: str, *, editor: Editor, at: datetime) -> str:
    """The token, noted in the log with the moment it ends: who may change the article may show it. Raises NotAllowed,
    CannotDo for one that was withdrawn."""
    require(editor, "change_article", article)
    if article.status == Status.WITHDRAWN:
        raise CannotDo(_("„%s“ ist zurückgezogen und wird niemandem mehr gezeigt.") % article.headline)
    until = at + LIFETIMES[lifetime]
    reason = _("Vorschau bis %s") % until.astimezone().strftime("%d.%m.%Y %H:%M")
    log(article, Verb.SHARED, editor=editor, at=at, reason=reason)
    return signing.dumps([article.pk, at.timestamp(), until.timestamp()], salt=SALT)


def may_see(article: Article, token: str, at: datetime) -> bool:
    """Whether the token is ours, for this article, has not ended, and the article was not withdrawn since."""
    try:
        article_id, since, until = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return False
    if article_id != article.pk or at.timestamp() >= until or article.status == Status.WITHDRAWN:
        return False
    withdrawn = article.log.filter(verb=Verb.WITHDRAWN).values_list("at", flat=True).first()
    return not withdrawn or withdrawn.timestamp() < since
