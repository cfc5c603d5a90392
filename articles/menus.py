"""The desks that lead somewhere, for navigation and sitemaps: one whose articles are all hidden is a dead end."""

from __future__ import annotations

from datetime import datetime

from articles.errors import IndexUnavailable
from articles.models import Desk
from articles.models.desk import above, desks
from articles.search.engine import engine


def desks_in_print(at: datetime) -> list[Desk]:
    """Those in which, or below which, something can be read, in their order; all where nothing is counted.

    One query: what a withdrawal hides is counted until the outbox is drained, for a name in a menu says nothing of it.
    """
    known = desks()
    tree = {desk.pk: desk.parent_id for desk in known}
    try:
        used = engine().in_use("desk", tree, at)
    except IndexUnavailable:
        return known
    filled = {pk for one in used for pk in above(one, tree)}
    return [desk for desk in known if desk.pk in filled] if filled else known
