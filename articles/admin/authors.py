"""Authors: who is credited, perhaps with an account, perhaps also written about."""

from django.contrib import admin

from articles.admin.base import NamedAdmin
from articles.models import Author


@admin.register(Author)
class AuthorAdmin(NamedAdmin):
    list_display = ("name", "editor", "slug")
    list_select_related = ("editor",)
    fields = ("name", "slug", "description", "editor", "person")
    autocomplete_fields = ("editor", "person")

    def is_used(self, named: Author) -> bool:
        return named.bylines.exists()
