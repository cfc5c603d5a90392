"""Whether there is anything to publish, and what readers see first of it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.editorial.checks.facts import Facts, Finding


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.headline.strip():
        yield Finding("headline", _("ohne Titel"), is_error=True)
    if not facts.has_text and not facts.standfirst.strip():
        yield Finding("text", _("ohne Text"), is_error=True)
    if not facts.standfirst.strip():
        yield Finding("standfirst", _("ohne Vorspann"))
