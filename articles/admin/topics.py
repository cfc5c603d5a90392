"""Topics: the introduction, the rule by which articles belong, and those that are pinned."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.base import NamedAdmin, RowsInline
from articles.admin.formsets import OrderedForm, OrderedFormSet
from articles.models import Pin, Topic


class PinInline(RowsInline):
    model = Pin
    form = OrderedForm
    formset = OrderedFormSet
    fields = ("article", "position")
    autocomplete_fields = ("article",)
    ordering_field = "position"
    hide_ordering_field = True

    def get_queryset(self, request: object) -> object:
        return super().get_queryset(request).select_related("article")


@admin.register(Topic)
class TopicAdmin(NamedAdmin):
    list_display = ("name", "since", "until", "is_public")
    list_filter = ("is_public",)
    autocomplete_fields = ("tags", "people", "desks")
    inlines = (PinInline,)
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
