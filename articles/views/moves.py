"""Permanent redirects that take the question along. Where to is for the views to say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponsePermanentRedirect


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    query = request.GET.urlencode()  # and not QUERY_STRING, which may hold raw bytes
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    response["Cache-Control"] = "no-cache"  # else a browser keeps it for ever, also when a merge is taken back
    return response
