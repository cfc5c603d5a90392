"""How an article is cited, ready to be pasted. No database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import pgettext


def citation(authors: Sequence[str], headline: str, day: date, url: str) -> str:
    """ "Anna Berg, Karl Voss: Der Riss. In: Zeitung, 5. November 2024. https://…", in the language that is active."""
    title = headline if headline.endswith((".", "!", "?", "…")) else f"{headline}."
    credit = f"{', '.join(authors)}: " if authors else ""
    when = date_format(day, pgettext("Tag, wie Django Daten schreibt", "j. F Y"))
    return f"{credit}{title} In: {settings.PAPER_NAME}, {when}. {url}"
