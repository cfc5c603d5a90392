"""An article's versions as they are listed: which of them readers saw, since when, and what each of them changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from articles.comparison import Comparison, comparison_of, summary
from articles.models import Article, Version
from articles.records import from_json
from articles.today import as_of_today


@dataclass(frozen=True, slots=True)
class Step:
    """A version in a list. `comparison` is None for the first one, and beside a redacted one."""

    version: Version
    before: Version | None
    comparison: Comparison | None

    @property
    def changes(self) -> list[str]:
        return summary(self.comparison) if self.comparison else []


def seen(article: Article, at: datetime) -> list[Version]:
    """All versions that readers saw, the oldest first, without their records."""
    if not article.version_number:
        return []
    return list(article.versions.public(at).defer("record").order_by("number"))


def editions(versions: Sequence[Version]) -> list[Version]:
    """Those with a text or a note of their own: that people were linked in between is no news to readers."""
    pairs = zip([None, *versions], versions, strict=False)
    return [new for old, new in pairs if not old or new.correction_note or new.text_number != old.text_number]


def notes(versions: Sequence[Version]) -> list[tuple[Version, Version | None]]:
    """What readers were told was changed, newest first, each with the version before it."""
    pairs = zip([None, *versions], versions, strict=False)
    return [(new, old) for old, new in pairs if new.correction_note][::-1]


def corrections(at: datetime) -> QuerySet[Version]:
    """What readers were told was changed, in articles they can read, newest first."""
    readable = Exists(Article.objects.visible(at).filter(pk=OuterRef("article_id")))
    told = Version.objects.public(at).exclude(correction="").filter(readable)
    return told.defer("record").select_related("article").order_by("-saved_at", "-id")


def current_on(versions: Sequence[Version], moment: datetime) -> Version | None:
    """The version readers saw at that moment; before there was any, the first one."""
    before = [version for version in versions if version.shown_from <= moment]
    return (before or list(versions[:1]) or [None])[-1]


def steps(versions: Sequence[Version], before: Version | None) -> list[Step]:
    """Each version with what it changed of the one before it in the list; `before` is what precedes the first.

    Takes the versions with their records, the oldest first, and reads names in a handful of queries.
    """
    row = [before, *versions] if before else list(versions)
    records = as_of_today([from_json(version.record) for version in row])
    found = []
    for place, version in enumerate(row):
        if before and not place:
            continue
        older = row[place - 1] if place else None
        hidden = version.is_redacted or not older or older.is_redacted
        found.append(Step(version, older, None if hidden else comparison_of(records[place - 1], records[place])))
    return found


def compared(old: Version, new: Version) -> Comparison | None:
    """None where one of them is redacted: there is nothing to compare with."""
    found = steps([new], old)
    return found[0].comparison
