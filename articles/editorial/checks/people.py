"""Whether somebody has looked at the people suggested."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import ngettext

from articles.editorial.checks.facts import Facts, Finding


def check(facts: Facts) -> Iterator[Finding]:
    if facts.open_names:
        text = ngettext("%d ungeprüfter Name", "%d ungeprüfte Namen", facts.open_names)
        yield Finding("people", text % facts.open_names)
