"""Pages for what is not there: 404 with help. 400, 403 and 500 are Django's own views with our templates."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


class NothingHere(Http404):
    """A missing page whose message helps the reader on; other 404s get the general page."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    help_text = str(exception) if isinstance(exception, NothingHere) else ""
    return render(request, "404.html", {"help_text": help_text}, status=404)
