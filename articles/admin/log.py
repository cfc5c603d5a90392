"""The editorial log and the versions: to be read, never changed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.base import ReadOnlyAdmin, words_of
from articles.admin.finding import ids_of
from articles.models import LogLine, Version
from articles.records import from_json

LATEST = 20_000
"""Lines whose own words are read."""


@admin.register(LogLine)
class LogLineAdmin(ReadOnlyAdmin):
    list_display = ("at", "editor", "verb", "headline", "reason")
    list_select_related = ("editor",)
    list_filter = ("verb",)
    search_fields = ("headline", "reason")
    search_help_text = _("Artikel nach ihrem Text; was anders heißt, in den letzten Einträgen")
    ordering = ("-at",)
    fields = ("at", "editor", "verb", "article", "headline", "reason")

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        """What was done to the articles found by these words, or says them itself and is not long ago."""
        words = words_of(search_term)
        if not words:
            return queryset, False
        latest = LogLine.objects.filter(id__in=LogLine.objects.order_by("-id").values("id")[:LATEST])
        for word in words:
            latest = latest.filter(Q(headline__icontains=word) | Q(reason__icontains=word))
        said = list(latest.values_list("id", flat=True))
        return queryset.filter(Q(article__in=ids_of(search_term)) | Q(id__in=said)), False


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    """Reached from an article's history."""

    list_display = ("article", "number", "saved_at", "saved_by", "status")
    list_select_related = ("article", "saved_by")
    ordering = ("-saved_at",)
    fields = ("article", "number", "saved_at", "saved_by", "status", "correction", "correction_note", "text")
    readonly_fields = ("text",)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("Inhalt"))
    def text(self, version: Version) -> SafeString:
        return render_to_string("admin/articles/version_text.html", {"record": from_json(version.record)})
