"""People written about, with all their names and what they were when. Merging, splitting and the finder of duplicates
have pages of their own (person_pages.py)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextInputWidget

from articles.admin.base import NamedAdmin, RowsInline, Tool, tried
from articles.admin.names import OtherNamesInline, by_any_name
from articles.admin.person_pages import person_pages, person_tools
from articles.admin.portraits import PortraitForm, portrait_fields, shown
from articles.editorial.portrait import remove_portrait
from articles.models import Person, PersonName, PersonRole
from articles.models.person import check_gnd, check_wikidata, kind_of
from articles.text.identifiers import bare_id
from articles.vocabulary import NameKind


class NumberField(forms.CharField):
    """A catalogue's number; the address it was copied from may stand around it."""

    widget = UnfoldAdminTextInputWidget

    def to_python(self, value: Any) -> str:
        return bare_id(super().to_python(value))


class PersonForm(PortraitForm):
    wikidata_id = NumberField(
        label=_("Wikidata"),
        required=False,
        max_length=20,
        validators=[check_wikidata],
        help_text=_("Zum Beispiel Q42."),
    )
    gnd_id = NumberField(
        label=_("GND"),
        required=False,
        max_length=12,
        validators=[check_gnd],
        help_text=_("Nummer der Person in der Gemeinsamen Normdatei."),
    )


class NameForm(forms.ModelForm):
    """The main name's kind is not for choosing; left open, a kind follows from the letters."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:  # absent where the form is only shown
            others = [choice for choice in NameKind.choices if choice[0] != NameKind.MAIN]
            self.fields["kind"].choices = [("", _("von selbst")), *others]
            self.fields["kind"].required = False
            self.initial["kind"] = self.instance.kind if self.instance.pk else ""

    def clean_kind(self) -> str:
        main = self.instance.person.name if self.instance.person_id else "Latin"
        return self.cleaned_data["kind"] or kind_of(self.cleaned_data.get("name", ""), main)


class NameInline(OtherNamesInline):
    model = PersonName
    form = NameForm
    fields = ("name", "kind", "written")
    readonly_fields = ("written",)
    verbose_name_plural = _("Weitere Namen und Schreibweisen")

    @admin.display(description=_("Schrift"))
    def written(self, name: PersonName) -> str:
        return str(name.script.label) if name.name else "–"


class RoleInline(RowsInline):
    model = PersonRole
    fields = ("title", "since", "until")


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    """Somebody named in an article is not deleted but made not public: old versions and addresses go on."""

    form = PersonForm
    list_display = ("name", "description", "born", "wikidata_id", "is_public")
    list_filter = ("is_public",)
    fieldsets = (
        (None, {"fields": ("name", "family_name", "description", "is_public")}),
        (_("Wann und wer genau"), {"fields": (("born", "died"), ("wikidata_id", "gnd_id"))}),
        (_("Adresse"), {"fields": ("slug",), "classes": ["collapse"]}),
    )
    inlines = (NameInline, RoleInline)
    readonly_fields = ("portrait_now",)

    @admin.display(description=_("Jetzt"))
    def portrait_now(self, person: Person) -> str:
        return shown(person)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A portrait for whoever may change people; others see the one there is."""
        basics, *more = self.fieldsets
        may_change = self.has_change_permission(request, obj)
        return [basics, (_("Porträt"), {"fields": portrait_fields(obj, may_change)}), *more]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if self.has_change_permission(request):
            tried(request, lambda: form.save_portrait(request.user, timezone.now()))

    def delete_model(self, request: HttpRequest, obj: Person) -> None:
        remove_portrait(obj, editor=None, at=timezone.now())
        super().delete_model(request, obj)

    def is_used(self, named: Person) -> bool:
        return named.mentions.exists() or named.topics.exists()

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        return by_any_name(queryset, PersonName, "person_id", search_term), False

    def get_urls(self) -> list[Any]:
        return [*person_pages(), *super().get_urls()]

    def tools(self, request: HttpRequest, row: Person) -> list[Tool]:
        return [*person_tools(request, row), *super().tools(request, row)]
