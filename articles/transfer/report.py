"""What happened to each item of an import, kept and counted. Its sentences are report_lines.py's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    CREATED = "created", _("neu")
    UPDATED = "updated", _("geändert")
    UNCHANGED = "unchanged", _("unverändert")
    CONFLICT = "conflict", _("Konflikt")
    SKIPPED = "skipped", _("übersprungen")
    FAILED = "failed", _("fehlgeschlagen")


@dataclass(frozen=True, slots=True)
class Item:
    """One file and what became of it. Lines count from 1; 0 is the file as a whole."""

    path: str
    outcome: Outcome
    reason: str = ""
    line: int = 0
    remarks: tuple[tuple[int, str], ...] = ()
    headline: str = ""
    article_id: int | None = None
    external_id: str = ""
    linked: frozenset[int] = frozenset()  # people newly linked
    suggested: frozenset[str] = frozenset()  # names newly suggested


@dataclass(slots=True)
class Report:
    source: str = ""
    dry_run: bool = False
    items: list[Item] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # on the run as a whole
    counts: Counter[Outcome] = field(default_factory=Counter)
    linked: set[int] = field(default_factory=set)
    suggested: set[str] = field(default_factory=set)

    def add(self, item: Item) -> None:
        self.items.append(item)
        self.counts[item.outcome] += 1
        self.linked |= item.linked
        self.suggested |= item.suggested

    def of(self, outcome: Outcome) -> list[Item]:
        return [item for item in self.items if item.outcome == outcome]
