"""Entries of a topic's chronology as an editor types them: a day, a month or a year, and a line."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminTextInputWidget

from articles.admin.formsets import OrderedForm
from articles.models import TopicEntry
from articles.text.dates import period
from articles.vocabulary import DatePrecision

WRITTEN = {DatePrecision.DAY: "%d.%m.%Y", DatePrecision.MONTH: "%m.%Y", DatePrecision.YEAR: "%Y"}


class EntryForm(OrderedForm):
    when = forms.CharField(label=gettext_lazy("Wann"), required=False, max_length=40, widget=UnfoldAdminTextInputWidget)

    class Meta:
        model = TopicEntry
        fields = ("line", "article", "position")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        entry = self.instance
        if entry.pk:
            self.initial["when"] = entry.date.strftime(WRITTEN[DatePrecision(entry.precision)])
        if "line" in self.fields:  # absent where the form is only shown
            self.fields["line"].widget.attrs["placeholder"] = entry.article.headline if entry.article else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = self._days(cleaned)
        self.instance.date, self.instance.precision = first, precision_of(first, last)
        return cleaned

    def _days(self, cleaned: dict[str, Any]) -> tuple[date, date]:
        """What is typed; left open, the article's day. Raises ValidationError."""
        typed, article = (cleaned.get("when") or "").strip(), cleaned.get("article")
        if not typed and article and article.published_on:
            return article.published_on, article.published_on
        days = period(typed)
        if not days:
            raise ValidationError({"when": _("Schreiben Sie das Datum so: 5.11.2024, November 2024 oder 2024.")})
        return days


def precision_of(first: date, last: date) -> DatePrecision:
    if first == last:
        return DatePrecision.DAY
    return DatePrecision.YEAR if first.month != last.month else DatePrecision.MONTH
