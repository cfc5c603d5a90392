"""Authors: who is credited, perhaps with an account, perhaps also written about."""

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.base import NamedAdmin
from articles.models import Author


@admin.register(Author)
class AuthorAdmin(NamedAdmin):
    list_display = ("name", "editor", "slug")
    list_select_related = ("editor",)
    fields = ("name", "slug", "description", "editor", "person")
    autocomplete_fields = ("editor", "person")

    def get_readonly_fields(self, request: HttpRequest, obj: Author | None = None) -> tuple[str, ...]:
        """Whose account it is, says who may look at accounts."""
        return () if request.user.has_perm("articles.view_editor") else ("editor",)

    def is_used(self, named: Author) -> bool:
        return named.bylines.exists()
