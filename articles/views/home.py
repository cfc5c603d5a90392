"""The front page: the newest with a clear lead, every desk, what the archive holds and what this month is about."""

from __future__ import annotations

from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import front, listings
from articles.charts import BarChart, Column, bar_chart

BESIDE, BELOW, LATEST, PER_DESK = 2, 2, 6, 3
TOPICS, TAGS, EARLIER = 5, 5, 4
CHART_HEIGHT = 72


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    newest = iter(listings.newest(at, 1 + BESIDE + BELOW + LATEST))
    top = list(islice(newest, 1 + BESIDE + BELOW))
    shown = {article.pk for article in top}
    held = front.holdings(at)
    context = {
        "at": at,
        "edition": timezone.localdate(at),
        "lead": top[0] if top else None,
        "below": top[1 : 1 + BELOW],
        "beside": top[1 + BELOW :],
        "latest": list(newest),
        "desks": front.newest_by_desk(at, PER_DESK, without=shown),
        "held": held,
        "chart": _years(held) if held else None,
        "topics": front.risen_topics(at, TOPICS),
        "tags": front.risen_tags(at, TAGS),
        "earlier": front.on_this_day(at, EARLIER),
    }
    return render(request, "articles/home.html", context)


def _years(held: front.Holdings) -> BarChart:
    """Every year from the first to the last, those without an article too."""
    columns = [
        Column(str(year), held.years.get(year, 0), reverse("archive_year", args=[f"{year:04}"]), tick=str(year))
        for year in range(held.first, held.last + 1)
    ]
    return bar_chart(columns, CHART_HEIGHT)
