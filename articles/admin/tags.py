"""Tags with their synonyms, and the names offered while one types."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest, JsonResponse
from django.urls import path
from taggit.models import Tag as TaggitTag

from articles.admin.base import NamedAdmin
from articles.admin.names import OtherNamesFormSet, OtherNamesInline, by_any_name, like
from articles.models import Tag, TagName
from articles.text.sortkeys import fold

OFFERED = 20

if admin.site.is_registered(TaggitTag):  # the library's own tags, which this archive does not use
    admin.site.unregister(TaggitTag)


class SynonymFormSet(OtherNamesFormSet):
    def _same(self, name: str) -> str:
        return fold(name)


class SynonymInline(OtherNamesInline):
    model = TagName
    formset = SynonymFormSet


@admin.register(Tag)
class TagAdmin(NamedAdmin):
    list_display = ("name", "slug")
    fields = ("name", "slug", "description")
    inlines = (SynonymInline,)

    def is_used(self, named: Tag) -> bool:
        return named.filings.exists() or named.topics.exists()

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        return by_any_name(queryset, TagName, "tag_id", search_term), False

    def get_urls(self) -> list[Any]:
        return [path("names/", self.admin_site.admin_view(tag_names), name="tag_names"), *super().get_urls()]


def tag_names(request: HttpRequest) -> JsonResponse:
    """Up to 20 names and synonyms, the shortest first, each standing for the name of its tag."""
    if not any(request.user.has_perm(f"articles.{verb}_article") for verb in ("add", "change")):
        raise PermissionDenied
    term = request.GET.get("term", "")
    found = TagName.objects.filter(like(term)).select_related("tag").order_by(Length("folded"), "folded")
    names = found[:OFFERED] if fold(term) else ()
    offered = {name.tag.name: _label(name) for name in reversed(names)}
    results = [{"id": name, "text": text} for name, text in reversed(offered.items())]
    return JsonResponse({"results": results, "pagination": {"more": False}})


def _label(name: TagName) -> str:
    return name.tag.name if name.name == name.tag.name else f"{name.tag.name} ({name.name})"
