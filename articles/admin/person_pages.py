"""The pages on which people are merged, split and kept apart. Each asks first and acts by POST; what is done is
editorial/merge_people.py's and split_person.py's."""

from __future__ import annotations

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

from articles.admin.base import Tool, tried
from articles.admin.merge_pages import Merging, said_apart
from articles.admin.pages import admin_page, guarded, number_in, page_in
from articles.admin.quoting import render_sentence
from articles.admin.widgets import KnownAutocomplete, numbers_in
from articles.editorial.merge_people import PEOPLE, preview
from articles.editorial.split_person import split_person
from articles.models import Mention, Person
from articles.people.duplicates import duplicates, pairs_with
from articles.vocabulary import MentionStatus

MENTIONS = 50
"""Mentions on one page of a split."""
PERSON = Mention._meta.get_field("person")
MERGING = Merging(PEOPLE, PERSON, gettext_lazy("Wer soll ein Teil dieser Person werden?"), preview)


class SplitForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Neue Person namens"), required=False, max_length=200, widget=UnfoldAdminTextInputWidget
    )
    other = forms.ModelChoiceField(
        Person.objects.all(),
        label=gettext_lazy("oder eine, die das Archiv kennt"),
        required=False,
        widget=KnownAutocomplete(PERSON, site),
    )


def person_pages() -> list[Any]:
    """The addresses, below the list of people."""
    return [
        MERGING.page(),
        path("duplicates/", guarded(MERGING.allows, duplicates_page), name="articles_person_duplicates"),
        path("<int:pk>/split/", guarded(MERGING.allows, split_page), name="articles_person_split"),
    ]


def person_tools(request: HttpRequest, person: Person) -> list[Tool]:
    if not MERGING.allows(request):
        return []
    doubles = f"{reverse('admin:articles_person_duplicates')}?person={person.pk}"
    return [
        MERGING.tool(person.pk),
        Tool(_("Teilen …"), MERGING.address("split", person.pk), "call_split"),
        Tool(_("Mögliche Doppelte"), doubles, "group_search"),
    ]


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
    number = page_in(request)
    found = _mentions(person, number)
    rows = [(mention, render_sentence(mention)) for mention in found[:MENTIONS]]
    then = number + 1 if len(found) > MENTIONS else None
    return admin_page(
        request, "articles/person/split.html", _("Teilen"), person=person, rows=rows, form=form, then=then
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


def duplicates_page(request: HttpRequest) -> HttpResponse:
    """Pairs among the newest people, or with one person; "not the same" is said here."""
    if request.method == "POST":
        return said_apart(request, MERGING, _("Gemerkt: „%(one)s“ und „%(other)s“ sind zwei."))
    person = Person.objects.filter(pk=number_in(request, "person")).first()
    pairs, then = (pairs_with([person.pk]), None) if person else duplicates(number_in(request, "before"))
    told = {"pairs": pairs, "then": then, "person": person}
    return admin_page(request, "articles/person/duplicates.html", _("Doppelte Personen"), **told)
