"""Tags with their synonyms, and the names offered while one types. Merging, splitting and tidying up have pages of
their own (tag_pages.py)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag as TaggitTag
from unfold.widgets import UnfoldBooleanSwitchWidget

from articles.admin.base import NamedAdmin, NamedForm, Tool
from articles.admin.names import OtherNamesFormSet, OtherNamesInline, by_any_name, like
from articles.admin.tag_pages import MERGING, tag_pages, tag_tools
from articles.editorial.rename import rename
from articles.models import Tag, TagName
from articles.models.tag import TAKEN
from articles.text.sortkeys import fold

OFFERED = 20

if admin.site.is_registered(TaggitTag):  # the library's own tags, which this archive does not use
    admin.site.unregister(TaggitTag)


class TagForm(NamedForm):
    keeps_name = forms.BooleanField(
        label=_("Den alten Namen als Synonym behalten"),
        help_text=_("Gilt, wenn Sie das Schlagwort umbenennen. Die alte Adresse leitet in jedem Fall weiter."),
        required=False,
        initial=True,
        widget=UnfoldBooleanSwitchWidget,
    )


class SynonymFormSet(OtherNamesFormSet):
    def _same(self, name: str) -> str:
        return fold(name)


class SynonymInline(OtherNamesInline):
    model = TagName
    formset = SynonymFormSet


@admin.register(Tag)
class TagAdmin(NamedAdmin):
    form = TagForm
    list_display = ("name", "slug")
    inlines = (SynonymInline,)
    change_form_before_template = "admin/articles/tag/taken.html"

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("name", *(("keeps_name",) if obj else ()), "slug", "description")

    def is_used(self, named: Tag) -> bool:
        return named.filings.exists() or named.topics.exists()

    def save_model(self, request: HttpRequest, obj: Tag, form: Any, change: bool) -> None:
        if change:
            keeps = form.cleaned_data["keeps_name"]
            rename(obj, editor=request.user, at=timezone.now(), keep_name=keeps)
        else:
            obj.save()

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        return by_any_name(queryset, TagName, "tag_id", search_term), False

    def get_urls(self) -> list[Any]:
        names = path("names/", self.admin_site.admin_view(tag_names), name="tag_names")
        return [names, *tag_pages(), *super().get_urls()]

    def tools(self, request: HttpRequest, row: Tag) -> list[Tool]:
        return [*tag_tools(request, row), *super().tools(request, row)]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        context["may_merge"] = bool(kwargs.get("obj")) and MERGING.allows(request)
        context["taken"] = taken_by(context) if request.method == "POST" else []
        return super().render_change_form(request, context, *args, **kwargs)


def taken_by(context: dict[str, Any]) -> list[Tag]:
    """The tags to which the names belong that were refused: they can be merged instead."""
    forms = [context["adminform"].form, *(f for s in context["inline_admin_formsets"] for f in s.formset.forms)]
    mistakes = (mistake for form in forms for mistake in _mistakes(form))
    return list(Tag.objects.filter(pk__in={m.params["tag_id"] for m in mistakes if m.code == TAKEN}))


def _mistakes(form: forms.BaseForm) -> Iterable[Any]:
    return [mistake for field in form.errors.as_data().values() for mistake in field]


def tag_names(request: HttpRequest) -> JsonResponse:
    """Up to 20 names and synonyms, the shortest first, each standing for the name of its tag."""
    if not any(request.user.has_perm(f"articles.{verb}_article") for verb in ("add", "change")):
        raise PermissionDenied
    term = request.GET.get("term", "")
    found = TagName.objects.filter(like(term)).select_related("tag").order_by(Length("folded"), "folded")
    names = found[:OFFERED] if fold(term) else ()
    offered: dict[str, str] = {}
    for name in names:
        offered.setdefault(name.tag.name, _label(name))
    results = [{"id": name, "text": text} for name, text in offered.items()]
    return JsonResponse({"results": results, "pagination": {"more": False}})


def _label(name: TagName) -> str:
    return name.tag.name if name.name == name.tag.name else f"{name.tag.name} ({name.name})"
