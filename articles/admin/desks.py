"""Desks: a small tree in the paper's own order."""

from django.contrib import admin

from articles.admin.base import NamedAdmin
from articles.models import Desk


@admin.register(Desk)
class DeskAdmin(NamedAdmin):
    list_display = ("name", "parent", "position", "slug")
    list_select_related = ("parent",)
    ordering = ("position", "sort_key")
    fields = ("name", "parent", "position", "slug", "description")
    autocomplete_fields = ("parent",)

    def is_used(self, named: Desk) -> bool:
        return named.articles.exists() or named.below.exists() or named.topics.exists()
