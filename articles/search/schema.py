"""What the index knows of an article, whichever engine keeps it. No database, no engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from math import exp

from articles.text import analysis

LAYOUT = 3
"""Raise it with every change of what is indexed or how."""
VERSION = f"{LAYOUT}.{analysis.VERSION}"

FIELDS = ("headline", "standfirst", "body")
"""The texts that are searched, each in stems."""
LOOSE, ROUGH = "loose", "rough"
"""Of all texts together: lemmas and compound parts, which find but count for less; beginnings, which only help to
rank."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What counts for how much; docs/search.md has the measurement behind each figure."""

    headline: float = 1.3
    standfirst: float = 1.15
    body: float = 1.0
    loose: float = 0.5
    lemma: float = 0.5  # of the word that is asked for; also another spelling of it
    part: float = 0.5  # of a compound that is asked for
    rough: float = 0.7
    besides: float = 0.2  # what a word counts in its other fields and readings, besides the best one

    @property
    def fields(self) -> dict[str, float]:
        return {"headline": self.headline, "standfirst": self.standfirst, "body": self.body}


RANKING = Ranking()

FRESHNESS = "freshness"
"""The field by which the engine multiplies the score of a hit: ten years newer is worth one per cent more."""
GAIN, FIRST_YEAR, LAST_YEAR = 0.001, 1800, 2200

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""From when on readers see what is not published: a moment that no clock shows, and editors ask for."""


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article as the index keeps it. One that is not published is there for its editors, visible never, and has the
    moment of its making for a date where it has no other."""

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


def freshness(moment: datetime) -> float:
    """Stored so that log2(2 + it), which is what the engine multiplies by, grows by the same share every year. It
    asks for no "now": no article has to be indexed again because time goes by."""
    years = min(max(moment.year + moment.timetuple().tm_yday / 366 + moment.hour / 8784, FIRST_YEAR), LAST_YEAR)
    return 2.0 ** exp(GAIN * (years - FIRST_YEAR)) - 2.0


def microseconds(moment: datetime) -> int:
    """Since 1970, exact."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def year_month_day(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
