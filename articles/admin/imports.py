"""What was imported, run by run, with everything that failed: to be read, never changed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import display

from articles.admin.base import ReadOnlyAdmin
from articles.models import ImportRun
from articles.sentences import number
from articles.transfer.report import Outcome


class FailuresFilter(admin.SimpleListFilter):
    title = gettext_lazy("Ausgang")
    parameter_name = "failures"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("any", gettext_lazy("mit Fehlern"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(Q(failed__gt=0) | Q(is_whole=False)) if self.value() == "any" else queryset


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ("began_at", "source", "kind", "ran_by", "result", "ending")
    list_display_links = ("began_at", "source")
    list_filter = (FailuresFilter, "kind")
    search_fields = ("source",)
    ordering = ("-began_at", "-id")
    fields = (("began_at", "ran_by"), ("kind", "source"), ("result", "ending"), "what_failed")
    readonly_fields = ("result", "ending", "what_failed")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """A list needs no reasons."""
        is_one = request.resolver_match and request.resolver_match.url_name == "articles_importrun_change"
        runs = super().get_queryset(request)
        return runs if is_one else runs.defer("failures")

    @display(description=gettext_lazy("Ergebnis"))
    def result(self, run: ImportRun) -> str:
        told = [f"{number(run.counts[one])} {one.label}" for one in Outcome if run.counts.get(one)]
        return ", ".join(told) or _("nichts gefunden")

    @display(description=gettext_lazy("Ausgang"), label={"whole": "success", "failed": "danger", "broken": "danger"})
    def ending(self, run: ImportRun) -> tuple[str, str]:
        if not run.is_whole:
            return "broken", _("abgebrochen")
        return ("failed", _("mit Fehlern")) if run.failed else ("whole", _("ohne Fehler"))

    @display(description=gettext_lazy("Was fehlschlug"))
    def what_failed(self, run: ImportRun) -> SafeString:
        more = run.failed - len(run.failures)
        return render_to_string("admin/articles/importrun/failures.html", {"failures": run.failures, "more": more})
