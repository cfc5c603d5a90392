"""Ordered rows below an article or topic, sections with anchors that never change, and decisions about names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Min, QuerySet
from django.utils.translation import gettext_lazy as _
from unfold.forms import PaginationInlineFormSet
from unfold.widgets import UnfoldAdminSelectWidget

from articles.admin.widgets import KnownAutocomplete
from articles.editorial.link import Decision, bearer_of
from articles.errors import CannotDo
from articles.formats.base import SectionRecord
from articles.models import Article, Mention, Person
from articles.records import new_anchors
from articles.text.markup import clean
from articles.vocabulary import MentionStatus

AT_THE_END = 100_000


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


class OrderedFormSet(PaginationInlineFormSet):
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


class MentionForm(RowForm):
    """A decision about a name. Nothing is saved here: editorial.link does that."""

    decision = forms.ChoiceField(label=_("Entscheidung"), required=False, widget=UnfoldAdminSelectWidget)

    class Meta:
        model = Mention
        fields = ("person",)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        undecided = [("", _("noch offen"))] if self.instance.status == MentionStatus.SUGGESTED else []
        self.fields["decision"].choices = [
            *undecided,
            (MentionStatus.CONFIRMED.value, _("bestätigt")),
            (MentionStatus.REJECTED.value, _("abgelehnt")),
        ]
        self.initial["decision"] = "" if undecided else self.instance.status

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("decision") == MentionStatus.CONFIRMED and not cleaned.get("person"):
            self._refuse_if_unclear()
        return cleaned

    def _refuse_if_unclear(self) -> None:
        try:
            bearer_of(self.instance.suggested_name)
        except CannotDo as refusal:
            raise ValidationError({"person": str(refusal)}) from refusal

    def _post_clean(self) -> None:
        """The instance stays as it is in the database."""

    def decided(self, *, alone: bool) -> Decision | None:
        """A person chosen for an open suggestion confirms it."""
        if not self.has_changed():
            return None
        chosen: Person | None = self.cleaned_data.get("person")
        decision = self.cleaned_data.get("decision") or (MentionStatus.CONFIRMED.value if chosen else "")
        accepted = decision == MentionStatus.CONFIRMED
        return Decision(self.instance, accepted, chosen, alone) if decision else None


def first_of_each_name(article: Article) -> QuerySet[Mention]:
    """One mention for each name in each standing, in the order of the form."""
    groups = article.mentions.order_by().values("status", "person_id", "suggested_name")
    firsts = list(groups.annotate(first=Min("id")).values_list("first", flat=True))
    return article.mentions.filter(id__in=firsts).order_by("-status", "anchor", "start")


class MentionFormSet(PaginationInlineFormSet):
    """One row for each name in each standing; a decision holds for all places of that name in the article."""

    def get_queryset(self) -> QuerySet[Mention]:
        if not hasattr(self, "_queryset"):
            self._queryset = first_of_each_name(self.instance).select_related("person")
        return self._queryset

    def save(self, commit: bool = True) -> list[Any]:
        self.new_objects: list[Any] = []
        self.changed_objects: list[Any] = []
        self.deleted_objects: list[Any] = []
        return []

    def decisions(self) -> list[Decision]:
        found = [form.decided(alone=False) for form in self.initial_forms]
        return [decision for decision in found if decision]
