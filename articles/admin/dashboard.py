"""What the admin's first page shows beside the list of models: a part each, for those who may see it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from articles.search.fruitless import fruitless

DAYS = 30
MOST_SHOWN = 20


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Called by Unfold (settings, DASHBOARD_CALLBACK)."""
    if request.user.has_perm("articles.view_fruitlesssearch"):
        since = timezone.localdate() - timedelta(days=DAYS)
        context["fruitless"] = {"days": DAYS, "searches": fruitless(since, MOST_SHOWN)}
    return context
