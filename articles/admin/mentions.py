"""The open suggestions of the whole archive, to be accepted or rejected in rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import path
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import display

from articles.admin.base import NewsroomAdmin, tried, words_of
from articles.admin.filters import MentionStatusFilter
from articles.admin.finding import ids_of
from articles.admin.mention_forms import MentionForm
from articles.admin.name_pages import names_page
from articles.admin.names import by_any_name
from articles.admin.quoting import render_sentence
from articles.editorial.link import accept, accept_everywhere, decide, reject
from articles.editorial.reach import may, reach_of
from articles.models import Mention, Person, PersonName
from articles.people.reasons import why_sentence
from articles.vocabulary import MentionStatus

MOST = 200
"""Suggestions decided by one bulk action; people a search finds."""
FOUND = 1_000


@admin.register(Mention)
class MentionAdmin(NewsroomAdmin):
    form = MentionForm
    list_display = ("who", "sentence", "article", "sure", "reason", "standing")
    list_display_links = ("who",)
    list_select_related = ("article", "person")
    list_filter = (MentionStatusFilter,)
    list_per_page = 30
    ordering = ("-id",)
    search_fields = ("suggested_name", "surface", "person__name")
    fields = ("article", "sentence", "person", "decision", ("standing", "sure"), "reason", ("decided_by", "decided_at"))
    readonly_fields = ("article", "sentence", "standing", "sure", "reason", "decided_by", "decided_at")
    autocomplete_fields = ("person",)
    actions = ("accept_chosen", "accept_everywhere_chosen", "reject_chosen")

    def get_urls(self) -> list[Any]:
        names = path("names/", self.admin_site.admin_view(names_page), name="articles_mention_names")
        return [names, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Those in articles that the editor works on."""
        found = super().get_queryset(request).prefetch_related("article__sections")
        return found.filter(reach_of(request.user).workable("article__"))

    def has_change_permission(self, request: HttpRequest, obj: Mention | None = None) -> bool:
        return may(request.user, "change_mention", obj.article if obj else None)

    def has_settle_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "settle_mention")

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        """People under any of their names, and names as they stand in the articles that have these words."""
        words = words_of(search_term)
        if not words:
            return queryset, False
        people = by_any_name(Person.objects.all(), PersonName, "person_id", search_term)
        named = queryset.filter(person__in=list(people.values_list("id", flat=True)[:MOST]))
        written = queryset.filter(article__in=ids_of(search_term))
        for word in words:
            written = written.filter(Q(surface__icontains=word) | Q(suggested_name__icontains=word))
        ids = {pk for found in (named, written) for pk in found.order_by("-id").values_list("id", flat=True)[:FOUND]}
        return queryset.filter(id__in=ids), False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("Wer"))
    def who(self, mention: Mention) -> str:
        return mention.person.name if mention.person else mention.suggested_name

    @admin.display(description=gettext_lazy("Wo der Name steht"))
    def sentence(self, mention: Mention) -> SafeString:
        return render_sentence(mention)

    @display(description=gettext_lazy("Sicherheit"))
    def sure(self, mention: Mention) -> str:
        return f"{round(100 * mention.score)} %"

    @display(description=gettext_lazy("Grund"))
    def reason(self, mention: Mention) -> str:
        return why_sentence(mention)

    @display(description=gettext_lazy("Stand"))
    def standing(self, mention: Mention) -> str:
        return _("Vom Archiv verknüpft") if mention.is_automatic else mention.get_status_display()

    def save_model(self, request: HttpRequest, obj: Mention, form: MentionForm, change: bool) -> None:
        """Only this place: the article's own page decides for all places of a name."""
        decision = form.decided(alone=True)
        if decision:
            tried(request, lambda: decide(obj.article, [decision], editor=request.user, at=timezone.now()))

    @admin.action(description=gettext_lazy("Annehmen"), permissions=["change"])
    def accept_chosen(self, request: HttpRequest, queryset: QuerySet) -> None:
        decide_chosen(request, queryset, accept)

    @admin.action(description=gettext_lazy("Annehmen, überall im Archiv"), permissions=["settle"])
    def accept_everywhere_chosen(self, request: HttpRequest, queryset: QuerySet) -> None:
        decide_chosen(request, queryset, accept_everywhere)

    @admin.action(description=gettext_lazy("Ablehnen"), permissions=["change"])
    def reject_chosen(self, request: HttpRequest, queryset: QuerySet) -> None:
        decide_chosen(request, queryset, reject)


def decide_chosen(request: HttpRequest, chosen: QuerySet, verb: Callable[..., Any]) -> None:
    """One by one; what an editor has settled already is passed over."""
    now, decided = timezone.now(), 0
    for pk in chosen.order_by("id").values_list("id", flat=True)[:MOST]:
        mention = Mention.objects.select_related("article", "person").filter(pk=pk).first()
        if mention and (mention.status == MentionStatus.SUGGESTED or mention.is_automatic):
            decided += tried(request, lambda m=mention: verb(m, editor=request.user, at=now))
    messages.success(request, _("Entschieden: %s Vorschläge.") % decided)
