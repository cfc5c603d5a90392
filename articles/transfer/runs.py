"""Notes what an import did, so that the editors find it in the admin. A trial run leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from getpass import getuser
from typing import Any

from articles.models import ImportRun
from articles.transfer.report import Outcome, Report
from articles.vocabulary import ImportKind

MOST_FAILURES = 1_000
LONGEST_SOURCE, LONGEST_NAME = 200, 100

Failure = tuple[str, int, str]
"""Path, line (0: the file as a whole), reason."""


@dataclass(slots=True)
class Tally:
    """What is known of a run when it ends, however it ends."""

    source: str
    counts: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def take(self, report: Report) -> None:
        self.add(report.counts, ((item.path, item.line, item.reason) for item in report.of(Outcome.FAILED)))

    def add(self, counts: Any, failures: Iterable[Failure]) -> None:
        for outcome, number in counts.items():
            self.counts[str(outcome)] = self.counts.get(str(outcome), 0) + number
        self.failures += failures


@contextmanager
def noted(kind: ImportKind, source: str, by: str, *, at: datetime, dry_run: bool) -> Iterator[Tally]:
    """A run that breaks off is noted too, with what it had done by then."""
    tally, is_whole = Tally(source), False
    try:
        yield tally
        is_whole = True
    finally:
        if not dry_run:
            _note(kind, tally, by, at, is_whole)


def _note(kind: ImportKind, tally: Tally, by: str, at: datetime, is_whole: bool) -> None:
    ImportRun.objects.create(
        began_at=at,
        kind=kind,
        source=_storable(tally.source)[:LONGEST_SOURCE],
        ran_by=_storable(by)[:LONGEST_NAME],
        counts=tally.counts,
        failed=tally.counts.get(Outcome.FAILED, 0),
        failures=[(_storable(path), line, _storable(reason)) for path, line, reason in tally.failures[:MOST_FAILURES]],
        is_whole=is_whole,
    )


def user_of_machine() -> str:
    """Who runs a command: no account of ours. Nobody known, where the machine knows none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _storable(text: str) -> str:
    """File names may hold what no database takes."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
