"""What a topic's rule finds, while it is being made; and the page on which a chronology is proposed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import listings
from articles.admin.base import Tool, tried
from articles.admin.merge_pages import Merging
from articles.admin.pages import admin_page, guarded
from articles.admin.widgets import numbers_in
from articles.editorial.chronology import Proposal, enter, propose
from articles.editorial.merge_topics import TOPICS, preview
from articles.models import Pin, Topic
from articles.models.desk import desk_ids_below
from articles.querysets import TopicRule
from articles.search.request import SearchRequest

TOPIC = Pin._meta.get_field("topic")
MERGING = Merging(
    TOPICS,
    TOPIC,
    gettext_lazy("Welche Themen sollen in diesem aufgehen?"),
    lambda kept, gone: preview(kept, gone, timezone.now()),
)
SHOWN = 8
MOST_IDS = 500
"""More in one rule than these are not asked for while one types."""


def topic_pages() -> list[Any]:
    found = guarded(lambda request: _may(request, "view", "add", "change"), found_page)
    proposing = guarded(lambda request: _may(request, "change"), propose_page)
    return [
        MERGING.page(),
        path("found/", found, name="articles_topic_found"),
        path("<int:pk>/propose/", proposing, name="articles_topic_propose"),
    ]


def topic_tools(request: HttpRequest, topic: Topic) -> list[Tool]:
    there = reverse("admin:articles_topic_propose", args=[topic.pk])
    proposing = [Tool(_("Chronik vorschlagen …"), there, "timeline")] if _may(request, "change") else []
    return [*proposing, *([MERGING.tool(topic.pk)] if MERGING.allows(request) else [])]


def _may(request: HttpRequest, *verbs: str) -> bool:
    return any(request.user.has_perm(f"articles.{verb}_topic") for verb in verbs)


def found_page(request: HttpRequest) -> HttpResponse:
    """A fragment: what the rule in the address finds, as readers would see it now."""
    return render(request, "admin/articles/topic/found.html", {"found": found_by(rule_in(request.GET))})


def found_by(rule: TopicRule) -> dict[str, Any]:
    listing = listings.read(SearchRequest(within=(rule,), per_page=SHOWN), timezone.now())
    only_days = not rule.selects and bool(rule.since or rule.until)
    return {"listing": listing, "more": (listing.count or 0) - len(listing.articles), "only_days": only_days}


def rule_in(data: QueryDict) -> TopicRule:
    """The rule as it stands in the form; what is no number or no date is left out."""
    desks = _ids(data.getlist("desks"))
    pins = [value for name in data if name == "pin" or _names_pin(name, data) for value in data.getlist(name)]
    return TopicRule(
        tag_ids=_ids(data.getlist("tags")),
        person_ids=_ids(data.getlist("people")),
        desk_ids=desk_ids_below(desks) if desks else desks,
        since=_day(data.get("since")),
        until=_day(data.get("until")),
        pinned_ids=_ids(pins),
    )


def _names_pin(name: str, data: QueryDict) -> bool:
    """The article of a row of the form that is not about to be deleted."""
    row = name.removesuffix("-article")
    return name.startswith("pins-") and row != name and f"{row}-DELETE" not in data


def _ids(values: Iterable[str]) -> frozenset[int]:
    return frozenset(int(number) for number in numbers_in(values)[:MOST_IDS])


def _day(typed: str | None) -> Any:
    try:
        return forms.DateField(required=False).clean(typed)
    except ValidationError:
        return None


def propose_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Articles worth an entry, each with why; those that are ticked are entered."""
    topic = get_object_or_404(Topic, pk=pk)
    if request.method == "POST":
        chosen = [int(number) for number in numbers_in(request.POST.getlist("article"))]
        entered = list[Any]()
        if tried(request, lambda: entered.extend(enter(topic, chosen, editor=request.user, at=timezone.now()))):
            text = ngettext("%d Eintrag hinzugefügt.", "%d Einträge hinzugefügt.", len(entered))
            messages.success(request, text % len(entered))
            return HttpResponseRedirect(reverse("admin:articles_topic_change", args=[pk]) + "#entries-group")
    proposals = list[Proposal]()
    tried(request, lambda: proposals.extend(propose(topic, timezone.now())))
    title = _("Chronik vorschlagen")
    return admin_page(request, "articles/topic/propose.html", title, topic=topic, proposals=proposals)
