"""Reads the demo archive's files: who and what there is (archive.toml), and the texts. No database."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import localtime

from articles.errors import Unreadable
from articles.formats import plain
from articles.formats.base import ArticleRecord, SectionRecord

HERE = Path(__file__).resolve().parent
SOURCE = "demo"


def contents() -> dict[str, Any]:
    return tomllib.loads((HERE / "archive.toml").read_text(encoding="utf-8"))


def text_of(file: str) -> ArticleRecord:
    reading = plain.read((HERE / "texts" / f"{file}.txt").read_bytes(), name=f"{file}.txt")
    return replace(reading.record, source=SOURCE, external_id=file)


def with_wording(record: ArticleRecord, find: str, instead: str) -> ArticleRecord:
    """The record with one passage worded otherwise. Raises Unreadable unless it occurs exactly once."""
    texts = [record.headline, record.standfirst, *(section.body for section in record.sections)]
    if sum(text.count(find) for text in texts) != 1:
        raise Unreadable(f"{record.external_id}: „{find}“ must occur once.")
    sections = tuple(SectionRecord(s.body.replace(find, instead), s.heading, s.anchor) for s in record.sections)
    standfirst, headline = record.standfirst.replace(find, instead), record.headline.replace(find, instead)
    return replace(record, headline=headline, standfirst=standfirst, sections=sections)


@dataclass(frozen=True)
class Calendar:
    """The demo counts its days back from the moment of loading; negative numbers lie ahead."""

    now: datetime

    def day(self, days_ago: int | None) -> date | None:
        return None if days_ago is None else localtime(self.now).date() - timedelta(days=days_ago)

    def moment(self, days_ago: int, at: str = "06:00") -> datetime:
        """At that time of day, local; nothing of today lies ahead."""
        day = localtime(self.now) - timedelta(days=days_ago)
        moment = datetime.combine(day.date(), time.fromisoformat(at), localtime(self.now).tzinfo)
        return moment if days_ago < 0 else min(moment, self.now - timedelta(minutes=1))
