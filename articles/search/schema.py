"""What the index knows of an article, whichever engine keeps it. No database, no engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b

from articles.text import analysis

LAYOUT = 1
"""Raise it with every change of what is indexed or how."""
VERSION = f"{LAYOUT}.{analysis.VERSION}"

FIELDS = {"headline": 3.0, "standfirst": 1.7, "body": 1.0}
"""The fields that are searched, by weight."""
LOOSE = "loose"
LOOSE_WEIGHT = 0.3
"""Lemmas and compound parts of all fields: they find, but count for less."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """A published article as the index keeps it; one that is not published is not there at all."""

    id: int
    visible_from: datetime
    published_at: datetime
    published_on: date
    language: str
    headline: str
    standfirst: str = ""  # with the kicker and the dateline
    passages: tuple[str, ...] = ()  # headings and texts of the sections, plain
    desk_id: int | None = None
    tag_ids: tuple[int, ...] = ()
    person_ids: tuple[int, ...] = ()  # confirmed mentions; who is public is asked with the question
    author_ids: tuple[int, ...] = ()

    @property
    def texts(self) -> dict[str, tuple[str, ...]]:
        return {"headline": (self.headline,), "standfirst": (self.standfirst,), "body": self.passages}

    @property
    def stamp(self) -> int:
        """The same for the same content; 62 bits."""
        values = tuple(getattr(self, name) for name in self.__slots__)
        digest = blake2b(repr((VERSION, values)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest, "big") >> 2


def microseconds(moment: datetime) -> int:
    """Since 1970, exact."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def year_month_day(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
