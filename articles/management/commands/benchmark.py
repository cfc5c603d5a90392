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

from articles.bench import quality, running
from articles.bench.corpora import HUGE, LARGE
from articles.bench.people import running as people
from articles.bench.quality_table import QUALITY, quality_table
from articles.bench.report import (
    ADMIN,
    PAGES_BEGIN,
    PAGES_END,
    SEARCH_BEGIN,
    SEARCH_END,
    admin_markdown,
    markdown,
    pages_markdown,
    replace_figures,
    search_markdown,
)
from articles.bench.vitals import running as vitals
from articles.bench.vitals.chromium import missing
from articles.bench.vitals.table import VITALS, vitals_table
from articles.errors import NewsroomError

PAGE = settings.BASE_DIR / "docs" / "benchmarks.md"


class Command(BaseCommand):
    help = _(
        "Misst Seiten, Server, Import, Suche und Redaktion an eigenen Archiven unter var/bench: „all“, „budgets“, "
        "„search“ und „admin“ schreiben die Zahlen in docs/benchmarks.md, „pages“ und „import“ zeigen sie nur. "
        "„budgets“ misst an einer Million Artikel jede Art von Seite und schreibt, was sie braucht, neben das, was sie "
        "brauchen darf. Auch Suche und Redaktion werden an einer Million Artikel gemessen; die anzulegen dauert beim "
        "ersten Mal etwa zwanzig Minuten. „search-quality“ stellt einer Sammlung von Texten Fragen, deren Antwort "
        "bekannt ist, und schreibt in docs/search.md, wie weit oben sie steht; „people“ misst, wie gut Personen "
        "gefunden werden, und schreibt docs/people.md; „vitals“ öffnet Seiten in Chromium an einer langsamen Leitung."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = ["all", "pages", "budgets", "import", "search", "admin", "search-quality", "people", "vitals"]
        parser.add_argument("what", choices=kinds)
        parser.add_argument(
            "--articles",
            type=int,
            help=_("Größe des großen Archivs (100000; 1000000 für „budgets“, „search“, „admin“)"),
        )
        parser.add_argument("--rebuild", action="store_true", help=_("den Suchindex für „search“ neu bauen und messen"))
        parser.add_argument(
            "--here", action="store_true", help=_("das Archiv der Einstellungen messen, Zahlen als JSON")
        )

    def handle(self, *args: Any, what: str, here: bool, **options: Any) -> None:
        if here and what in {"all", "search-quality"}:
            raise CommandError(_("--here misst „pages“, „import“, „search“, „admin“, „people“ oder „vitals“."))
        try:
            self.stdout.write(self._here(what) if here else self._text(what, options))
        except NewsroomError as error:
            raise CommandError(str(error)) from error

    def _here(self, what: str) -> str:
        if what == "people":
            return f"{people.articles_per_second(at=timezone.now())}"
        if what == "vitals":
            return json.dumps(vitals.here(timezone.now()))
        return json.dumps(running.here(what, at=timezone.now()))

    def _people(self, articles: int) -> str:
        samples = (settings.BASE_DIR / os.environ.get("NEWSROOM_SAMPLES", "../shared") / "samples").resolve()
        lines = [*people.quality(samples), people.matcher_speed(), people.speed(articles)]
        text = people.markdown(lines, day=timezone.localdate())
        replace_figures(settings.BASE_DIR / "docs" / "people.md", text)
        return text

    def _text(self, what: str, options: dict[str, Any]) -> str:
        if what == "search-quality":
            return self._quality()
        if what == "people":
            return self._people(options["articles"] or LARGE)
        if what == "import":
            return f"{running.imported():,.0f} articles/s"
        call_command("collectstatic", interactive=False, verbosity=0)
        if what == "vitals":
            return self._vitals()
        if what == "search":
            return self._searched(options["articles"] or HUGE, anew=options["rebuild"])
        if what == "admin":
            return self._administered(options["articles"] or HUGE)
        if what == "budgets":
            return self._budgeted(options["articles"] or HUGE)
        figures = running.both_archives(self.stderr.write, large=options["articles"] or LARGE)
        if what == "pages":
            return f"{markdown(figures, day=timezone.localdate())}\n\n{self._budgeted(HUGE)}"
        text = markdown(replace(figures, imported=running.imported()), day=timezone.localdate())
        replace_figures(PAGE, text)
        searched, vital = self._searched(HUGE, anew=options["rebuild"]), self._vitals_if_possible()
        return "\n\n".join([text, vital, self._budgeted(HUGE), searched, self._administered(HUGE)])

    def _budgeted(self, articles: int) -> str:
        text = pages_markdown(running.budgeted(self.stderr.write, articles=articles), day=timezone.localdate())
        replace_figures(PAGE, text, (PAGES_BEGIN, PAGES_END))
        return text

    def _vitals_if_possible(self) -> str:
        lack = missing()
        return _("Ladezeiten ausgelassen: {lack}").format(lack=lack) if lack else self._vitals()

    def _vitals(self) -> str:
        if lack := missing():
            raise CommandError(lack)
        text = vitals_table(vitals.of_demo(self.stderr.write), day=timezone.localdate())
        replace_figures(PAGE, text, VITALS)
        return text

    def _searched(self, articles: int, *, anew: bool) -> str:
        figures = running.searched(self.stderr.write, articles=articles, anew=anew)
        text = search_markdown(figures, day=timezone.localdate())
        replace_figures(PAGE, text, (SEARCH_BEGIN, SEARCH_END))
        return text

    def _administered(self, articles: int) -> str:
        figures = running.administered(self.stderr.write, articles=articles)
        text = admin_markdown(figures, day=timezone.localdate())
        replace_figures(PAGE, text, ADMIN)
        return text

    def _quality(self) -> str:
        text = quality_table(quality.results(self.stderr.write), day=timezone.localdate())
        replace_figures(settings.BASE_DIR / "docs" / "search.md", text, QUALITY)
        return text
