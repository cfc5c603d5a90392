"""ArticleRecord, the one form in which an article travels: importers make it, exporters write it, a version keeps it,
the demo is made of it. Frozen, comparable, plain values; no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Ref:
    """A person, tag, desk or author: by name, and by id where the archive knows it."""

    name: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """A part of the body. `body` is clean HTML (text/markup.py); `anchor` is empty until the archive has set it."""

    body: str
    heading: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """A name in a section's plain text, `start` and `end` counted in characters; anchor "" is the standfirst."""

    anchor: str
    start: int
    end: int
    surface: str
    person: Ref | None = None
    suggested_name: str = ""
    status: str = "suggested"


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article, whole. Datetimes are aware."""

    headline: str
    standfirst: str = ""
    kicker: str = ""
    language: str = "de"
    dateline: str = ""
    desk: Ref | None = None
    status: str = "draft"
    published_at: datetime | None = None
    embargoed_until: datetime | None = None
    source: str = ""
    external_id: str = ""
    source_url: str = ""
    rights: str = ""
    sections: tuple[SectionRecord, ...] = ()
    bylines: tuple[Ref, ...] = ()
    tags: tuple[Ref, ...] = ()
    mentions: tuple[MentionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one file: the record, the date the text itself names (a day, or a moment), and remarks
    that belong in the import report, each with its line (from 1; 0 for the whole file)."""

    record: ArticleRecord
    dated: date | datetime | None = None
    remarks: tuple[tuple[int, str], ...] = ()
