"""Topics: the introduction, the rule by which articles belong, those that are pinned, and the chronology."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.admin.base import NamedAdmin, RowsInline, Tool
from articles.admin.formsets import OrderedForm, OrderedFormSet
from articles.admin.topic_forms import EntryForm
from articles.admin.topic_pages import found_by, rule_in, topic_pages, topic_tools
from articles.editorial.reach import reach_of
from articles.models import Pin, Topic, TopicEntry
from articles.querysets import TopicRule


class OrderedInline(RowsInline):
    formset = OrderedFormSet
    autocomplete_fields = ("article",)
    ordering_field = "position"
    hide_ordering_field = True

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without those whose article the editor may not read."""
        rows, reach = super().get_queryset(request).select_related("article"), reach_of(request.user)
        if reach.reads_all:
            return rows
        return rows.filter(Q(article=None) | reach.readable(timezone.now(), "article__"))


class PinInline(OrderedInline):
    model = Pin
    form = OrderedForm
    fields = ("article", "position")


class EntryInline(OrderedInline):
    model = TopicEntry
    form = EntryForm
    fields = ("when", "line", "article", "position")
    template_before = "admin/articles/topic/chronology.html"


@admin.register(Topic)
class TopicAdmin(NamedAdmin):
    list_display = ("name", "since", "until", "is_public")
    list_filter = ("is_public",)
    autocomplete_fields = ("tags", "people", "desks")
    inlines = (PinInline, EntryInline)
    change_form_template = "admin/articles/topic/change_form.html"
    add_form_template = "admin/articles/topic/change_form.html"
    fieldsets = (
        (None, {"fields": ("name", "slug", "intro", "is_public")}),
        (
            _("Was dazugehört"),
            {
                "fields": ("tags", "people", "desks", ("since", "until")),
                "description": _(
                    "Ein Artikel gehört dazu, wenn er aus jeder ausgefüllten Zeile mindestens eines hat. "
                    "Tage allein wählen nichts aus; angeheftete Artikel gehören immer dazu."
                ),
            },
        ),
    )

    def get_urls(self) -> list[Any]:
        return [*topic_pages(), *super().get_urls()]

    def tools(self, request: HttpRequest, row: Topic) -> list[Tool]:
        return [*topic_tools(request, row), *super().tools(request, row)]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        topic = kwargs.get("obj")
        stored = topic.rule() if topic and topic.pk else TopicRule()
        context["found"] = found_by(rule_in(request.POST) if request.method == "POST" else stored)
        context["ordering_words"] = {"up": _now("Nach oben"), "down": _now("Nach unten"), "place": _now("Platz {}")}
        return super().render_change_form(request, context, *args, **kwargs)
