"""What the search box suggests while somebody types, as JSON for static/js/suggest.js. Never a mistake: what cannot be
answered is an empty list, and the form works without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from articles.errors import IndexUnavailable
from articles.models import Article
from articles.search.suggesting import Suggested, Suggestions, suggest
from articles.sentences import articles_counted, day, number

Option = Mapping[str, str]


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    groups = _groups(_found(request.GET.get("q", ""), timezone.now()))
    response = JsonResponse({"groups": groups, "said": _said(sum(len(group["options"]) for group in groups))})
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-cache"  # asked anew each time: a withdrawal is effective at once
    return response


def options(typed: str, at: datetime) -> list[Option]:
    """All of them in one list, as they are shown."""
    return [option for group in _groups(_found(typed, at)) for option in group["options"]]


def _found(text: str, at: datetime) -> Suggestions:
    try:
        return suggest(text, at)
    except IndexUnavailable:
        return Suggestions()


def _groups(found: Suggestions) -> list[dict[str, Any]]:
    """Those that have something, in the order in which they are shown."""
    groups = [
        {"label": _("Personen"), "options": _named(found.people)},
        {"label": _("Schlagwörter"), "options": _named(found.tags)},
        {"label": _("Themen"), "options": _named(found.topics)},
        {"label": _("Ressorts"), "options": _named(found.desks)},
        {"label": pgettext("Mehrzahl", "Artikel"), "options": [_article(article) for article in found.articles]},
    ]
    return [group for group in groups if group["options"]]


def _named(found: Iterable[Suggested]) -> list[Option]:
    return [
        {
            "text": suggested.name,
            "also": f"({suggested.also})" if suggested.also else "",
            "note": articles_counted(suggested.count),
            "url": reverse(suggested.kind, args=[suggested.slug]),
        }
        for suggested in found
    ]


def _article(article: Article) -> Option:
    dated = day(article.published_on) if article.published_on else ""
    said = {"text": article.headline, "lang": article.language, "also": "", "note": dated}
    return {**said, "url": article.get_absolute_url()}


def _said(count: int) -> str:
    """For a screen reader; nothing where there is nothing."""
    return ngettext("%(count)s Vorschlag", "%(count)s Vorschläge", count) % {"count": number(count)} if count else ""
