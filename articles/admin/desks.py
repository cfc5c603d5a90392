"""Desks: a small tree in the paper's own order."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from articles.admin.base import NamedAdmin, NamedForm
from articles.admin.merge_pages import Merging
from articles.editorial.merge_desks import PERMISSION, merge_desks, preview
from articles.models import Desk

MERGING = Merging(
    model=Desk,
    permission=PERMISSION,
    field="desks",
    question=_("Welche Ressorts sollen in diesem aufgehen?"),
    merge=merge_desks,
    preview=preview,
    template="admin/articles/desk/going.html",
)


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
        return [MERGING.page(self), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        desk = kwargs.get("obj")
        context["may_merge"] = bool(desk and desk.pk and MERGING.allows(request))
        return super().render_change_form(request, context, *args, **kwargs)
