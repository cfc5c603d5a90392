"""Which addresses of our own site lead a reader somewhere: to a page that is public, or by a redirect to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation

from articles.models import Article, Author, Desk, FormerAddress, FormerSlug, Person, Tag, Topic

ARTICLES = frozenset({"article", "article_below", "versions", "version", "version_against", "version_diff", "timemap"})
LARGEST_ID = 2**63
NOT_FOR_READERS = frozenset(
    {"preview", "healthz", "readyz", "suggest", "second_factor", "second_factor_setup", "second_factor_off"}
)


def leading(paths: Iterable[str], at: datetime) -> frozenset[str]:
    """Those of the paths that lead somewhere; two queries for each kind of page, whatever their number."""
    pages = {path: match for path in set(paths) if (match := _resolved(path)) and _is_page(match)}
    needed = {path: _keys(match) for path, match in pages.items()}
    asked: dict[str, set[Any]] = defaultdict(set)
    for kind, key in (pair for pairs in needed.values() for pair in pairs):
        asked[kind].add(key)
    there = {(kind, key) for kind, keys in asked.items() for key in _there(kind, keys, at)}
    return frozenset(path for path, pairs in needed.items() if set(pairs) <= there)


def _is_page(match: ResolverMatch) -> bool:
    return match.url_name not in NOT_FOR_READERS and not match.app_names  # the admin is an application of its own


def _resolved(path: str) -> ResolverMatch | None:
    """As the site would, in whichever language; a missing slash at the end is put there."""
    for code, _name in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE and path.startswith(f"/{code}/"):
            path = path.removeprefix(f"/{code}")
    with translation.override(settings.LANGUAGE_CODE):
        for tried in (path, f"{path}/"):
            try:
                return resolve(tried)
            except Resolver404:
                continue
    return None


def _keys(match: ResolverMatch) -> list[tuple[str, Any]]:
    """What must be there for the page to be there, by kind."""
    name, given = (match.url_name or "").removesuffix("_feed"), match.kwargs
    if name in ARTICLES:
        return [("article", (f"{given['year']}-{given['month']}-{given['day']}", given["slug"]))]
    if name == "short_link":
        return [("id", given["article_id"])]
    if name == "person_pair":
        return [("person", given["slug"]), ("person", given["other"])]
    return [(name, given["slug"])] if name in _KINDS else []


def _there(kind: str, keys: Collection[Any], at: datetime) -> set[Any]:
    if kind == "id":
        ids = [pk for pk in keys if pk < LARGEST_ID]
        return set(Article.objects.visible(at).filter(pk__in=ids).values_list("pk", flat=True))
    if kind == "article":
        return _articles_at(keys, at)
    return _named(kind, keys)


def _articles_at(keys: Collection[tuple[str, str]], at: datetime) -> set[tuple[str, str]]:
    days = {day: found for day, _slug in keys if (found := _day(day))}
    near = {"published_on__in": days.values(), "slug__in": {slug for _day_, slug in keys}}
    visible = Article.objects.visible(at)
    now = visible.filter(**near).values_list("published_on", "slug")
    former = FormerAddress.objects.filter(**near, article__in=visible).values_list("published_on", "slug")
    return {(day.isoformat(), slug) for day, slug in [*now, *former]}


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


_KINDS: Mapping[str, Any] = {"desk": Desk, "tag": Tag, "topic": Topic, "person": Person, "author": Author}


def _named(kind: str, slugs: Collection[str]) -> set[str]:
    public = _public(kind)
    former = FormerSlug.objects.filter(kind=kind, slug__in=slugs, target_id__in=public.order_by().values("pk"))
    return {*public.filter(slug__in=slugs).values_list("slug", flat=True), *former.values_list("slug", flat=True)}


def _public(kind: str) -> QuerySet:
    things = _KINDS[kind].objects
    if kind == "person":
        return things.public()
    return things.filter(is_public=True) if kind == "topic" else things.all()
