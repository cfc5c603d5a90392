"""For machines: is the process alive, can it serve, what may robots read."""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import listings
from articles.models import Article
from articles.views.plain import plain

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /preview/
Disallow: /search/
Disallow: /en/admin/
Disallow: /en/preview/
Disallow: /en/search/
"""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; it asks nothing of database or index."""
    return plain("ok\n")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """503 where the database cannot be read. Without an index the pages still work, so that is said but no failure."""
    try:
        Article.objects.order_by().exists()
    except DatabaseError:
        return plain("database: not available\n", status=503)
    has_index = listings.has_index(timezone.now())
    return plain(
        "database: ok\nindex: " + ("ok\n" if has_index else "missing, run: manage.py index_articles --rebuild\n")
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return plain(ROBOTS)
