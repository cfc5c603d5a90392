"""The queue of names that articles introduce and the archive does not know: each with its places, decided one by one or
several at once, for the whole archive. Counting and linking are people/candidates.py's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.base import tried
from articles.admin.pages import admin_page, page_in
from articles.admin.quoting import render_sentence
from articles.admin.widgets import KnownAutocomplete
from articles.editorial.adopt_name import adopt_name, refuse_name
from articles.models import Mention, Person
from articles.people.candidates import Candidate, candidates

PAGE = 30
MOST = 100
"""Names decided at once."""
ORDERS = {"": gettext_lazy("Meistgenannte zuerst"), "newest": gettext_lazy("Neueste zuerst")}


class KnownForm(forms.Form):
    """Whose name the chosen ones are, if not a new person's."""

    person = forms.ModelChoiceField(
        Person.objects.all(),
        label=gettext_lazy("Die gewählten Namen gehören zu"),
        required=False,
        widget=KnownAutocomplete(Mention._meta.get_field("person"), site),
    )


def names_page(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("articles.settle_mention"):
        raise PermissionDenied
    if request.method == "POST":
        _decide(request)
        return HttpResponseRedirect(request.get_full_path())
    words, order, number = _asked(request)
    found = candidates(containing=words, newest_first=order == "newest", start=(number - 1) * PAGE, most=PAGE + 1)
    then = urlencode({"q": words, "order": order, "page": number + 1}) if len(found) > PAGE else ""
    return admin_page(
        request,
        "articles/mention/names.html",
        _("Neue Namen"),
        rows=_with_sentences(found[:PAGE]),
        form=KnownForm(),
        orders=ORDERS.items(),
        words=words,
        order=order,
        then=then,
        may_add=request.user.has_perm("articles.add_person"),
    )


def _asked(request: HttpRequest) -> tuple[str, str, int]:
    words, order = request.GET.get("q", ""), request.GET.get("order", "")
    return words.strip().replace("\x00", "")[:100], order if order in ORDERS else "", page_in(request)


def _with_sentences(found: list[Candidate]) -> list[tuple[Candidate, list[tuple[Mention, Any]]]]:
    prefetch_related_objects([sample for one in found for sample in one.samples], "article__sections")
    return [(one, [(sample, render_sentence(sample)) for sample in one.samples]) for one in found]


def _decide(request: HttpRequest) -> None:
    """One name by its own button, or all that are ticked."""
    for action, verb in (("adopt", _adopt), ("refuse", _refuse)):
        if action in request.POST:
            _each(request, [request.POST[action]], verb)
        if f"{action}_chosen" in request.POST:
            _each(request, request.POST.getlist("name")[:MOST], verb)


def _each(request: HttpRequest, names: list[str], verb: Callable[..., int]) -> None:
    """Each by itself: one refusal does not undo the others."""
    form = KnownForm(request.POST)
    person = form.cleaned_data.get("person") if form.is_valid() else None
    articles = [0]

    def do(name: str) -> None:
        articles[0] += verb(request, name, person)

    done = sum(tried(request, lambda name=name: do(name)) for name in dict.fromkeys(names) if "\x00" not in name)
    if done:
        text = ngettext(
            "%(n)d Name entschieden, %(articles)d Artikel.", "%(n)d Namen entschieden, %(articles)d Artikel.", done
        )
        messages.success(request, text % {"n": done, "articles": articles[0]})


def _adopt(request: HttpRequest, name: str, person: Person | None) -> int:
    return len(adopt_name(name, editor=request.user, at=timezone.now(), person=person).articles)


def _refuse(request: HttpRequest, name: str, person: Person | None) -> int:
    return refuse_name(name, editor=request.user, at=timezone.now())
