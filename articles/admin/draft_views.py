"""What the form's script asks for while an editor writes: keep the text, say who else is here. Answers are JSON."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.merging_page import compare_page, resumed_at
from articles.admin.writing import as_sent, from_article, from_form, seen_version
from articles.editorial.working_draft import (
    HeldElsewhere,
    drafts_of,
    forget,
    is_key,
    keep_draft,
    note_presence,
    others_drafts,
    others_present,
    take_over,
)
from articles.errors import CannotDo
from articles.models import Article, WorkingDraft

LARGEST = 2_000_000
"""Bytes of a working draft; longer than any article, shorter than what would fill a disk."""


def for_writer(model_admin: Any, request: HttpRequest, pk: int | None) -> Article | None:
    """The article, or None for a new one. Raises Http404, PermissionDenied."""
    may = model_admin.has_change_permission if pk else model_admin.has_add_permission
    if not may(request):
        raise PermissionDenied
    article = get_object_or_404(model_admin.get_queryset(request), pk=pk) if pk else None
    if article and not may(request, article):
        raise PermissionDenied
    return article


@require_POST
def autosave(request: HttpRequest, model_admin: Any, pk: int | None = None) -> HttpResponse:
    """Keep what the form holds. 413: too long; 409: another window has the draft; 400: no form of ours."""
    article = for_writer(model_admin, request, pk)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return _refused(413, "too-long", _("Zu lang, um von selbst gesichert zu werden: Bitte speichern Sie."))
    key, fields = request.POST.get("draft_key", ""), _fields(request)
    if not is_key(key) or "headline" not in fields:
        return _refused(400, "no-form", _("Das ist kein Formular dieses Artikels."))
    take, base = "take" in request.GET, seen_version(request.POST)
    try:
        draft = keep_draft(request.user, article, key, fields, base=base, at=timezone.now(), take=take)
    except HeldElsewhere as refusal:
        return _refused(409, "elsewhere", str(refusal))
    except CannotDo as refusal:
        return _refused(409, "too-many", str(refusal))
    return JsonResponse({"saved_at": draft.saved_at.isoformat()})


def _fields(request: HttpRequest) -> dict[str, list[str]]:
    """Without the token; PostgreSQL keeps no NUL."""
    sent = [(name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"]
    return {name.replace("\0", ""): [value.replace("\0", "") for value in values] for name, values in sent}


def _refused(status: int, why: str, text: str) -> HttpResponse:
    return JsonResponse({"why": why, "text": text}, status=status)


@require_POST
def answer(request: HttpRequest, model_admin: Any, key: str, pk: int | None = None) -> HttpResponse:
    """Write on, or discard. On a text that has been saved by others since, the two are shown first."""
    article = for_writer(model_admin, request, pk)
    draft = _own(request, article, key)
    if request.POST.get("do") == "discard":
        forget(request.user, article, key)
        messages.success(request, _("Die ungesicherte Fassung ist verworfen."))
        return HttpResponseRedirect(resumed_at(article, "").partition("?")[0])
    if article and draft.base_version != article.version_number:
        return HttpResponseRedirect("../compare/")
    return HttpResponseRedirect(resumed_at(article, take_over(draft)))


def compare(request: HttpRequest, model_admin: Any, key: str, pk: int) -> HttpResponse:
    article = for_writer(model_admin, request, pk)
    assert article
    return compare_page(request, article, _own(request, article, key))


def _own(request: HttpRequest, article: Article | None, key: str) -> WorkingDraft:
    draft = drafts_of(request.user, article).filter(key=key).first()
    if not draft:
        raise Http404
    return draft


@require_POST
def presence(request: HttpRequest, model_admin: Any, pk: int) -> HttpResponse:
    """Note that this editor is here, say who else is, and which version is the last."""
    article, at = for_writer(model_admin, request, pk), timezone.now()
    assert article
    note_presence(article, request.user, at)
    return JsonResponse({**company(article, request.user, at), "version": article.version_number})


def company(article: Article, editor: Any, at: Any) -> dict[str, list[str]]:
    """Who else has the article open, and who else has unsaved work on it."""
    present = others_present(article, editor, at)
    drafting = [draft.editor for draft in others_drafts(article, editor)]
    return {"present": [str(one) for one in present], "drafts": [str(one) for one in drafting]}


def offers(request: HttpRequest, article: Article | None, shown: str) -> list[WorkingDraft]:
    """The editor's own unsaved work on this article but what the page shows already, and what says no more than the
    saved article does."""
    drafts = drafts_of(request.user, article).exclude(key=shown)
    return [draft for draft in drafts if not article or not _is_saved(draft, article)]


def _is_saved(draft: WorkingDraft, article: Article) -> bool:
    mine, saved = from_form(as_sent(draft.fields), article), from_article(article)
    fields = all(saved.fields.get(name) == value for name, value in mine.fields.items())
    tags = mine.tags is None or mine.tags.keys() == (saved.tags or {}).keys()
    sections = mine.sections is None or list(mine.sections.items()) == list((saved.sections or {}).items())
    bylines = mine.bylines is None or mine.bylines == saved.bylines
    return fields and tags and sections and bylines and mine.decisions in (None, saved.decisions)
