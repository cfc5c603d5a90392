"""Makes a large archive for measuring; thin, see demo/generator.py."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from articles.demo.generator import generate
from articles.demo.target import new_archive
from articles.demo.writer import Plan
from articles.errors import NewsroomError


def positive(value: str) -> int:
    if value.isascii() and value.isdigit() and int(value):
        return int(value)
    raise ArgumentTypeError(_("„%s“ ist keine Anzahl.") % value)


class Command(BaseCommand):
    help = _("Erzeugt N Artikel zum Messen, in eine eigene Datei var/bench/N/newsroom.sqlite3.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("count", metavar="N", type=positive)
        parser.add_argument("--seed", type=int, default=1, help=_("andere Zahl, anderes Archiv (sonst 1)"))
        where = parser.add_mutually_exclusive_group()
        where.add_argument("--into", metavar=_("DATEI"), type=Path, help=_("SQLite-Datei, die dabei entsteht"))
        where.add_argument("--database", help=_("stattdessen in diese leere Datenbank der Einstellungen („default“)"))

    def handle(
        self, *args: Any, count: int, seed: int, into: Path | None, database: str | None, **options: Any
    ) -> None:
        path = (into or settings.VAR_DIR / "bench" / str(count) / "newsroom.sqlite3").absolute()
        plan = Plan(count, seed, settings.TIME_ZONE)
        try:
            with nullcontext(database) if database else new_archive(path) as using, _bar(count) as progress:
                generate(plan, using, progress=lambda done: progress.advance(progress.task_ids[0], done))
        except NewsroomError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("%(count)s Artikel in %(place)s.") % {"count": count, "place": database or path})
        where = "" if database else f"DATABASE_URL=sqlite:///{path} INDEX_DIR={path.parent / 'index'} "
        self.stdout.write(_("Der Suchindex fehlt noch: %s") % f"{where}manage.py index_articles --rebuild")


def _bar(count: int) -> Progress:
    """Shown on a terminal only."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    progress = Progress(*columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal)
    progress.add_task(pgettext("Mehrzahl", "Artikel"), total=count)
    return progress
