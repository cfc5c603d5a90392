"""Brings people into the archive from CSV and JSON Lines; thin, see transfer/people_importing.py."""

from __future__ import annotations

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from articles.errors import NewsroomError
from articles.transfer.people_importing import import_people, lines_of
from articles.transfer.runs import user_of_machine


class Command(BaseCommand):
    help = _(
        "Bringt Personen aus CSV-Tabellen und JSON Lines ins Archiv. Ein zweiter Lauf ändert nichts; was im Archiv "
        "anders steht, bleibt. Ist eine Zeile falsch, wird aus der Datei nichts gespeichert, und der Lauf endet mit 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", metavar=_("DATEI"), nargs="+", type=Path, help=_("CSV oder JSON Lines"))
        parser.add_argument("--dry-run", action="store_true", help=_("nur berichten, nichts speichern"))
        parser.add_argument("--overwrite", action="store_true", help=_("die Datei geht dem Archiv vor"))

    def handle(self, *args: Any, files: list[Path], dry_run: bool, overwrite: bool, **options: Any) -> None:
        wrong = 0
        columns = (TextColumn("{task.description} {task.completed}"), TimeElapsedColumn())
        console = Console(stderr=True)
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task(_("Personen"), total=None)
            options = {"dry_run": dry_run, "overwrite": overwrite, "progress": partial(bar.advance, task)}
            reports = import_people(files, at=timezone.now(), by=user_of_machine(), **options)
            try:
                for report in reports:
                    wrong += not report.is_saved
                    self.stdout.write("\n".join(lines_of(report, dry_run)))
            except NewsroomError as error:
                raise CommandError(str(error)) from error
        if wrong:
            raise CommandError(
                _("Nicht gespeichert: %(wrong)d von %(all)d Dateien.") % {"wrong": wrong, "all": len(files)}
            )
