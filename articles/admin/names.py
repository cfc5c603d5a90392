"""Finding tags and people under any of their names, for lists and autocomplete; and the rows that keep the names."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from articles.admin.base import RowsInline, words_of
from articles.admin.formsets import BoundedFormSet
from articles.text.sortkeys import fold


def like(term: str) -> Q:
    """Names in which every word typed begins a word."""
    found = Q()
    for word in words_of(fold(term)):
        found &= Q(folded__startswith=word) | Q(folded__contains=f" {word}")
    return found


def by_any_name(things: QuerySet, names: type[Model], owner: str, term: str) -> QuerySet:
    """Those of which one name is like the term; `owner` is the column by which a name knows its bearer."""
    return things.filter(id__in=names._default_manager.filter(like(term)).values(owner)) if fold(term) else things


class OtherNamesFormSet(BoundedFormSet):
    """All names but the main one, which is edited above and must not be lost."""

    def get_queryset(self) -> QuerySet:
        if not hasattr(self, "_queryset"):
            names = super().get_queryset().exclude(name=self.instance.name) if self.instance.pk else None
            self._queryset = self.model.objects.none() if names is None else names.order_by("id")
        return self._queryset

    def clean(self) -> None:
        super().clean()
        seen = {self._same(self.instance.name or "")}
        for form in self.forms:
            name = self._same(form.cleaned_data.get("name") or "") if hasattr(form, "cleaned_data") else ""
            if not name or form in self.deleted_forms:
                continue
            if name in seen:
                raise ValidationError(_("„%s“ steht schon da.") % form.cleaned_data["name"])
            seen.add(name)

    def _same(self, name: str) -> str:
        """What must not be there twice."""
        return name


class OtherNamesInline(RowsInline):
    formset = OtherNamesFormSet
    fields = ("name",)

    def get_queryset(self, request: Any) -> QuerySet:
        return super().get_queryset(request).order_by("id")
