"""Whether the archive has nearly the same text already."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.editorial.checks.facts import Facts, Finding


def check(facts: Facts) -> Iterator[Finding]:
    if facts.twins is None:
        yield Finding("no-index", _("Ob es den Text schon gibt, konnte ohne Suchindex nicht geprüft werden"))
    elif facts.twins:
        label = _("zu %d %% derselbe Text wie ein Artikel, der schon erschienen ist") % facts.twins[0].percent
        yield Finding("twins", label, twins=facts.twins)
