"""Whether an imported article has been changed in the archive since. Keeping house is no change: a tag or desk that was
merged or renamed leaves the article as it was imported."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from articles.formats.base import ArticleRecord
from articles.models import Article, Desk
from articles.records import content_hash, from_json, record_of
from articles.today import as_of_today


def state_of(article: Article) -> str:
    """Of the article as it stands: its text, its filing and its dates."""
    return _state(record_of(article))


def is_edited(article: Article) -> bool:
    """Whether somebody changed it in the archive since it was imported."""
    record = record_of(article)
    if article.imported_state == _state(record):
        return False
    versions = (from_json(version.record) for version in article.versions.order_by("number"))
    imported = next((version for version in versions if _state(version) == article.imported_state), None)
    return imported is None or not _same_today(imported, record)


def _same_today(imported: ArticleRecord, record: ArticleRecord) -> bool:
    """Both by the names of today, in any order of their tags; a desk that is gone leads to wherever the article is."""
    then, now = (replace(one, tags=tuple(sorted(one.tags, key=str))) for one in as_of_today([imported, record]))
    if then.desk and not Desk.objects.filter(pk=then.desk.id).exists():
        then = replace(then, desk=now.desk)
    return _state(then) == _state(now)


def _state(record: ArticleRecord) -> str:
    return sha(content_hash(record), stamp(record.published_at), stamp(record.embargoed_until))


def sha(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def stamp(moment: datetime | None) -> str:
    return str(moment.timestamp()) if moment else ""
