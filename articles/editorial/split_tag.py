"""Some of a tag's articles mean something else: they get other tags instead of it, known or new."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, log_name, require
from articles.editorial.merge_tags import TAGS
from articles.editorial.moving import filings_of
from articles.errors import CannotDo
from articles.models import Article, Editor, Tag, TagName
from articles.models.tag import resolve_tags
from articles.text.sortkeys import fold
from articles.vocabulary import Verb

MOST = 200
"""Articles filed otherwise at once; each gets its version and its line in the log."""


@transaction.atomic
def split_tag(
    tag: Tag, chosen: Collection[int], *, names: Sequence[str], editor: Editor | None, at: datetime
) -> list[Article]:
    """The chosen articles have the tags of these names instead of `tag`. Raises NotAllowed, CannotDo."""
    require(editor, TAGS.permission)
    if len(chosen) > MOST:
        raise CannotDo(_("Höchstens %d Artikel auf einmal.") % MOST)
    others = _others(tag, names, editor)
    ids = filings_of(tag).filter(content_object__in=list(chosen)).values("content_object")
    articles = [lock(article, at) for article in Article.objects.filter(pk__in=ids).order_by("pk")]
    if not articles:
        raise CannotDo(_("Kein Artikel ausgewählt."))
    told = f"„{tag.name}“ → „{'“, „'.join(other.name for other in others)}“"
    for article in articles:
        article.tags.remove(tag)
        article.tags.add(*others)
        keep(article, Verb.SPLIT, editor=editor, at=at, reason=told)
    log_name(tag.name, Verb.SPLIT, editor=editor, at=at, reason=told)
    return articles


def _others(tag: Tag, names: Sequence[str], editor: Editor | None) -> list[Tag]:
    folded = {fold(name) for name in names}
    if not folded - {""}:
        raise CannotDo(_("Welche Schlagwörter die Artikel bekommen, fehlt."))
    if TagName.objects.filter(folded__in=folded).values("folded").count() < len(folded):
        require(editor, "add_tag")
    others = resolve_tags(names)
    if tag in others:
        raise CannotDo(str(TAGS.same))
    return others
