"""The pages on which people are merged, split and kept apart. Each asks first and acts by POST;
what is done is editorial/merge_people.py's and split_person.py's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.widgets import UnfoldAdminTextInputWidget

from articles.admin.base import tried
from articles.admin.merge_pages import asking_page, guarded
from articles.admin.quoting import render_sentence
from articles.admin.widgets import KnownAutocomplete, numbers_in
from articles.editorial.merge_people import PERMISSION, keep_apart, merge_people, preview
from articles.editorial.split_person import split_person
from articles.models import Mention, Person
from articles.people.duplicates import duplicates, pairs_with
from articles.vocabulary import MentionStatus

MENTIONS = 50
"""Mentions on one page of a split."""


def may_merge(request: HttpRequest) -> bool:
    return request.user.has_perm(f"articles.{PERMISSION}")


class OtherForm(forms.Form):
    """Another person, found by typing."""

    other = forms.ModelChoiceField(
        Person.objects.all(),
        label=gettext_lazy("Andere Person"),
        widget=KnownAutocomplete(Mention._meta.get_field("person"), site),
    )


class SplitForm(OtherForm):
    name = forms.CharField(
        label=gettext_lazy("Neue Person namens"), required=False, max_length=200, widget=UnfoldAdminTextInputWidget
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["other"].required = False
        self.fields["other"].label = _("oder eine, die das Archiv kennt")
        self.order_fields(["name", "other"])


def person_pages(model_admin: Any) -> list[Any]:
    """The addresses, below the list of people."""
    pages: tuple[tuple[str, Callable[..., HttpResponse], str], ...] = (
        ("duplicates/", duplicates_page, "articles_person_duplicates"),
        ("<int:pk>/merge/", merge_page, "articles_person_merge"),
        ("<int:pk>/split/", split_page, "articles_person_split"),
    )
    return [path(route, guarded(model_admin, may_merge, view), name=name) for route, view, name in pages]


def _to_person(person: Person) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:articles_person_change", args=[person.pk]))


def merge_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who, then show what would move, then do it."""
    kept, now = get_object_or_404(Person, pk=pk), timezone.now()
    given = request.POST if request.method == "POST" else request.GET
    form = OtherForm(given if "other" in given else None)
    gone = form.cleaned_data["other"] if form.is_valid() else None
    if gone == kept:
        form.add_error("other", _("Das ist ein und dieselbe Person."))
        gone = None
    if request.method == "POST" and gone:
        if tried(request, lambda: merge_people(kept, gone, editor=request.user, at=now)):
            text = _("„%(gone)s“ ist jetzt ein Teil von „%(kept)s“. 30 Tage lang lässt sich das zurücknehmen.")
            messages.success(request, text % {"gone": gone, "kept": kept})
        return _to_person(kept)
    told = preview(kept, gone) if gone else None
    return asking_page(request, "person/merge.html", _("Zusammenführen"), kept=kept, gone=gone, told=told, form=form)


def split_page(request: HttpRequest, pk: int) -> HttpResponse:
    person, now = get_object_or_404(Person, pk=pk), timezone.now()
    form = SplitForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        chosen = [int(number) for number in numbers_in(request.POST.getlist("mention"))]
        to, name = form.cleaned_data["other"], form.cleaned_data["name"]
        if tried(request, lambda: split_person(person, chosen, editor=request.user, at=now, to=to, name=name)):
            text = ngettext("%d Nennung verschoben.", "%d Nennungen verschoben.", len(chosen))
            messages.success(request, text % len(chosen))
            return HttpResponseRedirect(request.path)
    number = _number(request.GET.get("page"))
    found = _mentions(person, number)
    rows = [(mention, render_sentence(mention)) for mention in found[:MENTIONS]]
    then = number + 1 if len(found) > MENTIONS else None
    return asking_page(
        request, "person/split.html", _("Teilen"), person=person, rows=rows, form=form, number=number, then=then
    )


def _mentions(person: Person, number: int) -> list[Mention]:
    """One more than a page, which says whether there is another."""
    start = (number - 1) * MENTIONS
    confirmed = Mention.objects.filter(person=person, status=MentionStatus.CONFIRMED).order_by(
        "-article_id", "anchor", "start"
    )
    return list(
        confirmed.select_related("article", "person").prefetch_related("article__sections")[
            start : start + MENTIONS + 1
        ]
    )


def _number(written: str | None) -> int:
    return int(written) if written and numbers_in([written]) and 0 < int(written) < 10_000 else 1


def duplicates_page(request: HttpRequest) -> HttpResponse:
    """Pairs among the newest people, or with one person; "not the same" is said here."""
    if request.method == "POST":
        _keep_apart(request)
        return HttpResponseRedirect(request.get_full_path())
    asked = numbers_in([request.GET.get("person", ""), request.GET.get("before", "")])
    person = Person.objects.filter(pk=int(asked[0])).first() if asked and "person" in request.GET else None
    before = int(asked[-1]) if asked and "before" in request.GET else None
    pairs, then = (pairs_with([person.pk]), None) if person else duplicates(before)
    return asking_page(request, "person/duplicates.html", _("Doppelte Personen"), pairs=pairs, then=then, person=person)


def _keep_apart(request: HttpRequest) -> None:
    ids = numbers_in(request.POST.get("apart", "").split("-"))
    people = list(Person.objects.filter(pk__in=ids)) if len(ids) == 2 else []
    if len(people) == 2 and tried(request, lambda: keep_apart(*people, editor=request.user, at=timezone.now())):
        messages.success(
            request, _("Gemerkt: „%(one)s“ und „%(other)s“ sind zwei.") % {"one": people[0], "other": people[1]}
        )
