"""The page on which several people, tags, desks or topics become one: asks which, shows what would move, then does it;
and what is said of two that are not one. What is done is editorial/merging.py's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.db.models import Field
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import Tool, tried
from articles.admin.pages import admin_page, guarded
from articles.admin.widgets import ManyAutocomplete, numbers_in
from articles.editorial.merging import Merger

MOST = 30
"""Merged at once; a preview of more is no preview."""


@dataclass(frozen=True, slots=True)
class Merging:
    """How one kind is merged; `field` is one that refers to it, by which it is found while one types."""

    merger: Merger
    field: Field
    question: str | Promise
    preview: Callable[..., Any]

    def allows(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"articles.{self.merger.permission}")

    def page(self) -> Any:
        view = guarded(self.allows, lambda request, pk: merge_page(request, self, pk))
        return path("<int:pk>/merge/", view, name=f"articles_{self.merger.kind}_merge")

    def address(self, name: str, pk: int) -> str:
        return reverse(f"admin:articles_{self.merger.kind}_{name}", args=[pk])

    def tool(self, pk: int) -> Tool:
        return Tool(_("Zusammenführen …"), self.address("merge", pk), "merge")


def merge_page(request: HttpRequest, merging: Merging, pk: int) -> HttpResponse:
    kept = get_object_or_404(merging.merger.model, pk=pk)
    given = request.POST if request.method == "POST" else request.GET
    form = _form(merging)(given if "other" in given else None)
    gone = _chosen(form, kept)
    if request.method == "POST" and gone:
        if tried(request, lambda: merging.merger.merge(kept, gone, editor=request.user, at=timezone.now())):
            text = _("%(gone)s: jetzt ein Teil von „%(kept)s“. 30 Tage lang lässt sich das zurücknehmen.")
            messages.success(request, text % {"gone": ", ".join(f"„{one}“" for one in gone), "kept": kept})
        return HttpResponseRedirect(merging.address("change", kept.pk))
    turned = f"{merging.address('merge', gone[0].pk)}?other={kept.pk}" if len(gone) == 1 else ""
    return admin_page(
        request,
        "articles/merge_several.html",
        _("Zusammenführen"),
        kept=kept,
        gone=gone,
        form=form,
        told=merging.preview(kept, gone) if gone else None,
        turned=turned,
        back=merging.address("change", kept.pk),
        question=merging.question,
        preview_template=f"admin/articles/{merging.merger.kind}/going.html",
    )


def _form(merging: Merging) -> type[forms.Form]:
    field = forms.ModelMultipleChoiceField(
        merging.merger.model.objects.all(),
        label=gettext_lazy("Was aufgeht"),
        widget=ManyAutocomplete(merging.field, site),
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


def said_apart(request: HttpRequest, merging: Merging, told: str) -> HttpResponse:
    """Back to the pairs, where "1-2" was said not to be one."""
    ids = numbers_in(request.POST.get("apart", "").split("-"))
    pair = list(merging.merger.model.objects.filter(pk__in=ids)) if len(ids) == 2 else []
    if len(pair) == 2:
        one, other = pair
        if tried(request, lambda: merging.merger.keep_apart(one, other, editor=request.user, at=timezone.now())):
            messages.success(request, told % {"one": one, "other": other})
    return HttpResponseRedirect(request.get_full_path())
