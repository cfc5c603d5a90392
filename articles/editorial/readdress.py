"""Give a published article another address; the old one redirects for ever."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.address import allot_address
from articles.editorial.base import lock, log, require
from articles.errors import CannotDo
from articles.models import Article, Editor
from articles.vocabulary import Verb


@transaction.atomic
def readdress(article: Article, wish: str, *, editor: Editor | None, at: datetime) -> Article:
    """Only a fixed address can be chosen: before that it follows the headline. Raises NotAllowed, CannotDo."""
    article = lock(article, at)
    require(editor, "publish_article", article)
    if not article.address_fixed:
        raise CannotDo(_("Bis zum Erscheinen folgt die Adresse dem Titel."))
    if not wish.strip():
        raise CannotDo(_("Die neue Adresse fehlt."))
    before = article.slug
    allot_address(article, wish=wish)
    article.save()
    if article.slug != before:
        log(article, Verb.RENAMED, editor=editor, at=at, reason=f"{before} → {article.slug}")
    return article
