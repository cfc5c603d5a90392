"""The pages that ask before a verb is done, to one article or to those chosen in the list."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.base import tried
from articles.admin.standing import standing_of
from articles.admin.verbs import VERBS, AdminVerb
from articles.models import Article

MOST = 200
"""Articles changed by one bulk action; each gets its own version and line in the log."""


def verb_page(model_admin: Any, request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Ask for confirmation, then do it; back on the article's page a message says what happened."""
    article = get_object_or_404(Article.objects.select_related("desk"), pk=pk)
    verb = _allowed(request, name)
    back = HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    now = timezone.now()
    if not verb.fits(article, now):
        messages.error(request, _("„%(verb)s“ geht nicht: Der Artikel ist %(standing)s.") % _named(verb, article, now))
        return back
    form = verb.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if tried(request, lambda: verb.apply(article, form.cleaned_data, editor=request.user, at=now)):
            article.refresh_from_db()
            messages.success(request, _("Erledigt: Der Artikel ist jetzt %(standing)s.") % _named(verb, article, now))
        return back
    context = _context(model_admin, request, verb, form) | {"article": article, "back": back.url}
    return TemplateResponse(request, "admin/articles/verb.html", context)


def _allowed(request: HttpRequest, name: str) -> AdminVerb:
    verb = VERBS.get(name)
    if not verb:
        raise Http404
    if not verb.allows(request.user):
        raise PermissionDenied
    return verb


def _named(verb: AdminVerb, article: Article, now: Any) -> dict[str, str]:
    return {"verb": str(verb.label), "standing": str(standing_of(article, now).label).lower()}


def _context(model_admin: Any, request: HttpRequest, verb: AdminVerb, form: Any) -> dict[str, Any]:
    request.current_app = model_admin.admin_site.name
    return {**model_admin.admin_site.each_context(request), "title": verb.label, "verb": verb, "form": form}


def bulk_page(model_admin: Any, request: HttpRequest, chosen: QuerySet, name: str) -> HttpResponse | None:
    """Say what would happen to how many and ask; once confirmed do it and return None: back to the list."""
    verb, now = _allowed(request, name), timezone.now()
    articles = list(chosen.order_by("id")[: MOST + 1])
    if len(articles) > MOST:
        messages.error(request, _("Höchstens %s Artikel auf einmal: Wählen Sie weniger aus.") % MOST)
        return None
    fitting = [article for article in articles if verb.fits(article, now)]
    form = verb.form(request.POST if "confirmed" in request.POST else None)
    if "confirmed" in request.POST and form.is_valid():
        _apply_to_all(request, verb, fitting, form.cleaned_data)
        return None
    others = Counter(standing_of(article, now).label for article in articles if article not in fitting)
    later = [article for article in fitting if article.published_at and article.published_at > now]
    context = _context(model_admin, request, verb, form) | {
        "articles": fitting,
        "later": later,
        "others": sorted(others.items(), key=lambda item: str(item[0])),
        "chosen": [article.pk for article in articles],
        "checkbox": ACTION_CHECKBOX_NAME,
        "action": request.POST.get("action"),
    }
    return TemplateResponse(request, "admin/articles/bulk.html", context)


def _apply_to_all(request: HttpRequest, verb: AdminVerb, articles: list[Article], answers: dict[str, Any]) -> None:
    """Each by itself: one refusal does not undo the others, and is told."""
    now = timezone.now()
    done = sum(tried(request, lambda a=a: verb.apply(a, answers, editor=request.user, at=now)) for a in articles)
    text = ngettext("%(verb)s: %(count)s Artikel.", "%(verb)s: %(count)s Artikel.", done)
    messages.success(request, text % {"verb": verb.label, "count": done})
