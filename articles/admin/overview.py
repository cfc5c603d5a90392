"""The parts of the admin's first page that list something: each a handful of rows, and where the rest is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.standing import standing_of
from articles.models import Article, Byline, ImportRun, LogLine, Version, WorkingDraft
from articles.vocabulary import Status

SHOWN = 8
LOOKED_AT = 500
"""Of what an editor began or is credited with, the latest; older drafts are found in the list."""

ARTICLES = "admin:articles_article_changelist"


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what it is called, where it leads, what is said of it, and the moment that counts."""

    title: str
    url: str
    said: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Part:
    key: str
    title: str
    rows: tuple[Row, ...]
    empty: str
    url: str = ""  # where all of them are


def own(articles: QuerySet, editor: Any) -> QuerySet:
    """What the editor began, and what bears the editor's name."""
    begun = editor.own_articles.order_by("-id").values_list("id", flat=True)
    credited = Byline.objects.filter(author__editor=editor).order_by("-id").values_list("article_id", flat=True)
    return articles.filter(id__in={*begun[:LOOKED_AT], *credited[:LOOKED_AT]})


def returned(articles: QuerySet, editor: Any) -> Part:
    """Own drafts that somebody else took out of review."""
    before = Version.objects.filter(article=OuterRef("article"), number=OuterRef("number") - 1, status=Status.REVIEW)
    steps = Version.objects.filter(Exists(before), article=OuterRef("pk"), status=Status.DRAFT).exclude(saved_by=editor)
    given = own(articles, editor).filter(status=Status.DRAFT).annotate(step=Subquery(_latest(steps)))
    drafts = list(given.exclude(step=None).order_by("-updated_at")[:SHOWN])
    versions = Version.objects.select_related("saved_by").in_bulk([draft.step for draft in drafts])
    notes = _notes(versions.values())
    rows = []
    for draft in drafts:
        step = versions[draft.step]
        rows.append(Row(draft.headline, _page(draft), _said(step.saved_by, notes.get(step.pk, "")), step.saved_at))
    return Part("returned", _("An mich zurückgegeben"), tuple(rows), "")


def _latest(rows: QuerySet) -> QuerySet:
    return rows.order_by("-id").values("pk")[:1]


def _notes(versions: Iterable[Version]) -> dict[int, str]:
    """What was written in the log with each of these versions."""
    wanted = {(version.article_id, version.saved_at): version.pk for version in versions}
    lines = LogLine.objects.filter(article__in={pk for pk, _at in wanted}, at__in={at for _pk, at in wanted})
    return {
        wanted[line.article_id, line.at]: line.reason
        for line in lines.exclude(reason="")
        if (line.article_id, line.at) in wanted
    }


def _said(who: Any, note: str) -> str:
    return f"{who}: {note}" if who and note else str(who or note)


def drafts(articles: QuerySet, editor: Any) -> Part:
    found = own(articles, editor).filter(status__in=(Status.DRAFT, Status.REVIEW)).order_by("-updated_at")[:SHOWN]
    rows = [Row(one.headline, _page(one), str(Status(one.status).label), one.updated_at) for one in found]
    url = f"{reverse(ARTICLES)}?standing=draft"
    return Part("drafts", _("Meine Entwürfe"), tuple(rows), _("Sie haben keinen Artikel in Arbeit."), url)


def unsaved(editor: Any) -> Part:
    found = WorkingDraft.objects.filter(editor=editor).select_related("article").order_by("-saved_at")[:SHOWN]
    rows = [Row(str(one), _writing(one), str(one.article or _("neuer Artikel")), one.saved_at) for one in found]
    return Part("unsaved", _("Nicht gespeichert"), tuple(rows), _("Alles, was Sie geschrieben haben, ist gespeichert."))


def _writing(draft: WorkingDraft) -> str:
    """The page on which it is offered."""
    return _page(draft.article) if draft.article else reverse("admin:articles_article_add")


def review(articles: QuerySet) -> Part:
    """The one that has waited longest first."""
    found = articles.filter(status=Status.REVIEW).select_related("desk").order_by("updated_at")[:SHOWN]
    rows = [Row(one.headline, _page(one), str(one.desk or _("ohne Ressort")), one.updated_at) for one in found]
    url = f"{reverse(ARTICLES)}?standing=review"
    return Part("review", _("Wartet auf Prüfung"), tuple(rows), _("Niemand wartet auf eine Prüfung."), url)


def upcoming(articles: QuerySet, at: datetime) -> Part:
    """The next one first, at the time from which readers see it."""
    found = articles.upcoming(at).order_by("visible_from")[:SHOWN]
    rows = [Row(one.headline, _page(one), str(standing_of(one, at).label), one.visible_from) for one in found]
    url = f"{reverse(ARTICLES)}?standing=scheduled"
    return Part("upcoming", _("Geplant und mit Sperrfrist"), tuple(rows), _("Es ist nichts eingeplant."), url)


def changed(articles: QuerySet) -> Part:
    lines = LogLine.objects.filter(article=OuterRef("pk")).order_by("-at", "-id").values("pk")[:1]
    found = list(articles.order_by("-updated_at").annotate(line=Subquery(lines))[:SHOWN])
    known = LogLine.objects.select_related("editor").in_bulk([one.line for one in found if one.line])
    rows = [Row(one.headline, _page(one), _did(known.get(one.line)), one.updated_at) for one in found]
    return Part("changed", _("Zuletzt geändert"), tuple(rows), _("Es gibt noch keine Artikel."), reverse(ARTICLES))


def _did(line: LogLine | None) -> str:
    who = line and (line.editor or _("ohne Konto"))
    return f"{who}, {line.get_verb_display()}" if line else ""


def imports(since: datetime) -> Part:
    wrong = ImportRun.objects.filter(Q(failed__gt=0) | Q(is_whole=False), began_at__gte=since)
    found = wrong.defer("failures")[:SHOWN]
    rows = [Row(one.source, _import(one), failed(one), one.began_at) for one in found]
    url = reverse("admin:articles_importrun_changelist")
    return Part("imports", _("Importe mit Fehlern"), tuple(rows), _("Alles, was importiert wurde, kam an."), url)


def failed(run: ImportRun) -> str:
    """How it went wrong."""
    number = run.failed
    counted = ngettext("%(number)d fehlgeschlagen", "%(number)d fehlgeschlagen", number) % {"number": number}
    return counted if run.is_whole else _("abgebrochen, %s") % counted


def _import(run: ImportRun) -> str:
    return reverse("admin:articles_importrun_change", args=[run.pk])


def _page(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
