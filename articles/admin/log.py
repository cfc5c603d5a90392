"""The editorial log and the versions: to be read, never changed."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from articles.admin.base import ReadOnlyAdmin
from articles.models import LogLine, Version
from articles.records import from_json
from articles.text.markup import clean


@admin.register(LogLine)
class LogLineAdmin(ReadOnlyAdmin):
    list_display = ("at", "editor", "verb", "headline", "reason")
    list_select_related = ("editor",)
    list_filter = ("verb",)
    search_fields = ("headline", "reason")
    ordering = ("-at",)
    fields = ("at", "editor", "verb", "article", "headline", "reason")


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
        """Cleaned once more: a version may be older than today's rules."""
        record = from_json(version.record)
        bodies = [(section.heading, mark_safe(clean(section.body))) for section in record.sections]
        return render_to_string("admin/articles/version_text.html", {"record": record, "bodies": bodies})
