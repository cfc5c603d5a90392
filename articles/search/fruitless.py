"""Keeps note of searches that found nothing, so that editors can add what is missing: a synonym, an alias, a story.

No personal data: words and a count for each day, nothing like somebody's address or number, and not for long."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import F, Sum
from django.utils.timezone import localdate

from articles.models import FruitlessSearch

LONGEST = 100
MOST_A_DAY = 1_000
"""Different words noted on one day; a robot that tries everything fills no more than that."""
KEPT_DAYS = 90
PATIENCE_MS = 50
"""How long a reader's page waits while somebody else writes; after that the search goes uncounted."""

_PERSONAL = re.compile(r"@|(?:\d[\s()/+.,–-]*){7}")
"""An e-mail address or a handle; seven digits in a row, however they are set apart: a telephone, an account."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")

log = logging.getLogger(__name__)


def note_fruitless(words: str, at: datetime) -> None:
    """Count a search that found nothing. A database that cannot write now is no reason to fail a reader's page."""
    folded = " ".join(unicodedata.normalize("NFC", _CONTROLS.sub(" ", words)).lower().split())
    if not folded or len(folded) > LONGEST or _PERSONAL.search(folded):
        return
    try:
        with _patience():
            _count(localdate(at), folded)
    except DatabaseError as error:
        log.warning("A search without hits was not counted: %s", error)


def fruitless(since: date, limit: int) -> list[tuple[str, int]]:
    """The words searched for in vain since that day, most frequent first."""
    found = FruitlessSearch.objects.filter(day__gte=since).order_by().values("words").annotate(times=Sum("count"))
    return list(found.order_by("-times", "words").values_list("words", "times")[:limit])


def _count(day: date, words: str) -> None:
    today = FruitlessSearch.objects.filter(day=day)
    if today.filter(words=words).update(count=F("count") + 1):
        return
    noted = today.count()
    if not noted:
        FruitlessSearch.objects.filter(day__lt=day - timedelta(days=KEPT_DAYS)).delete()
    if noted < MOST_A_DAY and not FruitlessSearch.objects.get_or_create(day=day, words=words)[1]:
        today.filter(words=words).update(count=F("count") + 1)


@contextmanager
def _patience() -> Iterator[None]:
    """SQLite lets one write at a time, and an import may take its time: do not stand in that queue."""
    if connection.vendor != "sqlite":
        yield
        return
    usual = int(settings.DATABASES["default"].get("OPTIONS", {}).get("timeout", 5) * 1_000)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
