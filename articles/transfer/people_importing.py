"""Files of people into the archive: each file wholly or not at all, with a report of what became of every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched
from pathlib import Path

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.errors import CannotDo, Unreadable
from articles.formats.people import PersonRow
from articles.formats.people_files import people_in
from articles.models import LogLine
from articles.text.sortkeys import fold
from articles.transfer.files import check_paths, told
from articles.transfer.people_intake import BATCH, Intake
from articles.transfer.report import Outcome
from articles.transfer.report_lines import shown
from articles.transfer.runs import noted
from articles.vocabulary import ImportKind, Verb

MOST_TOLD = 1_000
"""Rows of a file that are told one by one; all are counted."""


@dataclass(slots=True)
class FileReport:
    """What became of one file. `failed` and `skipped` and `remarks` hold (line, text), no more than MOST_TOLD."""

    path: Path
    counts: Counter[Outcome] = field(default_factory=Counter)
    failed: list[tuple[int, str]] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_saved(self) -> bool:
        return not self.counts[Outcome.FAILED]

    def fail(self, reason: str, line: int = 0) -> None:
        self.counts[Outcome.FAILED] += 1
        self._tell(self.failed, line, reason)

    def tell(self, line: int, outcome: Outcome, reason: str, remarks: Iterable[str]) -> None:
        self.counts[outcome] += 1
        if reason:
            self._tell(self.skipped, line, reason)
        for remark in remarks:
            self._tell(self.remarks, line, remark)

    def _tell(self, told: list[tuple[int, str]], line: int, text: str) -> None:
        if len(told) < MOST_TOLD:
            told.append((line, text))


def import_people(
    paths: Iterable[Path],
    *,
    at: datetime,
    dry_run: bool = False,
    overwrite: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
    by: str = "",
) -> Iterator[FileReport]:
    """Raises CannotDo, before anything is read, for a file that is not there or of another kind.

    `by` is who runs it, for the list of imports.
    """
    paths = list(paths)
    check_paths(paths)
    names = ", ".join(path.name for path in paths)
    with noted(ImportKind.PEOPLE, names, by, at=at, dry_run=dry_run) as tally:
        for path in paths:
            report = FileReport(path)
            try:
                _bring_in(path, report, dry_run, overwrite, progress, at)
            except OSError as error:
                report.fail(told(error))
            except (DataError, IntegrityError) as error:
                report.fail(_("Die Datenbank nimmt die Datei nicht an: %s") % str(error).splitlines()[0])
            tally.add(report.counts, ((path.name, line, reason) for line, reason in report.failed))
            yield report


def _bring_in(
    path: Path, report: FileReport, dry_run: bool, overwrite: bool, progress: Callable[[int], None], at: datetime
) -> None:
    """Read twice: first only to see whether every row is right and which names are there more than once."""
    repeated = _checked(path, report)
    if not report.is_saved:
        return
    intake = Intake(repeated, overwrite)
    with transaction.atomic():
        for rows in batched(_rows(path), BATCH):
            for taken in intake.take(rows):
                report.tell(taken.row.line, taken.outcome, taken.reason, taken.remarks)
            progress(len(rows))
        if report.counts[Outcome.CREATED] or report.counts[Outcome.UPDATED]:
            _log(report, at)
        transaction.set_rollback(dry_run)


def _checked(path: Path, report: FileReport) -> frozenset[str]:
    names: Counter[str] = Counter()
    for row in people_in(path):
        if isinstance(row, Unreadable):
            report.fail(row.reason, row.line)
        else:
            names[fold(row.name)] += 1
    if not names and report.is_saved:
        report.fail(_("Die Datei nennt niemanden."))
    return frozenset(name for name, count in names.items() if count > 1)


def _rows(path: Path) -> Iterator[PersonRow]:
    for row in people_in(path):
        if isinstance(row, Unreadable):
            raise CannotDo(_("Die Datei wurde während des Imports geändert."))
        yield row


def _log(report: FileReport, at: datetime) -> None:
    counts = {"created": report.counts[Outcome.CREATED], "updated": report.counts[Outcome.UPDATED]}
    reason = _("Personen: %(created)d neu, %(updated)d geändert.") % counts
    LogLine.objects.create(at=at, verb=Verb.IMPORTED, headline=report.path.name[:300], reason=reason)


def lines_of(report: FileReport, dry_run: bool = False) -> Iterator[str]:
    """A file's report for a terminal."""
    said = _("nichts gespeichert, weil Zeilen falsch sind") if not report.is_saved else ""
    said = said or (_("Probelauf, nichts gespeichert") if dry_run else _("gespeichert"))
    yield f"{shown(report.path.name)}: {said}."
    for outcome in (Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.SKIPPED, Outcome.FAILED):
        yield f"  {outcome.label:<15}{report.counts[outcome]:>7}"
    yield from _told(_("Fehlgeschlagen:"), report.failed)
    yield from _told(_("Übersprungen:"), report.skipped)
    yield from _told(_("Hinweise:"), report.remarks)


def _told(title: str, rows: list[tuple[int, str]], most: int = 50) -> Iterator[str]:
    if rows:
        yield title
    for line, text in rows[:most]:
        place = _("Zeile %d") % line if line else _("Datei")
        yield f"  {place}: {shown(text)}"
    if len(rows) > most:
        yield "  " + _("… und %d weitere.") % (len(rows) - most)
