"""How editors narrow the list of articles. Each filter costs at most two small queries, whatever the archive holds."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter

from articles.admin.standing import STANDINGS
from articles.models import Article, Desk, Mention
from articles.models.desk import desk_ids_below
from articles.vocabulary import LANGUAGES, MentionStatus, Status

NO_DESK = "none"
AUTOMATIC = "automatic"
MOST_SUGGESTIONS = 5_000
"""The latest; who has decided about them finds the next."""


class StandingFilter(SimpleListFilter):
    title = _("Stand")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(standing.key, standing.label) for standing in STANDINGS]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = next((standing for standing in STANDINGS if standing.key == self.value()), None)
        return chosen.among(queryset, timezone.now()) if chosen else queryset


class DeskFilter(DropdownFilter):
    """A desk with those below it."""

    title = _("Ressort")
    parameter_name = "desk"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        desks = [(str(pk), name) for pk, name in Desk.objects.values_list("id", "name")]
        return [*desks, (NO_DESK, _("ohne Ressort"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        value = self.value()
        if value == NO_DESK:
            return queryset.filter(desk=None)
        return queryset.on_desks(desk_ids_below([int(value)])) if value and value.isdecimal() else queryset


class LanguageFilter(DropdownFilter):
    title = _("Sprache")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return LANGUAGES

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(language=self.value()) if self.value() else queryset


class YearFilter(DropdownFilter):
    """The years between the oldest and the newest published article."""

    title = _("Jahr")
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        days = Article.objects.filter(status=Status.PUBLISHED).order_by("published_on").values_list("published_on")
        ends = [day.year for row in (days.first(), days.last()) if row for day in row]
        return [(str(year), str(year)) for year in range(max(ends), min(ends) - 1, -1)] if ends else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        value = self.value()
        return queryset.filter(published_on__year=int(value)) if value and value.isdecimal() else queryset


class SuggestionsFilter(SimpleListFilter):
    title = _("Personen")
    parameter_name = "people"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("open", _("mit offenen Vorschlägen"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() != "open":
            return queryset
        latest = Mention.objects.filter(status=MentionStatus.SUGGESTED).order_by("-id")[:MOST_SUGGESTIONS]
        return queryset.filter(id__in=latest.values("article_id"))


class MentionStatusFilter(SimpleListFilter):
    """Open suggestions unless something else is asked for; what the archive linked by itself can be asked for alone."""

    title = _("Stand")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*MentionStatus.choices, (AUTOMATIC, _("Vom Archiv verknüpft"))]

    def choices(self, changelist: Any) -> Any:
        for value, label in self.lookup_choices:
            yield {
                "selected": value == (self.value() or MentionStatus.SUGGESTED),
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": label,
            }

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == AUTOMATIC:
            return queryset.filter(is_automatic=True)
        return queryset.filter(status=self.value() or MentionStatus.SUGGESTED)
