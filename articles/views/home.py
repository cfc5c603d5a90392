"""The front page: the newest with a clear lead, every desk, the busiest topics. Only the topics need an index."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import listings

BESIDE_LEAD, LATEST, PER_DESK, TOPICS = 2, 6, 3, 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    newest = listings.newest(at, 1 + BESIDE_LEAD + LATEST)
    lead, beside, latest = newest[:1], newest[1 : 1 + BESIDE_LEAD], newest[1 + BESIDE_LEAD :]
    shown = {article.pk for article in lead + beside}
    context = {
        "at": at,
        "lead": lead[0] if lead else None,
        "beside": beside,
        "latest": latest,
        "desks": listings.newest_by_desk(at, PER_DESK, without=shown),
        "topics": listings.busiest_topics(at, TOPICS),
    }
    return render(request, "articles/home.html", context)
