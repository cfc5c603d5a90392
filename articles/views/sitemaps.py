"""Sitemaps: /sitemap.xml names all the others. The counting for it is remembered until the archive changes."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import sitemaps
from articles.addresses import site_of
from articles.errors import IndexUnavailable
from articles.search.caching import Recent
from articles.search.changes import changed_at
from articles.sitemaps import Month

_months: Recent[list[Month]] = Recent(2)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    return _xml(sitemaps.index(_counted(at), site_of(request), at))


@require_safe
def part(request: HttpRequest, part: str) -> HttpResponse:
    """A file that `index` names, "2024-11-2" being the second of that month."""
    at, site = timezone.now(), site_of(request)
    if part == "news":
        return _xml(sitemaps.news(site, at))
    if part == "pages":
        return _xml(sitemaps.pages(_counted(at), site))
    written = _written(*_read(part), site, at)
    if written is None:
        raise Http404
    return _xml(written)


def _written(name: str, number: int, site: str, at: datetime) -> str | None:
    if name in sitemaps.NAMES:
        return sitemaps.names(name, number, site, at)
    try:
        return sitemaps.month(name, number, site, at)
    except ValueError as error:
        raise Http404 from error


def _read(part: str) -> tuple[str, int]:
    """ "people-2" → ("people", 2); the first file bears no number."""
    words = part.split("-")
    own = 1 if words[0] in sitemaps.NAMES else 2
    return "-".join(words[:own]), int("".join(words[own:]) or 1)


def _counted(at: datetime) -> list[Month]:
    """Asked anew only where something changed, or where nobody can say."""
    try:
        changed = changed_at(at)
    except IndexUnavailable:
        return sitemaps.months(at)
    return _months.get(changed) or _months.keep(changed, sitemaps.months(at))


def _xml(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/xml; charset=utf-8")
