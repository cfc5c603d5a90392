"""The pages on which tags are tidied up: pairs that may be one, names for several things, and the splitting of one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from articles.admin.base import Tool, tried
from articles.admin.finding import found_by
from articles.admin.merge_pages import Merging, said_apart
from articles.admin.pages import admin_page, guarded, number_in, page_in
from articles.admin.widgets import KnownAutocomplete, TagsField, numbers_in
from articles.editorial.alike_tags import alike, meaning_several
from articles.editorial.merge_tags import TAGS, preview
from articles.editorial.moving import filings_of
from articles.editorial.split_tag import split_tag
from articles.filters import DayField
from articles.models import Article, Desk, Filing, Tag
from articles.models.desk import desk_ids_below
from articles.text.tagkeys import parts

TAG = Filing._meta.get_field("tag")
MERGING = Merging(TAGS, TAG, gettext_lazy("Welche Schlagwörter sollen in diesem aufgehen?"), preview)
ARTICLES = 50
"""On one page of a split."""


class WhichForm(forms.Form):
    """Which of the tag's articles are shown."""

    q = forms.CharField(
        label=gettext_lazy("Suchwörter"), required=False, max_length=200, widget=UnfoldAdminTextInputWidget
    )
    desk = forms.ModelChoiceField(
        Desk.objects.all(),
        label=gettext_lazy("Ressort"),
        required=False,
        empty_label=gettext_lazy("alle"),
        widget=UnfoldAdminSelectWidget,
    )
    tag = forms.ModelChoiceField(
        Tag.objects.all(),
        label=gettext_lazy("Auch mit dem Schlagwort"),
        required=False,
        widget=KnownAutocomplete(TAG, site),
    )
    since = DayField(label=gettext_lazy("Von"), required=False, widget=UnfoldAdminTextInputWidget)
    until = DayField(label=gettext_lazy("Bis"), required=False, last=True, widget=UnfoldAdminTextInputWidget)


class InsteadForm(forms.Form):
    names = TagsField(label=gettext_lazy("bekommen stattdessen"), required=False)


def tag_pages() -> list[Any]:
    def own(route: str, view: Any, name: str) -> Any:
        return path(route, guarded(MERGING.allows, view), name=f"articles_tag_{name}")

    return [
        MERGING.page(),
        own("tidy/", tidy_page, "tidy"),
        own("several/", several_page, "several"),
        own("<int:pk>/split/", split_page, "split"),
    ]


def tag_tools(request: HttpRequest, tag: Tag) -> list[Tool]:
    if not MERGING.allows(request):
        return []
    return [
        MERGING.tool(tag.pk),
        Tool(_("Teilen …"), MERGING.address("split", tag.pk), "call_split"),
        Tool(_("Ähnliche"), f"{reverse('admin:articles_tag_tidy')}?tag={tag.pk}", "cleaning_services"),
    ]


def tidy_page(request: HttpRequest) -> HttpResponse:
    """Pairs that may be one, of all tags or of one; "not the same" is said here."""
    if request.method == "POST":
        return said_apart(request, MERGING, _("Gemerkt: „%(one)s“ und „%(other)s“ sind zweierlei."))
    number, tag = page_in(request), Tag.objects.filter(pk=number_in(request, "tag")).first()
    pairs, more = alike(timezone.now(), number, tag)
    then = number + 1 if more else None
    return admin_page(request, "articles/tag/tidy.html", _("Schlagwörter aufräumen"), pairs=pairs, tag=tag, then=then)


def several_page(request: HttpRequest) -> HttpResponse:
    number = page_in(request)
    rows, more = meaning_several(number)
    then = number + 1 if more else None
    return admin_page(request, "articles/tag/several.html", _("Schlagwörter für mehreres"), rows=rows, then=then)


def split_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Some of the tag's articles, found by words, desk, tag and days; those that are ticked get other tags instead."""
    tag, number = get_object_or_404(Tag, pk=pk), page_in(request)
    form = InsteadForm(request.POST if request.method == "POST" else None, initial={"names": parts(tag.name)})
    if request.method == "POST" and form.is_valid():
        chosen = [int(one) for one in numbers_in(request.POST.getlist("article"))]
        names, moved = form.cleaned_data["names"], list[Article]()
        if tried(
            request,
            lambda: moved.extend(split_tag(tag, chosen, names=names, editor=request.user, at=timezone.now())),
        ):
            text = ngettext("%d Artikel anders abgelegt.", "%d Artikel anders abgelegt.", len(moved))
            messages.success(request, text % len(moved))
            return HttpResponseRedirect(request.get_full_path())
    which = WhichForm(request.GET or None)
    found = _articles(tag, which, number)
    query = request.GET.copy()
    query["page"] = str(number + 1)
    return admin_page(
        request,
        "articles/tag/split.html",
        _("Teilen"),
        tag=tag,
        which=which,
        form=form,
        articles=found[:ARTICLES],
        then=query.urlencode() if len(found) > ARTICLES else "",
        chosen=set(numbers_in(request.POST.getlist("article"))),
    )


def _articles(tag: Tag, which: WhichForm, number: int) -> list[Article]:
    """One more than a page; those filed last come first, which costs no sorting."""
    filings = filings_of(tag).select_related("content_object__desk").order_by("-id")
    asked = which.cleaned_data if which.is_valid() else {}
    if any(asked.values()):
        filings = filings.filter(content_object__in=_asked(tag, asked).values("pk"))
    start = (number - 1) * ARTICLES
    return [filing.content_object for filing in filings[start : start + ARTICLES + 1]]


def _asked(tag: Tag, asked: dict[str, Any]) -> QuerySet[Article]:
    found = Article.objects.order_by().tagged(tag.pk).between(asked.get("since"), asked.get("until"))
    if asked.get("desk"):
        found = found.on_desks(desk_ids_below([asked["desk"].pk]))
    if asked.get("tag"):
        found = found.filter(pk__in=filings_of(asked["tag"]).values("content_object"))
    return found_by(found, asked["q"]) if asked.get("q") else found
