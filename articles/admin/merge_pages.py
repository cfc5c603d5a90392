"""The page on which several tags or desks become one: asks which, shows what would move, then does it. People have
theirs in person_pages.py; what is done is editorial/merge_tags.py's and merge_desks.py's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.admin.base import tried
from articles.admin.widgets import ManyAutocomplete
from articles.models import Topic

MOST = 30
"""Merged at once; a preview of more is no preview."""

type View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Merging:
    """How one kind is merged; `field` is what a topic calls several of them."""

    model: Any
    permission: str
    field: str
    question: str | Promise
    merge: Callable[..., Any]
    preview: Callable[..., Any]
    template: str

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)

    def allows(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"articles.{self.permission}")

    def page(self, model_admin: Any) -> Any:
        view = guarded(model_admin, self.allows, lambda request, pk: merge_page(request, self, pk))
        return path("<int:pk>/merge/", view, name=f"articles_{self.name}_merge")


def guarded(model_admin: Any, allows: Callable[[HttpRequest], bool], view: View) -> View:
    """Only for those who may, whatever the page."""

    def guarded_view(request: HttpRequest, **where: Any) -> HttpResponse:
        if not allows(request):
            raise PermissionDenied
        request.current_app = model_admin.admin_site.name
        return view(request, **where)

    return model_admin.admin_site.admin_view(guarded_view)


def asking_page(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    return TemplateResponse(
        request, f"admin/articles/{template}", {**site.each_context(request), "title": title, **context}
    )


def merge_page(request: HttpRequest, merging: Merging, pk: int) -> HttpResponse:
    kept = get_object_or_404(merging.model, pk=pk)
    given = request.POST if request.method == "POST" else request.GET
    form = _form(merging)(given if "other" in given else None)
    gone = _chosen(form, kept)
    if request.method == "POST" and gone:
        if tried(request, lambda: merging.merge(kept, gone, editor=request.user, at=timezone.now())):
            text = _("%(gone)s: jetzt ein Teil von „%(kept)s“. 30 Tage lang lässt sich das zurücknehmen.")
            messages.success(request, text % {"gone": ", ".join(f"„{one}“" for one in gone), "kept": kept})
        return HttpResponseRedirect(reverse(f"admin:articles_{merging.name}_change", args=[kept.pk]))
    return asking_page(
        request,
        "merge_several.html",
        _("Zusammenführen"),
        kept=kept,
        gone=gone,
        form=form,
        told=merging.preview(kept, gone) if gone else None,
        turned=_turned(merging, kept, gone),
        back=reverse(f"admin:articles_{merging.name}_change", args=[kept.pk]),
        question=merging.question,
        preview_template=merging.template,
    )


def _form(merging: Merging) -> type[forms.Form]:
    field = forms.ModelMultipleChoiceField(
        merging.model.objects.all(),
        label=_("Was aufgeht"),
        widget=ManyAutocomplete(Topic._meta.get_field(merging.field), site),
    )
    return type("OthersForm", (forms.Form,), {"other": field})


def _chosen(form: forms.Form, kept: Any) -> list[Any]:
    chosen = list(form.cleaned_data["other"][: MOST + 1]) if form.is_valid() else []
    if kept in chosen:
        form.add_error("other", _("„%s“ kann nicht in sich selbst aufgehen.") % kept)
        return []
    if len(chosen) > MOST:
        form.add_error("other", _("Höchstens %d auf einmal.") % MOST)
        return []
    return chosen


def _turned(merging: Merging, kept: Any, gone: list[Any]) -> str:
    """The other way round, where there are two."""
    if len(gone) != 1:
        return ""
    return f"{reverse(f'admin:articles_{merging.name}_merge', args=[gone[0].pk])}?other={kept.pk}"
