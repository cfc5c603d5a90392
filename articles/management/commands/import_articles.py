"""Brings files and folders into the archive; thin, see transfer/importing.py."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from articles.errors import NewsroomError
from articles.text.dates import parse_date
from articles.transfer.files import entries
from articles.transfer.importing import ImportOptions, import_paths
from articles.transfer.report import Item, Outcome, Report
from articles.transfer.report_files import write_report, writer_for
from articles.transfer.report_lines import lines_of
from articles.transfer.runs import user_of_machine


class Command(BaseCommand):
    help = _(
        "Bringt Artikel aus Dateien und Ordnern ins Archiv, als Entwürfe. Ein zweiter Lauf ändert nichts; was in der "
        "Redaktion geändert wurde, bleibt. Endet mit 1, wenn eine Datei nicht ins Archiv kam; die anderen sind dort."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", metavar=_("PFAD"), nargs="+", type=Path, help=_("Datei oder Ordner"))
        parser.add_argument("--source", default="files", help=_("Name der Quelle (sonst „files“)"))
        parser.add_argument("--desk", default="", help=_("Ressort für Artikel, deren Text keines nennt"))
        parser.add_argument("--date", help=_("Datum für Artikel, deren Text keines nennt"))
        parser.add_argument("--publish", action="store_true", help=_("gleich veröffentlichen; braucht ein Datum"))
        parser.add_argument("--dry-run", action="store_true", help=_("nur berichten, nichts speichern"))
        parser.add_argument("--overwrite", action="store_true", help=_("geänderte Dateien gehen Redaktionellem vor"))
        parser.add_argument("--report", metavar=_("DATEI"), type=Path, help=_("Bericht als .json oder .csv"))

    def handle(self, *args: Any, paths: list[Path], report: Path | None, **options: Any) -> None:
        options["date"] = _day(options["date"])
        wanted = {name: options[name] for name in ImportOptions.__slots__}
        told = Report()
        try:
            if report:
                writer_for(report)
            with _bar(paths) as progress:
                asked = ImportOptions(**wanted)
                import_paths(paths, asked, at=timezone.now(), progress=progress, report=told, by=user_of_machine())
        except NewsroomError as error:
            raise CommandError(str(error)) from error
        except (OperationalError, KeyboardInterrupt) as error:
            self._tell(told, report)
            raise CommandError(_("Der Import wurde abgebrochen: %s") % (error or _("von Hand."))) from error
        self._tell(told, report)
        self._fail_if_any_failed(told)

    def _tell(self, told: Report, report: Path | None) -> None:
        for line in lines_of(told):
            self.stdout.write(line)
        if not report:
            return
        try:
            write_report(told, report)
        except OSError as error:
            raise CommandError(_("Der Bericht ließ sich nicht schreiben: %s") % error) from error

    def _fail_if_any_failed(self, told: Report) -> None:
        failed = told.counts[Outcome.FAILED]
        if failed:
            says = ngettext("%d Datei wurde nicht importiert.", "%d Dateien wurden nicht importiert.", failed)
            raise CommandError(says % failed)


def _day(value: str | None) -> date | datetime | None:
    found = parse_date(value) if value is not None else None
    if value is not None and not found:
        raise CommandError(_("„%s“ ist kein Datum; zum Beispiel 2024-11-05 oder 5.11.2024.") % value)
    return found


@contextmanager
def _bar(paths: list[Path]) -> Iterator[Callable[[Item], None] | None]:
    """Shown on a terminal only; elsewhere the files are not even counted."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(_("Import"), total=sum(1 for _entry in entries(paths)))
        yield lambda _item: progress.advance(task)
