"""The rows below an article: its sections, its credits, the names in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline

from articles.admin.base import READABLE, RICH_TEXT, RowsInline
from articles.admin.formsets import OrderedForm, OrderedFormSet, SectionForm, SectionFormSet
from articles.admin.mention_forms import MentionForm, MentionFormSet
from articles.models import Byline, Mention, Section


class SectionInline(StackedInline):
    model = Section
    form = SectionForm
    formset = SectionFormSet
    fields = ("heading", "body", "position")
    ordering_field = "position"
    hide_ordering_field = True
    formfield_overrides = RICH_TEXT
    readonly_preprocess_fields = READABLE

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 1


class BylineInline(RowsInline):
    model = Byline
    form = OrderedForm
    formset = OrderedFormSet
    fields = ("author", "position")
    autocomplete_fields = ("author",)
    ordering_field = "position"
    hide_ordering_field = True

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("author")


class MentionInline(RowsInline):
    """Only decisions: where a name stands is the text's business. Shown beside the text, a card for each name."""

    model = Mention
    form = MentionForm
    formset = MentionFormSet
    template = "admin/articles/article/people.html"
    beside = True
    verbose_name_plural = _("Personen im Text")
    fields = ("person", "decision")
    autocomplete_fields = ("person",)
    can_delete = False
    max_num = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
