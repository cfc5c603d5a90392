"""An article's history as its editors read it: every version with who, when and what, any two compared, and the pages
that restore, name or redact one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import history
from articles.admin.base import tried
from articles.admin.pages import admin_page, number_in, page_in
from articles.admin.standing import LIVE, standing_of
from articles.admin.version_verbs import VERBS, verbs_for
from articles.comparison import summary
from articles.models import Article, LogLine, Version
from articles.records import from_json
from articles.vocabulary import Verb

PER_PAGE = 25
OTHER_LINES = 200
"""Lines of the log that made no version, shown below the versions."""
WITHOUT_VERSION = {Verb.RENAMED, Verb.NAMED, Verb.REDACTED, Verb.SHARED}


class Entry(NamedTuple):
    step: history.Step
    line: LogLine | None
    is_public: bool


def history_page(request: HttpRequest, article: Article) -> HttpResponse:
    """The newest first; one more is read than shown, to say what the last of a page changed."""
    page = page_in(request)
    first = (page - 1) * PER_PAGE
    versions = list(article.versions.select_related("saved_by")[first : first + PER_PAGE + 1])
    return admin_page(
        request,
        "articles/history.html",
        _("Geschichte: %s") % article,
        article=article,
        entries=_entries(article, versions)[:PER_PAGE],
        page=page,
        several=article.version_number > 1,
        has_next=len(versions) > PER_PAGE,
        log=article.log.filter(verb__in=WITHOUT_VERSION).select_related("editor")[:OTHER_LINES],
    )


def _entries(article: Article, versions: Sequence[Version]) -> list[Entry]:
    steps = history.steps(versions[::-1], None)[::-1]
    lines = _lines(article, versions)
    public = {version.pk for version in history.seen(article, timezone.now())}
    return [Entry(step, lines.get(step.version.pk), step.version.pk in public) for step in steps]


def _lines(article: Article, versions: Sequence[Version]) -> dict[int, LogLine]:
    """The line written with each version: of the same moment, and in the same order where there are several."""
    moments = {version.saved_at for version in versions}
    by_moment: dict[Any, list[LogLine]] = defaultdict(list)
    for line in article.log.filter(at__in=moments).exclude(verb__in=WITHOUT_VERSION).order_by("id"):
        by_moment[line.at].append(line)
    found = {}
    for version in versions:  # the newest first
        if by_moment[version.saved_at]:
            found[version.pk] = by_moment[version.saved_at].pop()
    return found


def compare_page(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    article = _article(model_admin, request, pk)
    numbers = [number for name in ("old", "new") if (number := number_in(request, name)) is not None]
    if len(numbers) < 2:
        messages.error(request, _("Wählen Sie zwei Fassungen aus."))
        return HttpResponseRedirect(_history(article))
    old, new = (_version(article, number) for number in sorted(numbers))
    found = history.compared(old, new)
    title = _("%(old)s und %(new)s: %(article)s") % {"old": old, "new": new, "article": article}
    told = {"old": old, "new": new, "comparison": found, "changes": summary(found) if found else []}
    return admin_page(request, "articles/compare.html", title, article=article, **told)


def version_page(model_admin: Any, request: HttpRequest, pk: int, number: int) -> HttpResponse:
    article = _article(model_admin, request, pk)
    version = _version(article, number)
    record, verbs = from_json(version.record), verbs_for(article, version, request.user)
    return admin_page(
        request,
        "articles/version.html",
        f"{version}: {article}",
        article=article,
        version=version,
        record=record,
        verbs=verbs,
        can_restore=any(verb.name == "restore" for verb in verbs),
    )


def verb_page(model_admin: Any, request: HttpRequest, pk: int, number: int, name: str) -> HttpResponse:
    """Ask, then do it. `?section=` is the anchor of the one section to restore."""
    article = _article(model_admin, request, pk)
    version, verb = _version(article, number), VERBS.get(name)
    if not verb:
        raise Http404
    if not verb.allows(request.user, article):
        raise PermissionDenied
    form = verb.form(request.POST if request.method == "POST" else None, initial={"name": version.name})
    anchor = request.GET.get("section", "") if name == "restore" else ""
    if request.method == "POST" and form.is_valid():
        answers = {**form.cleaned_data, **({"anchor": anchor} if anchor else {})}
        do = partial(verb.do, article, number, editor=request.user, at=timezone.now(), **answers)
        if tried(request, do):
            messages.success(request, _("Erledigt: %(verb)s (%(version)s).") % {"verb": verb.label, "version": version})
        return HttpResponseRedirect(_history(article))
    return admin_page(
        request,
        "articles/version_verb.html",
        f"{verb.label}: {version}",
        article=article,
        version=version,
        verb=verb,
        form=form,
        section=_section_called(version, anchor) if anchor else "",
        warns=name == "restore" and standing_of(article, timezone.now()) == LIVE,
        back=_history(article),
    )


def _section_called(version: Version, anchor: str) -> str:
    named = {section.anchor: section.heading or section.anchor for section in from_json(version.record).sections}
    if anchor not in named:
        raise Http404
    return named[anchor]


def _article(model_admin: Any, request: HttpRequest, pk: int) -> Article:
    article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not model_admin.has_view_or_change_permission(request, article):
        raise PermissionDenied
    return article


def _version(article: Article, number: int) -> Version:
    return get_object_or_404(article.versions.select_related("saved_by"), number=number)


def _history(article: Article) -> str:
    return reverse("admin:articles_article_history", args=[article.pk])
