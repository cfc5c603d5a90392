"""What is searched with a word: for editors, effective with the next search."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import NewsroomAdmin
from articles.admin.names import OtherNamesFormSet, OtherNamesInline, by_any_name
from articles.models import SearchSynonym, SynonymName
from articles.text.sortkeys import fold


class SynonymNamesFormSet(OtherNamesFormSet):
    def get_queryset(self) -> QuerySet:
        if not hasattr(self, "_queryset"):
            self._queryset = super().get_queryset().filter(is_main=False)
        return self._queryset

    def _same(self, name: str) -> str:
        return fold(name)


class SynonymNamesInline(OtherNamesInline):
    model = SynonymName
    formset = SynonymNamesFormSet
    verbose_name_plural = _("Findet auch")


@admin.register(SearchSynonym)
class SearchSynonymAdmin(NewsroomAdmin):
    list_display = ("name", "found_too", "is_one_way")
    ordering = ("name", "id")
    search_fields = ("name",)
    fields = ("name", "is_one_way")
    inlines = (SynonymNamesInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        others = SynonymName.objects.filter(is_main=False).order_by("id")
        return super().get_queryset(request).prefetch_related(Prefetch("names", others, to_attr="others"))

    @admin.display(description=_("findet auch"))
    def found_too(self, synonym: SearchSynonym) -> str:
        return ", ".join(name.name for name in synonym.others)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        return by_any_name(queryset, SynonymName, "synonym_id", search_term), False
