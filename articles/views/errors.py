"""Pages for what is not there: 404 with help, 410 with the notice. 400, 403 and 500 are Django's with our templates."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article


class NothingHere(Http404):
    """A missing page whose message helps the reader on; other 404s get the general page."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    help_text = str(exception) if isinstance(exception, NothingHere) else ""
    return render(request, "404.html", {"help_text": help_text}, status=404)


def gone(request: HttpRequest, article: Article | None = None) -> HttpResponse:
    """Says that there was something, and the notice, but not what it was called."""
    notice = article.withdrawal_notice if article else ""
    withdrawn_at = article.withdrawn_at if article else None
    return render(request, "410.html", {"notice": notice, "withdrawn_at": withdrawn_at}, status=410)
