"""Tells the hub, from a thread of the server or from the command: one process at a time, and again if it did not get
through. Nobody who saves an article waits for it."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from http.client import HTTPException
from itertools import batched
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from articles.models import Announcement
from articles.websub.changed import feeds_changed

logger = logging.getLogger(__name__)

EVERY = timedelta(seconds=15)
LATE = timedelta(seconds=10)
"""So long after its own date a change may be committed: what was told just before is looked at again."""
TURN = timedelta(minutes=5)
"""Whoever has begun to tell and has not come back by then was killed; another takes over."""
LONGEST_REST = timedelta(hours=1)
PATIENCE = 10.0  # seconds
AT_ONCE = 50
"""Feeds in one request to the hub."""


def announce(at: datetime) -> int:
    """Tell the hub of all that has changed since it was last told; returns how many feeds. Nothing without a hub, in
    another's turn, and before the rest after a failure is over."""
    turn = _due(at) if settings.WEBSUB_HUB else None
    changed = feeds_changed(max(turn.until - LATE, turn.begun_at), at) if turn else []
    if not turn or not changed or not _is_ours(turn, at):
        return 0
    urls = [settings.SITE_URL + path for path in changed]
    try:
        for some in batched(urls, AT_ONCE):
            tell(turn.hub, some)
    except (OSError, HTTPException) as error:
        _rest(turn, at)
        logger.warning("The hub %s was not told of %d feeds; it will be. %s", turn.hub, len(urls), error)
        return 0
    turn.until, turn.failures, turn.next_at = at, 0, at + EVERY
    turn.save()
    return len(urls)


def tell(hub: str, urls: Sequence[str]) -> None:
    """Raises OSError or HTTPException, for an answer that is not a success too."""
    said = urlencode([("hub.mode", "publish"), *(("hub.url", url) for url in urls)]).encode("ascii")
    with urlopen(Request(hub, said), timeout=PATIENCE):
        pass


def keep_announcing() -> None:
    """For a thread of the server: never ends."""
    while True:
        time.sleep(EVERY.total_seconds())
        try:
            announce(timezone.now())
        except DatabaseError as error:
            logger.error("Nobody could ask what the hub is to be told. %s", error)
        finally:
            connections.close_all()


def _due(at: datetime) -> Announcement | None:
    """None if it is another's turn or too early. A hub that is new is told of what comes from now on."""
    beginning = {"begun_at": at, "until": at, "next_at": at}
    turn, _is_new = Announcement.objects.get_or_create(hub=settings.WEBSUB_HUB, defaults=beginning)
    return turn if turn.next_at <= at else None


def _is_ours(turn: Announcement, at: datetime) -> bool:
    """Whoever is first takes the turn; while there is no news nobody does, and nothing is written."""
    return Announcement.objects.filter(pk=turn.pk, next_at=turn.next_at).update(next_at=at + TURN) == 1


def _rest(turn: Announcement, at: datetime) -> None:
    turn.failures += 1
    turn.next_at = at + min(EVERY * 2 ** min(turn.failures, 10), LONGEST_REST)
    turn.save()
