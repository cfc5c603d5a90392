"""The pictures of people. They are not static files: each request asks whether readers may see the person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import listings
from articles.pictures import keeping

CACHED = "public, max-age=31536000, s-maxage=0, immutable"
"""The address names the content, so a browser that has seen the picture never asks again. A cache that serves others
asks each time, for a person may cease to be public."""


@require_safe
def portrait(request: HttpRequest, digest: str, size: str) -> HttpResponse:
    """404 for whoever has no page, and where the file is missing."""
    named = listings.people_named(timezone.now()).filter(portrait__digest=digest)
    content = keeping.content(digest, size) if named.exists() else None
    if content is None:
        raise Http404
    answer = HttpResponse(content, content_type="image/webp")
    answer["ETag"] = f'"{digest}-{size}"'
    answer["Cache-Control"] = CACHED
    return answer
