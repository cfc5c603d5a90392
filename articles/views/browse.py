"""The archive by desk, tag and topic. People and authors are in people.py, days in archive.py."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import listings, scopes
from articles.models import Desk, Tag, Topic
from articles.views.names import names_page, with_row
from articles.views.pages import list_page

BUSIEST_TAGS = 24


@require_safe
@with_row(lambda at: Desk.objects.select_related("parent"))
def desk(request: HttpRequest, row: Desk, at: datetime) -> HttpResponse:
    context = {"desk": row, "below": list(row.below.all())}
    return list_page(request, "articles/desk.html", context, at=at, scope=scopes.of_desk(row))


@require_safe
def tags(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    page = names_page(request, listings.tags_in_use(at))
    busiest = listings.counts("tag", at) or {}
    rows = Tag.objects.in_bulk(list(busiest)[:BUSIEST_TAGS])
    context = {"busiest": [(rows[pk], count) for pk, count in busiest.items() if pk in rows]}
    return render(request, "articles/tags.html", {**context, **page, "counts": listings.tags_counted(page["rows"], at)})


@require_safe
@with_row(listings.tags_in_use)
def tag(request: HttpRequest, row: Tag, at: datetime) -> HttpResponse:
    synonyms = [name.name for name in row.names.all() if name.name != row.name]
    context = {"tag": row, "synonyms": synonyms}
    return list_page(request, "articles/tag.html", context, at=at, scope=scopes.of_tag(row))


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    rows = listings.public_topics()
    counts = listings.topics_counted(rows, timezone.now())
    return render(request, "articles/topics.html", {"topics": rows, "counts": counts})


@require_safe
@with_row(lambda at: Topic.objects.filter(is_public=True))
def topic(request: HttpRequest, row: Topic, at: datetime) -> HttpResponse:
    return list_page(request, "articles/topic.html", {"topic": row}, at=at, scope=scopes.of_topic(row))
