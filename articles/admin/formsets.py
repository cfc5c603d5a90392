"""Ordered rows below an article or topic, and sections with anchors that never change."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.forms import PaginationInlineFormSet

from articles.admin.widgets import KnownAutocomplete
from articles.formats.base import SectionRecord
from articles.records import new_anchors
from articles.text.markup import clean

AT_THE_END = 100_000
MOST_ROWS = 200
"""Below one article, topic or person; who has more already keeps them and adds none."""


class BoundedFormSet(PaginationInlineFormSet):
    """What is sent beyond is not even looked at, and nothing is saved: to check and show thousands of rows takes
    seconds."""

    default_error_messages = {
        "too_many_forms": _("Mehr als %(num)d Zeilen nimmt das Formular nicht an. Gespeichert wurde nichts.")
    }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.max_num = self.absolute_max = max(MOST_ROWS, len(self.get_queryset()))


class RowForm(forms.ModelForm):
    """A row that shows what it refers to without another query."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownAutocomplete) and getattr(self.instance, f"{name}_id"):
                widget.known = getattr(self.instance, name)


class OrderedForm(RowForm):
    """A row without a position goes to the end."""

    position = forms.IntegerField(label=_("Reihenfolge"), required=False, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["position"] = None


class OrderedFormSet(BoundedFormSet):
    """Rows are numbered from 0 as they are saved."""

    def in_order(self) -> list[forms.ModelForm]:
        kept = [form for form in self.forms if form.instance.pk or form.has_changed()]
        kept = [form for form in kept if form not in self.deleted_forms]
        return sorted(kept, key=lambda form: self._place(form))

    @staticmethod
    def _place(form: forms.ModelForm) -> int:
        position = form.cleaned_data.get("position")
        return AT_THE_END if position is None else position

    def save(self, commit: bool = True) -> list[Any]:
        rows = self.in_order()
        stood = {form.instance.pk: form.initial.get("position") for form in rows}
        for place, form in enumerate(rows):
            form.instance.position = place
        saved = super().save(commit)
        for form in rows:
            if form.instance not in saved and stood[form.instance.pk] != form.instance.position:
                self.model.objects.filter(pk=form.instance.pk).update(position=form.instance.position)
        return saved


class SectionForm(OrderedForm):
    def has_changed(self) -> bool:
        """A row that was added and left empty is no section."""
        if self.instance.pk:
            return super().has_changed()
        typed = [self.data.get(self.add_prefix("heading")), clean(self.data.get(self.add_prefix("body")) or "")]
        return any(text and text.strip() for text in typed)


class SectionFormSet(OrderedFormSet):
    """An anchor is set when a section is made, and none of those deleted with the same save is taken again."""

    def save(self, commit: bool = True) -> list[Any]:
        rows = self.in_order()
        kept = [form.instance if form.instance.pk else None for form in rows]
        records = [SectionRecord(form.instance.body, form.instance.heading, form.instance.anchor) for form in rows]
        taken = set(self.instance.sections.values_list("anchor", flat=True))
        fresh = iter(new_anchors(records, kept, taken))
        for form in rows:
            if not form.instance.pk:
                form.instance.anchor = next(fresh)
        return super().save(commit)
