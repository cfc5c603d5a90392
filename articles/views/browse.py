"""The archive by desk, tag and topic. People and authors are in people.py, days in archive.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import dossier, listings, scopes
from articles.models import Desk, Tag, TagWord, Topic
from articles.models.desk import below, desks, parents
from articles.rising import rising_tags
from articles.views.around import Group
from articles.views.names import Order, names_page, with_row
from articles.views.pages import list_page

MOST_RISING, MOST_KEY_PEOPLE = 60, 6


@require_safe
@with_row(lambda at: Desk.objects.select_related("parent"))
def desk(request: HttpRequest, row: Desk, at: datetime) -> HttpResponse:
    """The newest article leads, on the first page of the whole list."""

    def with_lead(shown: dict[str, Any]) -> dict[str, Any]:
        listing = shown["listing"]
        if listing.page > 1 or shown["asked"].is_used() or shown["asked"].asked.get("sort") or not listing.articles:
            return {}
        return {"lead": listing.articles[0], "listing": replace(listing, articles=listing.articles[1:])}

    context = {"desk": row, "below": _below(row, at)}
    return list_page(request, "articles/desk.html", context, at=at, scope=scopes.of_desk(row), more=with_lead)


def _below(desk: Desk, at: datetime) -> list[tuple[Desk, int | None]]:
    """The desks right below, each with all that is in it and below."""
    under = [one for one in desks() if one.parent_id == desk.pk]
    if not under:
        return []
    tree = parents()
    counts = listings.totals("desk", tree, at)
    return [(one, sum(counts.get(pk, 0) for pk in below([one.pk], tree)) if counts else None) for one in under]


@require_safe
def tags(request: HttpRequest) -> HttpResponse:
    """From A to Z, the most frequent first, or what is on the rise; with `?q=` those that are called so."""
    at = timezone.now()
    page = names_page(request, listings.tags_in_use(at), at, kind="tag", words=TagWord, may_rise=True)
    rising = rising_tags(at, MOST_RISING) if page["order"] == Order.RISE else None
    return render(request, "articles/tags.html", {**page, "rising": rising})


@require_safe
@with_row(listings.tags_in_use)
def tag(request: HttpRequest, row: Tag, at: datetime) -> HttpResponse:
    synonyms = [name.name for name in row.names.all() if name.name != row.name]
    context = {"tag": row, "synonyms": synonyms}
    return list_page(request, "articles/tag.html", context, at=at, scope=scopes.of_tag(row))


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """All of them, each with how much there is and, of those that go on, how much is new."""
    at = timezone.now()
    rows = listings.public_topics()
    context = {"topics": rows, "counts": listings.topics_counted(rows, at), "latest": dossier.latest(rows, at)}
    return render(request, "articles/topics.html", context)


@require_safe
@with_row(lambda at: Topic.objects.filter(is_public=True))
def topic(request: HttpRequest, row: Topic, at: datetime) -> HttpResponse:
    """The dossier stands on the first page of the whole list; further pages are the list."""
    rule = listings.topic_rules().get(row.pk) or row.rule()
    scope = scopes.of_rule(rule)

    def with_dossier(shown: dict[str, Any]) -> dict[str, Any]:
        if shown["listing"].page > 1 or shown["asked"].is_used():
            return {}
        written, pinned = dossier.chronology(row, at), dossier.pinned(row, rule, at)
        told = written or dossier.proposed(shown["listing"], scope, at)
        story = {"chronology": told, "is_proposed": not written, "pinned": pinned}
        return {**story, **_people_first(shown)} if told or pinned else story

    return list_page(request, "articles/topic.html", {"topic": row}, at=at, scope=scope, more=with_dossier)


def _key_people(group: Group) -> Group:
    return replace(group, title=_("Die wichtigsten Personen"), neighbours=group.neighbours[:MOST_KEY_PEOPLE])


def _people_first(shown: dict[str, Any]) -> dict[str, Any]:
    """Beside the story stand the people it is about; what else goes with it stays above the list."""
    groups = shown["around"]
    people = [_key_people(group) for group in groups if group.kind == "person"]
    return {"key_people": people, "around": [group for group in groups if group.kind != "person"]}
