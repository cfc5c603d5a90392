"""People written about, with all their names and what they were when."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import NamedAdmin, RowsInline
from articles.admin.names import OtherNamesInline, by_any_name
from articles.models import Person, PersonName, PersonRole


class NameInline(OtherNamesInline):
    model = PersonName
    verbose_name_plural = _("Weitere Namen und Schreibweisen")


class RoleInline(RowsInline):
    model = PersonRole
    fields = ("title", "since", "until")


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    """Somebody named in an article is not deleted but made not public: old versions and addresses go on."""

    list_display = ("name", "description", "wikidata_id", "is_public")
    list_filter = ("is_public",)
    fields = ("name", "family_name", "slug", "description", "wikidata_id", "is_public")
    inlines = (NameInline, RoleInline)

    def is_used(self, named: Person) -> bool:
        return named.mentions.exists() or named.topics.exists()

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        return by_any_name(queryset, PersonName, "person_id", search_term), False
