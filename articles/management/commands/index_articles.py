"""`index_articles`: brings the search index up to date, builds it anew, or checks it."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from articles.errors import IndexUnavailable, NewsroomError
from articles.search.engine import engine
from articles.search.generations import NotWritable
from articles.search.rebuilding import check, rebuild
from articles.search.sync import drain


class Command(BaseCommand):
    help = _(
        "Bringt in den Suchindex, was sich seither geändert hat; baut ihn, wo keiner ist, der sich benutzen lässt. "
        "Die Website läuft währenddessen weiter."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--rebuild", action="store_true", help=_("neu bauen; bis er fertig ist, dient der alte"))
        choice.add_argument(
            "--check", action="store_true", help=_("Artikel für Artikel mit der Datenbank vergleichen und berichtigen")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        work = _rebuilt if options["rebuild"] else _checked if options["check"] else _brought_in
        try:
            self.stdout.write(work())
        except NewsroomError as error:
            raise CommandError(str(error)) from error


def _brought_in() -> str:
    try:
        with _bar() as progress:
            count = drain(progress=progress)
        engine().generation()
    except NotWritable:
        if not engine().damaged():
            raise
        return _rebuilt()
    except IndexUnavailable:
        return _rebuilt()
    if not count:
        return _("Der Suchindex ist auf dem Stand.")
    return ngettext("%d Artikel in den Suchindex gebracht.", "%d Artikel in den Suchindex gebracht.", count) % count


def _rebuilt() -> str:
    with _bar() as progress:
        count = rebuild(progress)
    return ngettext("Suchindex neu gebaut: %d Artikel.", "Suchindex neu gebaut: %d Artikel.", count) % count


def _checked() -> str:
    with _bar() as progress:
        mended = check(progress)
    if not mended:
        return _("Suchindex und Datenbank stimmen überein.")
    if mended.rebuilt:
        return _("Suchindex neu gebaut. %s") % mended.rebuilt
    counts = {"missing": mended.missing, "outdated": mended.outdated, "surplus": mended.surplus}
    found = _("Suchindex berichtigt: %(missing)d Artikel fehlten, %(outdated)d waren veraltet, %(surplus)d überzählig.")
    return found % counts


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """On a terminal only; yields what takes the number of articles done and to do."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task(_("Suchindex"), total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
