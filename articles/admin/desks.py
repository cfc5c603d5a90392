"""Desks: a small tree in the paper's own order."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import NamedAdmin, NamedForm, Tool
from articles.admin.merge_pages import Merging
from articles.editorial.merge_desks import DESKS, preview
from articles.models import Desk, Topic

FOUND = Topic._meta.get_field("desks")
MERGING = Merging(DESKS, FOUND, _("Welche Ressorts sollen in diesem aufgehen?"), preview)


class DeskForm(NamedForm):
    def clean(self) -> dict[str, Any] | None:
        """Locked until it is saved: two desks moved at once must not come to stand below each other."""
        list(Desk.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
        return super().clean()


@admin.register(Desk)
class DeskAdmin(NamedAdmin):
    form = DeskForm
    list_display = ("name", "parent", "position", "slug")
    list_select_related = ("parent",)
    ordering = ("position", "sort_key")
    fields = ("name", "parent", "position", "slug", "description")
    autocomplete_fields = ("parent",)

    def is_used(self, named: Desk) -> bool:
        return named.articles.exists() or named.below.exists() or named.topics.exists()

    def get_urls(self) -> list[Any]:
        return [MERGING.page(), *super().get_urls()]

    def tools(self, request: HttpRequest, row: Desk) -> list[Tool]:
        merging = [MERGING.tool(row.pk)] if MERGING.allows(request) else []
        return [*merging, *super().tools(request, row)]
