"""Every search as a file of all its hits, streamed. What is in it and how it is written is transfer/exporting.py."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import search
from articles.addresses import site_of
from articles.errors import IndexUnavailable
from articles.filters import SearchFilter
from articles.text.slugs import slugify
from articles.transfer.exporting import FORMS, rows_of
from articles.views.plain import no_index, wrong_question


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """Newest first, or oldest: a complete list needs no ranking. HEAD reads nothing."""
    at = timezone.now()
    asked = SearchFilter(request.GET, at)
    question = asked.question()
    refused = wrong_question(asked)
    if refused:
        return refused
    try:
        ids = search.walk(question, at)
    except IndexUnavailable as error:
        return no_index(error)
    write, content_type = FORMS[form]
    site = site_of(request)
    lines = write(rows_of(ids, at, site)) if request.method == "GET" else ()
    name = f"{slugify(settings.PAPER_NAME, fallback='archiv')}-{timezone.localdate(at):%Y-%m-%d}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"}
    return StreamingHttpResponse(lines, content_type=content_type, headers=headers)
