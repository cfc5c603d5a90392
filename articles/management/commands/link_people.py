"""Links all articles to the people they name; thin, see people/linking.py."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from rich.console import Console
from rich.progress import track

from articles.errors import NewsroomError
from articles.people.linking import Linked, link_archive
from articles.search import sync

DRAIN_EVERY = 1_000
"""Articles after which the search index learns of them: every page looks through the outbox, so it must stay small."""


class Command(BaseCommand):
    help = _(
        "Sucht in allen Artikeln nach Namen: bekannte werden verknüpft, neue vorgeschlagen. "
        "Was in der Redaktion entschieden wurde, bleibt."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only-new", action="store_true", help=_("nur Artikel, in denen noch niemand genannt ist"))

    def handle(self, *args: Any, only_new: bool, **options: Any) -> None:
        linked, suggested, articles = set[int](), set[str](), 0
        for step in _shown(link_archive(only_new=only_new, at=timezone.now())):
            linked |= step.confirmed
            suggested |= step.suggested
            articles += 1
            if articles % DRAIN_EVERY == 0:
                with suppress(NewsroomError):  # what is still wrong at the end is told then
                    sync.drain()
        self.stdout.write(_told(articles, len(linked), len(suggested)))
        try:
            sync.drain()
        except NewsroomError as error:
            raise CommandError(str(error)) from error


def _shown(steps: Iterator[Linked]) -> Iterable[Linked]:
    """With a bar on a terminal, and only there."""
    console, label = Console(stderr=True), pgettext("Mehrzahl", "Artikel")
    return track(steps, label, console=console, transient=True) if console.is_terminal else steps


def _told(articles: int, linked: int, suggested: int) -> str:
    searched = ngettext("%d Artikel durchsucht", "%d Artikel durchsucht", articles) % articles
    known = ngettext("%d Person neu verknüpft", "%d Personen neu verknüpft", linked) % linked
    new = ngettext("%d Name neu vorgeschlagen", "%d Namen neu vorgeschlagen", suggested) % suggested
    return f"{searched}: {known}, {new}."
