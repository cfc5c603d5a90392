"""The article's form: what an editor types, tags by name, and the refusal to overwrite what another has saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.widgets import TagsField
from articles.admin.writing import seen_parts
from articles.models import Article


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

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._refuse_if_stale(cleaned.get("version_seen"))
        return cleaned

    def _refuse_if_stale(self, seen: int | None) -> None:
        article = Article.objects.get(pk=self.instance.pk)
        if seen == article.version_number:
            return
        last = article.versions.select_related("saved_by").first()
        raise ValidationError(
            _(
                "Nicht gespeichert: Seit Sie diese Seite geöffnet haben, wurde Fassung %(number)s gespeichert "
                "(%(who)s, %(when)s). Ihr Text steht unverändert hier unten. Öffnen Sie den Artikel in einem zweiten "
                "Fenster und übertragen Sie Ihre Änderungen dorthin."
            )
            % {
                "number": article.version_number,
                "who": (last and last.saved_by) or _("ohne Konto"),
                "when": localtime(last.saved_at).strftime("%d.%m.%Y %H:%M") if last else "–",
            },
            code="stale",
        )
