"""What the editor is asked where two texts overlap, and what he answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from articles.admin.widgets import RichTextWidget
from articles.models import Article, Section
from articles.text.markup import clean
from articles.text.merging import Difference, Passage

MINE, THEIRS, BOTH = "mine", "theirs", "both"
EDITABLE = ("kicker", "headline", "standfirst", "dateline")
LONG = ("standfirst",)


class Answer(forms.Form):
    """One conflict. Both texts can be edited, and the one chosen counts as it then stands."""

    choice = forms.ChoiceField(
        label=_("Was soll gelten?"),
        choices=[(MINE, _("mein Text")), (THEIRS, _("der gespeicherte Text"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte entscheiden Sie.")},
    )

    def __init__(self, data: Any, row: Any):
        super().__init__(data, prefix=row.name)
        self.row = row
        self.fields["choice"].widget.attrs["required"] = True
        for side, value in ((MINE, row.mine), (THEIRS, row.theirs)):
            for name, made in fields_for(row, value).items():
                made.initial = value if name == "text" else getattr(value, name)
                self.fields[f"{side}_{name}"] = made
        if isinstance(row.mine, Passage) and isinstance(row.theirs, Passage):
            self.fields["choice"].choices += [(BOTH, _("beide, meiner zuerst"))]

    @property
    def chosen(self) -> str:
        return str(self.cleaned_data["choice"])

    @property
    def is_mine(self) -> bool:
        return self.chosen != THEIRS

    @property
    def mine_fields(self) -> list[Any]:
        return [bound for bound in self if bound.name.startswith("mine_")]

    @property
    def theirs_fields(self) -> list[Any]:
        return [bound for bound in self if bound.name.startswith("theirs_")]

    def text(self, one: Difference) -> str:
        """A field's value, as edited here where that was possible."""
        side = MINE if self.is_mine else THEIRS
        return str(self.cleaned_data.get(f"{side}_text", getattr(one, side)))

    def passage(self, one: Difference) -> Passage | None:
        """A section's text; None where it is to be removed."""
        if self.chosen == BOTH:
            mine, theirs = self._edited(MINE), self._edited(THEIRS)
            between = f"<h3>{theirs.heading}</h3>" if theirs.heading != mine.heading and theirs.heading else ""
            return Passage(mine.heading, clean(mine.body + between + theirs.body))
        return self._edited(self.chosen) if getattr(one, self.chosen) else None

    def _edited(self, side: str) -> Passage:
        values = self.cleaned_data
        return Passage(values[f"{side}_heading"], clean(values[f"{side}_body"]))


def fields_for(row: Any, value: Any) -> dict[str, forms.Field]:
    """What of this side can be edited: words, not a choice among what there is."""
    if isinstance(value, Passage):
        length = Section._meta.get_field("heading").max_length
        heading = forms.CharField(
            label=_("Zwischentitel"), required=False, max_length=length, widget=UnfoldAdminTextInputWidget
        )
        return {"heading": heading, "body": forms.CharField(label=_("Text"), required=False, widget=RichTextWidget)}
    if row.kind != "field" or row.key not in EDITABLE:
        return {}
    widget = UnfoldAdminTextareaWidget(attrs={"rows": 4}) if row.key in LONG else UnfoldAdminTextInputWidget()
    length = Article._meta.get_field(row.key).max_length
    return {"text": forms.CharField(label=row.label, required=False, max_length=length, widget=widget)}
