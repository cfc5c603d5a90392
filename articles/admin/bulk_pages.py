"""A verb done to the articles chosen in the list: say to how many and which are refused and why, ask, then do it all in
one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.base import tried
from articles.admin.standing import standing_of
from articles.admin.verb_pages import allowed, page_context
from articles.admin.verbs import BULK, AdminVerb
from articles.models import Article, Editor

MOST = 200
"""Articles changed by one bulk action; each gets its own version and line in the log."""


class Plan(NamedTuple):
    """What would happen: done to these; refused, with the reason, to those."""

    doable: list[Article]
    refused: dict[str, list[Article]]


def plan_for(verb: AdminVerb, articles: Iterable[Article], editor: Editor, at: datetime) -> Plan:
    plan = Plan([], defaultdict(list))
    for article in articles:
        why = _why_not(verb, article, editor, at)
        (plan.refused[why] if why else plan.doable).append(article)
    return plan._replace(refused=dict(sorted(plan.refused.items())))


def _why_not(verb: AdminVerb, article: Article, editor: Editor, at: datetime) -> str:
    if not verb.fits(article, at):
        return str(standing_of(article, at).label)
    return "" if verb.allows(editor, article) else _("gehört nicht zu Ihren Ressorts")


def bulk_action(verb: AdminVerb) -> Callable[..., Any]:
    """What the admin offers above its list."""

    def do(model_admin: Any, request: HttpRequest, chosen: QuerySet) -> HttpResponse | None:
        return bulk_page(model_admin, request, chosen, verb.name)

    do.__name__ = f"{verb.name}_chosen"
    return admin.action(do, description=format_lazy("{} …", verb.label))  # type: ignore[arg-type]


def bulk_page(model_admin: Any, request: HttpRequest, chosen: QuerySet, name: str) -> HttpResponse | None:
    """Ask; once confirmed do it and return None: back to the list."""
    verb, now = allowed(request, BULK, name), timezone.now()
    articles = list(chosen.order_by("id")[: MOST + 1])
    if len(articles) > MOST:
        messages.error(request, _("Höchstens %s Artikel auf einmal: Wählen Sie weniger aus.") % MOST)
        return None
    plan = plan_for(verb, articles, request.user, now)  # type: ignore[arg-type]
    form = verb.form(request.POST if "confirmed" in request.POST else None)
    if "confirmed" in request.POST and form.is_valid():
        _do_all(request, verb, plan.doable, form.cleaned_data)
        return None
    context = page_context(model_admin, request, verb, form) | {
        "plan": plan,
        "later": [article for article in plan.doable if article.published_at and article.published_at > now],
        "chosen": [article.pk for article in articles],
        "checkbox": ACTION_CHECKBOX_NAME,
        "action": request.POST.get("action"),
    }
    return TemplateResponse(request, "admin/articles/bulk.html", context)


def _do_all(request: HttpRequest, verb: AdminVerb, articles: list[Article], answers: dict[str, Any]) -> None:
    """All or nothing, but for what has changed meanwhile: that is refused by the verb, and told."""
    now = timezone.now()
    with transaction.atomic():
        done = sum(tried(request, lambda a=a: verb.apply(a, answers, editor=request.user, at=now)) for a in articles)
    text = ngettext("%(verb)s: %(count)s Artikel.", "%(verb)s: %(count)s Artikel.", done)
    messages.success(request, text % {"verb": verb.label, "count": done})
