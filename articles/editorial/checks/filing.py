"""Whether the article is filed so that readers find it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.editorial.checks.facts import Facts, Finding


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.has_desk:
        yield Finding("desk", _("ohne Ressort"))
    if not facts.tags:
        yield Finding("tags", _("ohne Schlagwort"))
