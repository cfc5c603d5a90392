"""The front page: the newest with a clear lead, every desk, the busiest topics. Only the topics need an index."""

from __future__ import annotations

from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import listings

BESIDE, BELOW, LATEST, PER_DESK, TOPICS = 2, 2, 6, 3, 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    newest = iter(listings.newest(at, 1 + BESIDE + BELOW + LATEST))
    top = list(islice(newest, 1 + BESIDE + BELOW))
    shown = {article.pk for article in top}
    context = {
        "at": at,
        "edition": timezone.localdate(at),
        "lead": top[0] if top else None,
        "below": top[1 : 1 + BELOW],
        "beside": top[1 + BELOW :],
        "latest": list(newest),
        "desks": listings.newest_by_desk(at, PER_DESK, without=shown),
        "topics": listings.busiest_topics(at, TOPICS),
    }
    return render(request, "articles/home.html", context)
