"""The rows below an article: its sections, its credits, the names in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.decorators import display

from articles.admin.base import RICH_TEXT, RowsInline
from articles.admin.formsets import (
    MentionForm,
    MentionFormSet,
    OrderedForm,
    OrderedFormSet,
    SectionForm,
    SectionFormSet,
)
from articles.admin.sentences import quote
from articles.models import Byline, Mention, Section
from articles.people.linking import texts_of


class SectionInline(StackedInline):
    model = Section
    form = SectionForm
    formset = SectionFormSet
    fields = ("heading", "body", "position")
    ordering_field = "position"
    hide_ordering_field = True
    formfield_overrides = RICH_TEXT

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
    """Only decisions: where a name stands is the text's business."""

    model = Mention
    form = MentionForm
    formset = MentionFormSet
    verbose_name_plural = _("Personen im Text")
    fields = ("sentence", "person", "decision")
    readonly_fields = ("sentence",)
    autocomplete_fields = ("person",)
    can_delete = False
    tab = True
    max_num = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @display(description=_("Wo der Name steht"))
    def sentence(self, mention: Mention) -> SafeString:
        return render_sentence(mention)


def render_sentence(mention: Mention) -> SafeString:
    texts = texts_of(mention.article)
    quoted = quote(texts, mention.anchor, mention.start, mention.end, mention.surface)
    return render_to_string("admin/articles/sentence.html", {"mention": mention, "quoted": quoted})
