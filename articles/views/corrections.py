"""What the paper had to correct, newest first, as a page and as a subscription."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import history
from articles.addresses import german, site_of
from articles.feeds import Entry, Feed
from articles.feeds.base import fit, tag_uri
from articles.models import Version
from articles.views.feeds import ICON, hub_for, written
from articles.views.paging import page_asked, page_too_far

PER_PAGE = 30


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    at, page = timezone.now(), page_asked(request)
    told, has_next = _read(page, at)
    return render(request, "articles/corrections.html", {"corrections": told, "page": page, "has_next": has_next})


@require_safe
def feed(request: HttpRequest, form: str) -> HttpResponse:
    at, page = timezone.now(), page_asked(request)
    told, has_next = _read(page, at)
    site = site_of(request)
    own = {number: _address(site + request.path, number) for number in (1, page - 1, page, page + 1)}
    told_of = Feed(
        id=tag_uri(site, "corrections"),
        title=fit(f"{settings.PAPER_NAME}: {_('Berichtigungen')}"),
        paper=fit(settings.PAPER_NAME),
        page_url=site + request.path.rpartition("/")[0] + "/",
        own_url=own[page],
        language=settings.LANGUAGE_CODE,
        entries=tuple(_entry(version, site) for version in told),
        links={name: own[number] for name, number in _pages(page, has_next).items()},
        icon=site + static(ICON),
        hub=hub_for(own[page]),
    )
    return written(told_of, form)


def _address(first: str, page: int) -> str:
    return f"{first}?page={page}" if page > 1 else first


def _pages(page: int, has_next: bool) -> dict[str, int]:
    """The other pages by relation; which is the last nobody has counted."""
    return {"first": 1, **({"previous": page - 1} if page > 1 else {}), **({"next": page + 1} if has_next else {})}


def _read(page: int, at: datetime) -> tuple[Sequence[Version], bool]:
    """One more is read than shown, for a count would read them all. Raises NothingHere for a page too far."""
    first = (page - 1) * PER_PAGE
    found = list(history.corrections(at)[first : first + PER_PAGE + 1])
    if page > 1 and not found:
        raise page_too_far(None)
    return found[:PER_PAGE], len(found) > PER_PAGE


def _entry(version: Version, site: str) -> Entry:
    article = version.article
    return Entry(
        id=tag_uri(site, f"article/{article.pk}/version/{version.number}"),
        url=f"{site}{german(article.get_absolute_url())}versions/{version.number}/",
        title=fit(f"{version.get_correction_display()}: {article.headline}"),
        summary=fit(version.correction_note),
        html=fit(f"<p>{escape(version.correction_note, quote=False)}</p>"),
        published=version.shown_from,
        updated=version.shown_from,
        language=article.language,
    )
