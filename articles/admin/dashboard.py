"""The admin's first page: what waits for this editor, each part for those who may see it. No part looks through the
archive, whatever its size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import site
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin import overview
from articles.charts import BarChart, Column, bar_chart
from articles.models import Article, ImportRun, Mention
from articles.search.fruitless import fruitless
from articles.sentences import day as written
from articles.vocabulary import MentionStatus

DAYS = 30
MOST_SHOWN = 10
WEEKS = 26
MOST_COUNTED = 5_000


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Called by Unfold (settings, DASHBOARD_CALLBACK)."""
    now = timezone.now()
    context["parts"] = list(_parts(request, now))
    if _sees(request, Mention):
        context["suggestions"] = suggestions(request)
    if request.user.has_perm("articles.view_fruitlesssearch"):
        since = timezone.localdate(now) - timedelta(days=DAYS)
        context["fruitless"] = {"days": DAYS, "searches": fruitless(since, MOST_SHOWN)}
    if _sees(request, Article):
        context["weeks"] = weeks(now)
    return context


def _sees(request: HttpRequest, model: Any) -> bool:
    return bool(site._registry[model].has_view_or_change_permission(request))


def _parts(request: HttpRequest, now: datetime) -> Iterator[overview.Part]:
    """What is given back stands first, and only where there is something."""
    if _sees(request, Article):
        articles = site._registry[Article].get_queryset(request).prefetch_related(None)
        back = overview.returned(articles, request.user)
        yield from [back] if back.rows else []
        yield overview.drafts(articles, request.user)
        yield overview.unsaved(request.user)
        yield overview.review(articles)
        yield overview.upcoming(articles, now)
        yield overview.changed(articles)
    if _sees(request, ImportRun):
        yield overview.imports(now - timedelta(days=DAYS))


def suggestions(request: HttpRequest) -> dict[str, Any]:
    """Names nobody has decided about, counted as far as anybody would work through."""
    open_ones = site._registry[Mention].get_queryset(request).filter(status=MentionStatus.SUGGESTED).order_by()
    counted = open_ones.prefetch_related(None).values("pk")[: MOST_COUNTED + 1].count()
    return {
        "count": min(counted, MOST_COUNTED),
        "is_more": counted > MOST_COUNTED,
        "names": request.user.has_perm("articles.settle_mention"),
    }


def weeks(now: datetime) -> BarChart:
    """How many articles of each of the last weeks readers can see."""
    today = timezone.localdate(now)
    this = today - timedelta(days=today.weekday())
    mondays = [this - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    found = Article.objects.visible(now).between(mondays[0], today).order_by()
    counts = Counter[date]()
    for day, number in found.values_list("published_on").annotate(number=Count("pk")):
        counts[day - timedelta(days=day.weekday())] += number
    return bar_chart([_week(monday, counts[monday]) for monday in mondays])


def _week(monday: date, count: int) -> Column:
    """The first week of a month bears its date."""
    asked = {"published_on__gte": monday, "published_on__lte": monday + timedelta(days=6)}
    url = f"{reverse(overview.ARTICLES)}?{urlencode(asked)}"
    tick = f"{monday.day}.{monday.month}." if monday.day <= 7 else ""
    return Column(_("Woche vom %s") % written(monday), count, url, tick)
