"""Make a former version unreadable for good, for readers and editors alike: a court, a victim, a wrong name."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.editorial.base import lock, log, require
from articles.editorial.versions import readable_version
from articles.errors import CannotDo
from articles.formats.base import ArticleRecord
from articles.models import Article, Editor, Version
from articles.records import from_json, to_json
from articles.vocabulary import Verb


@transaction.atomic
def redact_version(article: Article, number: int, *, editor: Editor | None, at: datetime, reason: str) -> Version:
    """Nothing of its text is left in the history, nor of versions with the same text; that they were there, when and
    by whom, and the reason stay.

    Raises NotAllowed, CannotDo (no reason, redacted already, the text still stands in the article).
    """
    article = lock(article, at)
    require(editor, "redact_version", article)
    version = readable_version(article, number)
    if not reason.strip():
        raise CannotDo(_("Eine Schwärzung braucht eine Begründung."))
    if version.text_number == article.versions.first().text_number:
        raise CannotDo(_("%s ist, was im Artikel steht. Ändern Sie zuerst den Artikel.") % version)
    alike = article.versions.filter(Q(number=version.text_number) | Q(text_of=version.text_number)).order_by("number")
    for one in alike:
        one.record, one.name, one.redacted_at = to_json(_emptied(from_json(one.record))), "", at
        one.save(update_fields=["record", "name", "redacted_at"])
    log(article, Verb.REDACTED, editor=editor, at=at, reason=f"{', '.join(map(str, alike))}: {reason.strip()}")
    version.refresh_from_db()
    return version


def _emptied(record: ArticleRecord) -> ArticleRecord:
    """Only what says when and under which status it stood."""
    empty = ArticleRecord(headline="")
    return replace(
        empty,
        language=record.language,
        status=record.status,
        published_at=record.published_at,
        embargoed_until=record.embargoed_until,
    )
