"""What every verb needs: the locked article, the permission, the version and the line in the log."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.editorial.address import allot_address
from articles.editorial.reach import may
from articles.errors import NotAllowed
from articles.formats.base import ArticleRecord
from articles.models import Article, Editor, LogLine, Version
from articles.records import content_hash, from_json, record_of, to_json
from articles.search.sync import drain_after_commit
from articles.vocabulary import Status, Verb


def lock(article: Article, at: datetime) -> Article:
    """The article as it is now, locked until the transaction ends; notes whether readers have seen its address."""
    current = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    note_publicity(current, at)
    return current


def note_publicity(article: Article, at: datetime) -> None:
    """From the first moment of visibility on, the address is fixed for ever.

    The version before counts too: a form may have moved the date already.
    """
    states = [article, *article.versions.all()[:1]]
    public = any(s.status == Status.PUBLISHED and s.visible_from and s.visible_from <= at for s in states)
    article.address_fixed = article.address_fixed or public


def require(editor: Editor | None, permission: str, article: Article | None = None) -> None:
    """Raises NotAllowed: without the permission, or where the article belongs to another desk. Without an editor the
    archive itself acts (import, demo)."""
    if not editor or may(editor, permission, article):
        return
    if article and may(editor, permission):
        raise NotAllowed(_("„%s“ liegt bei einem anderen Ressort.") % article.headline)
    raise NotAllowed(_("Dazu fehlt Ihnen die Berechtigung: %s.") % permission)


def log(article: Article, verb: Verb, *, editor: Editor | None, at: datetime, reason: str = "") -> LogLine:
    return log_name(article.headline, verb, editor=editor, at=at, reason=reason, article=article)


def log_name(name: str, verb: Verb, *, editor: Editor | None, at: datetime, reason: str = "", **more: Any) -> LogLine:
    """For what is no article: a tag, a person, an account."""
    return LogLine.objects.create(at=at, editor=editor, verb=verb, headline=name, reason=reason, **more)


def keep(
    article: Article,
    verb: Verb,
    *,
    editor: Editor | None,
    at: datetime,
    reason: str = "",
    kind: str = "",
    note: str = "",
) -> Version | None:
    """Save the row, keep the version, write the log line; call it last, inside the verb's transaction.

    Returns None, and writes nothing but the row, where nothing differs from the version before.
    """
    drain_after_commit()
    allot_address(article)
    article.save()
    article._prefetched_objects_cache = {}
    written = record_of(article)
    record, last = to_json(written), article.versions.first()
    if last and last.record == record and not note:
        return None
    article.version_number, article.updated_at = (last.number if last else 0) + 1, at
    article.save(update_fields=["version_number", "updated_at"])
    log(article, verb, editor=editor, at=at, reason=reason)
    return Version.objects.create(
        article=article,
        number=article.version_number,
        record=record,
        text_of=last.text_number if last and _same_text(last, written) else article.version_number,
        status=article.status,
        visible_from=article.visible_from,
        saved_at=at,
        saved_by=editor,
        correction=kind,
        correction_note=note,
    )


def _same_text(last: Version, written: ArticleRecord) -> bool:
    return content_hash(from_json(last.record)) == content_hash(written)
