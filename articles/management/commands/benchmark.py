"""Measures the archive and writes docs/benchmarks.md; thin, see bench/running.py."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.bench import quality, running
from articles.bench.corpora import LARGE
from articles.bench.quality_table import QUALITY, quality_table
from articles.bench.report import markdown, replace_figures
from articles.errors import NewsroomError


class Command(BaseCommand):
    help = _(
        "Misst Seiten, Server und Import an eigenen Archiven unter var/bench: „all“ schreibt die Zahlen in "
        "docs/benchmarks.md, „pages“ und „import“ zeigen sie nur; „search-quality“ stellt einer Sammlung von Texten "
        "Fragen, deren Antwort bekannt ist, und schreibt in docs/search.md, wie weit oben sie steht."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["all", "pages", "import", "search-quality"])
        parser.add_argument("--articles", type=int, default=LARGE, help=_("Größe des großen Archivs (100000)"))
        parser.add_argument(
            "--here", action="store_true", help=_("das Archiv der Einstellungen messen, Zahlen als JSON")
        )

    def handle(self, *args: Any, what: str, here: bool, articles: int, **options: Any) -> None:
        if here and what in {"all", "search-quality"}:
            raise CommandError(_("--here misst „pages“ oder „import“."))
        try:
            self.stdout.write(json.dumps(running.here(what, at=timezone.now())) if here else self._text(what, articles))
        except NewsroomError as error:
            raise CommandError(str(error)) from error

    def _text(self, what: str, articles: int) -> str:
        if what == "search-quality":
            return self._quality()
        if what == "import":
            return f"{running.imported():,.0f} articles/s"
        call_command("collectstatic", interactive=False, verbosity=0)
        figures = running.both_archives(lambda step: self.stderr.write(step), large=articles)
        if what == "pages":
            return markdown(figures, day=timezone.localdate())
        text = markdown(replace(figures, imported=running.imported()), day=timezone.localdate())
        replace_figures(settings.BASE_DIR / "docs" / "benchmarks.md", text)
        return text

    def _quality(self) -> str:
        text = quality_table(quality.results(self.stderr.write), day=timezone.localdate())
        replace_figures(settings.BASE_DIR / "docs" / "search.md", text, QUALITY)
        return text
