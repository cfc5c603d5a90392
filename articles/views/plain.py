"""Answers to machines (feeds, exports) that went another way than asked: a line of text, and the right status."""

from __future__ import annotations

from django.http import HttpResponse

from articles.errors import IndexUnavailable
from articles.filters import ListingFilter

RETRY_AFTER = 300
"""Seconds; a rebuild of a large archive takes minutes."""


def plain(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


def wrong_question(asked: ListingFilter) -> HttpResponse | None:
    """400 with what is wrong. A page can leave a filter out and say so; a machine would take the whole archive."""
    errors = [f"{name}: {error}\n" for name, found in asked.form.errors.items() for error in found]
    return plain("".join(errors), status=400) if errors else None


def no_index(error: IndexUnavailable) -> HttpResponse:
    answer = plain(f"{error}\n", status=503)
    answer["Retry-After"] = str(RETRY_AFTER)
    return answer
