"""Whether links into the archive lead anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import ngettext

from articles.editorial.checks.facts import Facts, Finding


def check(facts: Facts) -> Iterator[Finding]:
    dead = facts.dead_links
    if dead:
        text = ngettext("%d Link führt im Archiv ins Leere", "%d Links führen im Archiv ins Leere", len(dead))
        yield Finding("links", text % len(dead), links=dead)
