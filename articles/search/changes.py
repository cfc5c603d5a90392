"""When the archive last changed for its readers. Knows the index, the outbox and the clock; names are not counted."""

from __future__ import annotations

from datetime import datetime

from articles.models import Article, OutboxEntry
from articles.search.engine import engine


def changed_at(at: datetime) -> datetime:
    """The latest of: the index was written, a change was noted, an article became visible. Raises IndexUnavailable."""
    noted = OutboxEntry.objects.order_by("-id").values_list("noted_at", flat=True).first()
    shown = Article.objects.visible(at).order_by("-visible_from").values_list("visible_from", flat=True).first()
    return max(filter(None, (engine().written_at(), noted, shown)))
