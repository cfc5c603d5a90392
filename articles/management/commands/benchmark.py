"""Measures the archive and writes docs/benchmarks.md; thin, see bench/running.py."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.bench import running
from articles.bench.corpora import LARGE
from articles.bench.people import running as people
from articles.bench.report import markdown, replace_figures
from articles.errors import NewsroomError


class Command(BaseCommand):
    help = _(
        "Misst Seiten, Server und Import an eigenen Archiven unter var/bench: „all“ schreibt die Zahlen in "
        "docs/benchmarks.md, „pages“ und „import“ zeigen sie nur; „people“ misst, wie gut Personen gefunden werden, "
        "und schreibt docs/people.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["all", "pages", "import", "people"])
        parser.add_argument("--articles", type=int, default=LARGE, help=_("Größe des großen Archivs (100000)"))
        parser.add_argument(
            "--here", action="store_true", help=_("das Archiv der Einstellungen messen, Zahlen als JSON")
        )

    def handle(self, *args: Any, what: str, here: bool, articles: int, **options: Any) -> None:
        if here and what == "all":
            raise CommandError(_("--here misst „pages“ oder „import“."))
        try:
            if what == "people":
                self.stdout.write(self._people(here, articles))
                return
            self.stdout.write(json.dumps(running.here(what, at=timezone.now())) if here else self._text(what, articles))
        except NewsroomError as error:
            raise CommandError(str(error)) from error

    def _people(self, here: bool, articles: int) -> str:
        if here:
            return f"{people.articles_per_second(at=timezone.now())}"
        samples = (settings.BASE_DIR / os.environ.get("NEWSROOM_SAMPLES", "../shared") / "samples").resolve()
        lines = [*people.quality(samples), people.matcher_speed(), people.speed(articles)]
        text = people.markdown(lines, day=timezone.localdate())
        replace_figures(settings.BASE_DIR / "docs" / "people.md", text)
        return text

    def _text(self, what: str, articles: int) -> str:
        if what == "import":
            return f"{running.imported():,.0f} articles/s"
        call_command("collectstatic", interactive=False, verbosity=0)
        figures = running.both_archives(lambda step: self.stderr.write(step), large=articles)
        if what == "pages":
            return markdown(figures, day=timezone.localdate())
        text = markdown(replace(figures, imported=running.imported()), day=timezone.localdate())
        replace_figures(settings.BASE_DIR / "docs" / "benchmarks.md", text)
        return text
