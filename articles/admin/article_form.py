"""The article's form: what an editor types, and tags by name. A text saved by another meanwhile is met before the form
is read (merging_page.py), while the article is locked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.widgets import TagsField, is_storable
from articles.admin.writing import seen_parts


class SeenField(forms.CharField):
    """What the page knew; no part of the article, so it never counts as a change."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class ArticleForm(forms.ModelForm):
    tags = TagsField(
        label=gettext_lazy("Schlagwörter"),
        required=False,
        help_text=gettext_lazy("Namen oder Synonyme, durch Komma getrennt; was es noch nicht gibt, wird angelegt."),
    )
    version_seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    parts_seen = SeenField(required=False)
    resumed: QueryDict | None = None
    """A working draft that is shown instead of the saved article, unchecked until it is sent."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any):
        super().__init__(self.resumed if data is None else data, *args, **kwargs)
        if data is None and self.resumed is not None:
            self._errors = ErrorDict()
        self.initial["version_seen"] = self.instance.version_number
        self.initial["parts_seen"] = lambda: seen_parts(self.instance)
        if "headline" in self.fields:  # absent where the form is only shown
            self.fields["headline"].widget.attrs["class"] += " newsroom-headline"
            self.fields["standfirst"].widget.attrs["rows"] = 4
        for name in {"published_at", "embargoed_until"} & self.fields.keys():
            self._name_parts(name)
            self.fields[name].validators.append(is_storable)

    def _name_parts(self, name: str) -> None:
        """A moment is typed in two boxes, of which the label names one."""
        field = self.fields[name]
        for part, said in zip(field.widget.widgets, (_("Datum"), _("Zeit")), strict=True):
            part.attrs["aria-label"] = f"{field.label}: {said}"
