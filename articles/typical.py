"""What sets a list of articles apart: the tags that are more frequent in it than elsewhere. From the index's counts."""

from __future__ import annotations

from datetime import datetime
from math import log

from articles import search
from articles.errors import IndexUnavailable
from articles.listings import Listing
from articles.models import Tag

MOST_TAGS = 12
LEAST = 2
"""What occurs once is chance."""


def typical_tags(listing: Listing, at: datetime, limit: int = MOST_TAGS) -> list[tuple[Tag, int]]:
    """The tags that go with what the list is about, each with its count there; none without an index."""
    counts = {int(bucket.key): bucket.count for bucket in listing.facets.get("tag", ())}
    counts = {pk: count for pk, count in counts.items() if count != listing.count}
    if not counts or not listing.count:
        return []
    try:
        everywhere, whole = search.spread("tag", counts, at)
    except IndexUnavailable:
        return []
    weights = {pk: weight(count, everywhere.get(pk, count), listing.count, whole) for pk, count in counts.items()}
    chosen = sorted((pk for pk, much in weights.items() if much > 0), key=lambda pk: (-weights[pk], pk))[:limit]
    found = Tag.objects.in_bulk(chosen)
    return [(found[pk], counts[pk]) for pk in chosen if pk in found]


def weight(count: int, everywhere: int, size: int, whole: int) -> float:
    """How much more of it there is than chance would have, in bits times articles; nothing where there is less."""
    expected = size * everywhere / whole
    return count * log(count / expected) if count >= LEAST and count > expected else 0.0
