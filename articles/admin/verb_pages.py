"""The page that asks before a verb is done to an article; for many at once see bulk_pages.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.base import tried
from articles.admin.checking import answers_of, asking, checked, errors_of
from articles.admin.pages import admin_page
from articles.admin.standing import standing_of
from articles.admin.verbs import VERBS, AdminVerb, needs_desk
from articles.models import Article


def verb_page(model_admin: Any, request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Ask for confirmation, then do it; back on the article's page a message says what happened."""
    verb = allowed(request, VERBS, name)
    article = get_object_or_404(model_admin.get_queryset(request).select_related("desk"), pk=pk)
    if not verb.allows(request.user, article):
        raise PermissionDenied
    back = HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    now = timezone.now()
    if not verb.fits(article, now):
        messages.error(
            request, _("„%(verb)s“ geht nicht. Stand des Artikels: %(standing)s.") % _named(verb, article, now)
        )
        return back
    found = checked(request, verb, [article], now).get(article.pk, [])
    form = asking(verb.form, found)(request.POST if request.method == "POST" else None)
    errors = errors_of(found)
    if request.method == "POST" and form.is_valid() and not errors:
        answers = answers_of(form.cleaned_data, found)
        if tried(request, lambda: verb.apply(article, answers, editor=request.user, at=now)):
            article.refresh_from_db()
            messages.success(request, _("Erledigt. Stand des Artikels: %(standing)s.") % _named(verb, article, now))
        return back
    told = {"article": article, "found": found, "errors": errors, "back": back.url}
    told["needs_desk"] = needs_desk(article, request.user)
    return admin_page(request, "articles/verb.html", verb.label, verb=verb, form=form, **told)


def allowed(request: HttpRequest, verbs: Mapping[str, AdminVerb], name: str) -> AdminVerb:
    """Raises Http404, PermissionDenied."""
    verb = verbs.get(name)
    if not verb:
        raise Http404
    if not verb.allows(request.user):
        raise PermissionDenied
    return verb


def _named(verb: AdminVerb, article: Article, now: Any) -> dict[str, str]:
    return {"verb": str(verb.label), "standing": str(standing_of(article, now).label)}
