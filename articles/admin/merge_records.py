"""Who or what became part of whom: the list of all merges, each taken back from here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.base import ReadOnlyAdmin, Tool, tried
from articles.admin.pages import admin_page, guarded
from articles.editorial.merge_desks import DESKS
from articles.editorial.merge_people import PEOPLE
from articles.editorial.merge_tags import TAGS
from articles.editorial.merge_topics import TOPICS
from articles.editorial.merging import Merger
from articles.models import MergeRecord

MERGERS: dict[str, Merger[Any]] = {merger.kind: merger for merger in (PEOPLE, TAGS, DESKS, TOPICS)}


def kinds_for(request: HttpRequest) -> list[str]:
    """What this editor may merge."""
    return [kind for kind, merger in MERGERS.items() if request.user.has_perm(f"articles.{merger.permission}")]


@admin.register(MergeRecord)
class MergeRecordAdmin(ReadOnlyAdmin):
    list_display = ("merged_at", "kind", "gone_name", "kept_name", "merged_by", "undone_at")
    list_display_links = ("gone_name",)
    list_select_related = ("merged_by",)
    list_filter = ("kind",)
    search_fields = ("gone_name", "kept_name")
    ordering = ("-merged_at", "-id")
    fields = ("merged_at", "kind", "gone_name", "kept_name", "merged_by", "undone_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).filter(kind__in=kinds_for(request))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(kinds_for(request))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(kinds_for(request))

    def get_urls(self) -> list[Any]:
        view = guarded(lambda request: bool(kinds_for(request)), undo_page)
        return [path("<int:pk>/undo/", view, name="articles_mergerecord_undo"), *super().get_urls()]

    def tools(self, request: HttpRequest, row: MergeRecord) -> list[Tool]:
        return [Tool(_("Zurücknehmen …"), reverse("admin:articles_mergerecord_undo", args=[row.pk]), "undo")]


def undo_page(request: HttpRequest, pk: int) -> HttpResponse:
    record, now = get_object_or_404(MergeRecord.objects.select_related("merged_by"), pk=pk), timezone.now()
    if record.kind not in kinds_for(request):
        raise PermissionDenied
    if request.method == "POST":
        if tried(request, lambda: MERGERS[record.kind].undo(record, editor=request.user, at=now)):
            messages.success(request, _("„%s“ ist wieder da.") % record.gone_name)
        return HttpResponseRedirect(reverse("admin:articles_mergerecord_changelist"))
    possible, title = record.can_be_undone(now), _("Zusammenführung zurücknehmen")
    return admin_page(request, "articles/mergerecord/undo.html", title, record=record, possible=possible)
