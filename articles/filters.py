"""What a reader may ask of a list: declared and validated with django-filter, then put as a SearchRequest.

Filters are named by slugs (a renamed tag's old slug still works); they never run a query for articles themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles import listings
from articles.models import Article, Desk, FormerSlug
from articles.models.desk import desk_ids_below
from articles.models.topic import rules_of
from articles.search.request import SearchRequest
from articles.text.dates import period
from articles.vocabulary import LANGUAGES

MOST_VALUES = 30
"""More values of one kind than this are no question a person asks."""

TYPED = {"q", "from", "to"}

_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,100}\Z")
_YEAR = re.compile(r"(?!0000)[0-9]{4}\Z")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")


class WordsField(forms.CharField):
    """The search box: control characters are dropped, for no person types them."""

    def to_python(self, value: Any) -> str:
        return super().to_python(_CONTROLS.sub(" ", value or "")).strip()


class SlugsField(forms.Field):
    """Rows named by their slugs, old slugs included; what is not there is an error that names it."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, rows: Callable[[datetime], QuerySet], at: datetime, **kwargs: Any):
        self.rows = partial(rows, at)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[Any]:
        wanted = list(dict.fromkeys(slug.strip() for slug in value or [] if slug.strip()))
        if len(wanted) > MOST_VALUES:
            raise forms.ValidationError(_("Bitte wählen Sie höchstens %(most)d aus."), params={"most": MOST_VALUES})
        found = self._find([slug for slug in wanted if _SLUG.match(slug)])
        missing = [slug for slug in wanted if slug not in found]
        if missing:
            raise forms.ValidationError(_("Das gibt es hier nicht: %(names)s"), params={"names": ", ".join(missing)})
        return list(dict.fromkeys(found[slug] for slug in wanted))

    def _find(self, slugs: list[str]) -> dict[str, Any]:
        if not slugs:
            return {}
        rows = self.rows()
        found = {row.slug: row for row in rows.filter(slug__in=slugs)}
        kind = {"kind": rows.model._meta.model_name}
        old = dict(FormerSlug.objects.filter(slug__in=set(slugs) - set(found), **kind).values_list("slug", "target_id"))
        moved = rows.in_bulk(old.values()) if old else {}
        return {**found, **{slug: moved[target] for slug, target in old.items() if target in moved}}


class YearsField(forms.Field):
    """Years of the calendar, each with its four digits; anything else is an error that names it."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[int]:
        wanted = list(dict.fromkeys(text.strip() for text in value or [] if text.strip()))
        wrong = [text[:40] for text in wanted if not _YEAR.match(text)]
        if wrong or len(wanted) > MOST_VALUES:
            message = _("Das ist kein Jahr: %(names)s") if wrong else _("Bitte wählen Sie höchstens %(most)d aus.")
            raise forms.ValidationError(message, params={"names": ", ".join(wrong[:5]), "most": MOST_VALUES})
        return sorted(map(int, wanted))


class DayField(forms.Field):
    """A day, a month or a year (2024-11-05, 2024-11, 2024, 5.11.2024); `last` takes the end of a month or year."""

    widget = forms.TextInput(attrs={"maxlength": 20, "autocomplete": "off"})

    def __init__(self, *, last: bool = False, **kwargs: Any):
        self.last = last
        super().__init__(**kwargs)

    def clean(self, value: Any) -> date | None:
        text = (value or "").strip()
        if not text:
            return None
        days = period(text)
        if not days:
            message = _("„%(text)s“ ist kein Datum. Schreiben Sie es so: 2024-11-05, 2024-11 oder 2024.")
            raise forms.ValidationError(message, params={"text": text[:40]})
        return days[self.last]


class SlugsFilter(django_filters.Filter):
    """`rows` are those a reader may know of at the moment the filter set was made for."""

    field_class = SlugsField


class DayFilter(django_filters.Filter):
    field_class = DayField


class YearsFilter(django_filters.Filter):
    field_class = YearsField


class WordsFilter(django_filters.CharFilter):
    field_class = WordsField


class ListingFilter(django_filters.FilterSet):
    """What every list can be narrowed by."""

    q = WordsFilter(label=_("Suchwörter"), max_length=200)
    desk = SlugsFilter(label=_("Ressort"), rows=lambda at: Desk.objects.all())
    tag = SlugsFilter(label=_("Schlagwort"), rows=listings.tags_in_use)
    person = SlugsFilter(label=_("Person"), rows=listings.people_named)
    topic = SlugsFilter(label=_("Thema"), rows=lambda at: listings.public_topics())
    year = YearsFilter(label=_("Jahr"))
    sort = django_filters.ChoiceFilter(
        label=_("Reihenfolge"),
        empty_label=None,
        choices=[("newest", _("Neueste zuerst")), ("oldest", _("Älteste zuerst"))],
    )

    class Meta:
        model = Article
        fields: list[str] = []

    @classmethod
    def get_filters(cls) -> dict[str, Any]:
        """`from` is a word Python keeps for itself, so the days are declared here."""
        days = {"from": DayFilter(label=_("Von")), "to": DayFilter(label=_("Bis"), last=True)}
        return {**super().get_filters(), **days}

    def __init__(self, data: Any, at: datetime):
        super().__init__(data, queryset=Article.objects.none())
        for named in self.filters.values():
            if isinstance(named, SlugsFilter):
                named.extra["at"] = at

    @property
    def asked(self) -> dict[str, Any]:
        """What is valid of what was asked; the form shows what is not."""
        self.form.is_valid()
        return self.form.cleaned_data

    def chosen(self, name: str) -> list[Any]:
        return self.asked.get(name) or []

    @property
    def span(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for, of the days and of the years together."""
        first, last, years = self.asked.get("from"), self.asked.get("to"), self.chosen("year")
        if years:
            first = max(first or date.min, date(min(years), 1, 1))
            last = min(last or date.max, date(max(years), 12, 31))
        return first, last

    @property
    def misunderstood(self) -> list[str]:
        """What is wrong with choices; of what is typed its own box says it."""
        self.form.is_valid()
        return [error for name, errors in self.form.errors.items() if name not in TYPED for error in errors]

    def is_used(self) -> bool:
        return any(value for name, value in self.asked.items() if name != "sort")

    @property
    def words_alone(self) -> str:
        """The words, where nothing else narrows: what they do not find is not there."""
        used = {name for name, value in self.asked.items() if value and name != "sort"}
        return self.asked["q"] if used == {"q"} and self.form.is_valid() else ""

    def question(self, **values: Any) -> SearchRequest:
        """`values` are the caller's: page, facets, a scope."""
        asked = self.asked
        if (asked.get("from") or date.min) > (asked.get("to") or date.max):
            self.form.add_error("to", _("Das Ende liegt vor dem Anfang."))
        words = asked.get("q") or ""
        desks = [desk.pk for desk in self.chosen("desk")]
        return SearchRequest(
            words=words,
            desk_ids=desk_ids_below(desks) if desks else frozenset(),
            tag_ids=_ids(self.chosen("tag")),
            person_ids=_ids(self.chosen("person")),
            topics=tuple(rules_of(self.chosen("topic")).values()),
            years=frozenset(self.chosen("year")),
            first_day=asked.get("from"),
            last_day=asked.get("to"),
            sort=asked.get("sort") or ("relevance" if words else "newest"),
            **{**self.more(), **values},
        )

    def more(self) -> dict[str, Any]:
        return {}


class SearchFilter(ListingFilter):
    """What the search page takes besides."""

    author = SlugsFilter(label=_("Autorin, Autor"), rows=listings.authors_in_print)
    lang = django_filters.MultipleChoiceFilter(label=_("Sprache"), choices=LANGUAGES)
    sort = django_filters.ChoiceFilter(
        label=_("Reihenfolge"),
        empty_label=None,
        choices=[
            ("relevance", _("Beste Treffer zuerst")),
            ("newest", _("Neueste zuerst")),
            ("oldest", _("Älteste zuerst")),
        ],
    )

    def more(self) -> dict[str, Any]:
        return {"author_ids": _ids(self.chosen("author")), "languages": frozenset(self.chosen("lang"))}


def _ids(rows: Iterable[Any]) -> frozenset[int]:
    return frozenset(row.pk for row in rows)
