"""What readers saw of an article before: the list of its public versions, each at its own address, and what lies
between any two. Drafts and what was never visible are no versions here; withdrawn articles have none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import history, listings, sentences
from articles.addresses import german
from articles.comparison import summary
from articles.models import Article, Version
from articles.records import from_json
from articles.text.markup import clean
from articles.today import as_of_today, people_of
from articles.views import memento
from articles.views.article import day_of, elsewhere
from articles.views.errors import NothingHere
from articles.views.paging import page_asked, page_too_far

PER_PAGE = 25


def _of_visible_article(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Calls it with the article, its public versions and the moment; elsewhere it answers as the article would."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, year: str, month: str, day: str, slug: str, **rest: str) -> HttpResponse:
        at, published_on = timezone.now(), day_of(year, month, day)
        visible = Article.objects.visible(at).select_related("desk")
        article = visible.filter(published_on=published_on, slug=slug).first()
        if not article:
            below = german(request.path).split("/", 5)[5]
            return elsewhere(request, published_on, slug, at, below)
        numbers = {name: int(number) for name, number in rest.items()}
        return view(request, article, history.seen(article, at), at, **numbers)

    return answer


@_of_visible_article
def versions(request: HttpRequest, article: Article, seen: Sequence[Version], at: datetime) -> HttpResponse:
    """What each changed, the newest first; `?on=` leads to the version of that day's evening."""
    typed = request.GET.get("on", "").strip()
    found = _on(seen, typed) if typed else None
    if found:
        return HttpResponseRedirect(_address(article, found))
    editions = history.editions(seen)
    page = page_asked(request)
    first = (page - 1) * PER_PAGE
    if page > 1 and first >= len(editions):
        raise page_too_far(-(-len(editions) // PER_PAGE))
    context = {
        "article": article,
        "steps": _steps(editions[::-1][first : first + PER_PAGE + 1])[:PER_PAGE],
        "count": len(editions),
        "current": seen[-1] if seen else None,
        "page": page,
        "has_next": first + PER_PAGE < len(editions),
        "typed": typed,
    }
    return render(request, "articles/versions.html", context)


def _on(seen: Sequence[Version], typed: str) -> Version | None:
    day = _typed_day(typed)
    return history.current_on(seen, _evening(day)) if day else None


def _typed_day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None


def _evening(day: date) -> datetime:
    """The last moment of a day in the archive's time zone; the last day of all has none."""
    following = day + timedelta(days=1) if day < date.max else day
    return timezone.make_aware(datetime.combine(following, time.min)) - timedelta(microseconds=1)


def _steps(newest_first: Sequence[Version]) -> list[history.Step]:
    """With their records, which are read for this page only; the oldest of a full page is there to compare with."""
    whole = _with_records(newest_first)[::-1]
    return history.steps(whole, None)[::-1]


def _with_records(chosen: Sequence[Version]) -> list[Version]:
    records = dict(Version.objects.filter(pk__in=[version.pk for version in chosen]).values_list("pk", "record"))
    for version in chosen:
        version.record = records[version.pk]
    return list(chosen)


@_of_visible_article
def version(request: HttpRequest, article: Article, seen: Sequence[Version], at: datetime, number: int) -> HttpResponse:
    place = _place(seen, number)
    shown = _with_records(seen[place : place + 1])[0]
    context = {
        "article": article,
        "version": shown,
        "is_current": shown == seen[-1],
        "before": seen[place - 1] if place else None,
        "current": seen[-1],
        **(_content(shown, at) if not shown.is_redacted else {}),
    }
    return memento.memento(request, render(request, "articles/version.html", context), article, seen, place)


def _content(shown: Version, at: datetime) -> dict[str, Any]:
    """The record through today's rules; only who has a page today is linked."""
    record = as_of_today([from_json(shown.record)])[0]
    people = people_of(record)
    slugs = dict(listings.people_named(at).filter(pk__in=[ref.id for ref in people]).values_list("pk", "slug"))
    return {
        "record": record,
        "byline": sentences.byline([ref.name for ref in record.bylines]),
        "people": [(ref.name, slugs.get(ref.id)) for ref in people],
        "parts": [(section, mark_safe(clean(section.body))) for section in record.sections],
    }


@_of_visible_article
def against(request: HttpRequest, article: Article, seen: Sequence[Version], at: datetime, number: int) -> HttpResponse:
    """With `?against=` another one, without it the one before."""
    place = _place(seen, number)
    typed = request.GET.get("against", "").strip()
    if not typed:
        return _diff(request, article, seen, place - 1 if place else place, place)
    other = seen[_place(seen, int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0)]
    old, new = sorted((number, other.number))
    return HttpResponseRedirect(f"{article.get_absolute_url()}versions/{old}/diff/{new}/")


@_of_visible_article
def diff(
    request: HttpRequest, article: Article, seen: Sequence[Version], at: datetime, number: int, other: int
) -> HttpResponse:
    """Whichever is named first, the older one is compared with the newer one."""
    return _diff(request, article, seen, *sorted((_place(seen, number), _place(seen, other))))


def _diff(request: HttpRequest, article: Article, seen: Sequence[Version], older: int, newer: int) -> HttpResponse:
    old, new = _with_records([seen[older], seen[newer]])
    found = history.compared(old, new)
    context = {
        "article": article,
        "old": old,
        "new": new,
        "current": seen[-1],
        "comparison": found,
        "changes": summary(found) if found else [],
        "others": seen[::-1],
    }
    return render(request, "articles/version_diff.html", context)


def _place(seen: Sequence[Version], number: int) -> int:
    """Where it stands among the public ones. Raises NothingHere."""
    place = next((at for at, version in enumerate(seen) if version.number == number), None)
    if place is None:
        raise NothingHere(_("Diese Fassung gibt es nicht, oder sie war nie öffentlich."))
    return place


def _address(article: Article, version: Version) -> str:
    return f"{article.get_absolute_url()}versions/{version.number}/"


@_of_visible_article
def timemap(request: HttpRequest, article: Article, seen: Sequence[Version], at: datetime) -> HttpResponse:
    return memento.timemap_of(request, article, seen)
