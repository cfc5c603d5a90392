"""Permanent redirects that take the question along. Where to is for the views to say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponsePermanentRedirect


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    query = request.GET.urlencode()  # and not QUERY_STRING, which may hold raw bytes
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
