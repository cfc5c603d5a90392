"""For machines: is the process alive, can it serve, what may robots read. And for people who look behind the pages."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from articles import listings
from articles.addresses import site_of
from articles.filters import ListingFilter
from articles.models import Article
from articles.views.plain import plain

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /preview/
Disallow: /search/
Disallow: /en/admin/
Disallow: /en/preview/
Disallow: /en/search/
{filtered}

Sitemap: {site}/sitemap.xml
Sitemap: {site}/sitemap-news.xml
"""
HUMANS = """/* {paper} */
Archiv: {site}/
Redaktion: {site}/admin/
Berichtigungen: {site}/corrections/

/* Program */
Software: Newsroom
Languages: Deutsch, English
Made with: Python, Django, Tantivy
Type: Source Serif 4
"""
CHOICES = [*(name for name in ListingFilter.base_filters if name != "q"), "facet"]
"""What narrows a list: there are more combinations than a robot can read in its life, and none has an article that no
other list has. Words are left out, for they hang on an article's address where somebody passes a hit on."""
A_DAY = 24 * 60 * 60


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
@cache_control(max_age=A_DAY)
def robots(request: HttpRequest) -> HttpResponse:
    filtered = "\n".join(f"Disallow: /*?*{name}=" for name in CHOICES)
    return plain(ROBOTS.format(site=site_of(request), filtered=filtered))


@require_safe
@cache_control(max_age=A_DAY)
def humans(request: HttpRequest) -> HttpResponse:
    return plain(HUMANS.format(site=site_of(request), paper=settings.PAPER_NAME))


@require_safe
@cache_control(max_age=A_DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    """For whoever asks without having read a page."""
    return HttpResponseRedirect(static("img/icon.svg"))
