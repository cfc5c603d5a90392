"""The page a reader asks for. A number no list reaches is a 404 with help; what is no number is the first page."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.search.request import page_number
from articles.views.errors import NothingHere

MOST_DIGITS = 9


def page_asked(request: HttpRequest) -> int:
    """Raises NothingHere for numbers that no database counts to."""
    typed = request.GET.get("page", "1").strip()
    if typed.isascii() and typed.isdigit() and len(typed.lstrip("0")) > MOST_DIGITS:
        raise page_too_far(None)
    return page_number(typed)


def page_too_far(pages: int | None) -> NothingHere:
    if pages is None:
        return NothingHere(_("So viele Seiten hat diese Liste nicht."))
    return NothingHere(_("So weit reicht diese Liste nicht: Die letzte Seite ist Seite %d.") % pages)
