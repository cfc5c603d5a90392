"""Pages for what is not there: 404 with help, 410 with the notice, 429 where a login rests. 403 and 503 need no view of
ours."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from articles.models import Article
from articles.views.near import near, near_rows, words_of


class NothingHere(Http404):
    """A missing page whose message helps the reader on; other 404s get the general page."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    at = timezone.now()
    help_text = str(exception) if isinstance(exception, NothingHere) else ""
    context = {
        "at": at,
        "help_text": help_text,
        "near": near(request.path, at),
        "near_rows": near_rows(request.path, at),
        "words": "" if help_text else words_of(request.path),
    }
    return render(request, "404.html", context, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's own looks for a token in what was sent, and fails once more where that cannot be read."""
    return HttpResponse(render_to_string("400.html"), status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """As above: nothing of the request is read."""
    return HttpResponse(render_to_string("500.html"), status=500)


def gone(request: HttpRequest, article: Article | None = None) -> HttpResponse:
    """Says that there was something, and the notice, but not what it was called."""
    notice = article.withdrawal_notice if article else ""
    withdrawn_at = article.withdrawn_at if article else None
    return render(request, "410.html", {"notice": notice, "withdrawn_at": withdrawn_at}, status=410)


def locked_out(request: HttpRequest, response: Any = None, credentials: Any = None) -> HttpResponse:
    """Too many failed logins: says how long the account rests, and not whether there is one."""
    rest = timedelta(hours=settings.AXES_COOLOFF_TIME)
    answer = render(request, "429.html", {"minutes": int(rest.total_seconds() // 60)}, status=429)
    answer["Retry-After"] = str(int(rest.total_seconds()))
    return answer
