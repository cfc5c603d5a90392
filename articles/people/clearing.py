"""Text without what nobody sees, soft hyphens above all, and the way back to the places in the text as it was."""

from __future__ import annotations

import re
from typing import NamedTuple

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class Cleared(NamedTuple):
    """`places` says where each visible character stood; None where nothing was taken out."""

    text: str
    places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as it was, of a stretch (not empty) of the cleared one."""
        return (start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)


def cleared(text: str) -> Cleared:
    if text.isascii() or not _INVISIBLE.search(text):
        return Cleared(text)
    places = tuple(place for place, char in enumerate(text) if not _INVISIBLE.match(char))
    return Cleared("".join(text[place] for place in places), places)
