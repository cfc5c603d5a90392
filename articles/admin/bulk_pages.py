"""A verb done to the articles chosen in the list: say to how many and which are refused and why, ask, then do it all in
one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.base import tried
from articles.admin.checking import answers_of, asking, checked, errors_of, summed
from articles.admin.pages import admin_page
from articles.admin.standing import standing_of
from articles.admin.verb_pages import allowed
from articles.admin.verbs import BULK, AdminVerb
from articles.editorial.checks.facts import Finding
from articles.models import Article, Editor

MOST = 200
"""Articles changed by one bulk action; each gets its own version and line in the log."""


class Plan(NamedTuple):
    """What would happen: done to these, of which the checklist says `found`; refused, with the reason, to those."""

    doable: list[Article]
    refused: dict[str, list[Article]]
    found: dict[int, list[Finding]]


def plan_for(request: HttpRequest, verb: AdminVerb, articles: Iterable[Article], at: datetime) -> Plan:
    refused, possible, doable = defaultdict(list), [], []
    for article in articles:
        why = _why_not(verb, article, request.user, at)
        (refused[why] if why else possible).append(article)
    found = checked(request, verb, possible, at)
    for article in possible:
        why = errors_of(found.get(article.pk, ()))
        (refused[why] if why else doable).append(article)
    return Plan(doable, dict(sorted(refused.items())), found)


def _why_not(verb: AdminVerb, article: Article, editor: Editor, at: datetime) -> str:
    if not verb.fits(article, at):
        return str(standing_of(article, at).label)
    return "" if verb.allows(editor, article) else _("gehört nicht zu Ihren Ressorts")


def bulk_action(verb: AdminVerb) -> Callable[..., Any]:
    """What the admin offers above its list."""

    def do(model_admin: Any, request: HttpRequest, chosen: QuerySet) -> HttpResponse | None:
        return bulk_page(request, chosen, verb.name)

    do.__name__ = f"{verb.name}_chosen"
    return admin.action(do, description=format_lazy("{} …", verb.label))


def bulk_page(request: HttpRequest, chosen: QuerySet, name: str) -> HttpResponse | None:
    """Ask; once confirmed do it and return None: back to the list."""
    verb, now = allowed(request, BULK, name), timezone.now()
    articles = list(chosen.order_by("id")[: MOST + 1])
    if len(articles) > MOST:
        messages.error(request, _("Höchstens %s Artikel auf einmal: Wählen Sie weniger aus.") % MOST)
        return None
    plan = plan_for(request, verb, articles, now)
    warnings = [finding for article in plan.doable for finding in plan.found.get(article.pk, ())]
    form = asking(verb.form, warnings)(request.POST if "confirmed" in request.POST else None)
    if "confirmed" in request.POST and form.is_valid():
        _do_all(request, verb, plan, form.cleaned_data)
        return None
    return admin_page(
        request,
        "articles/bulk.html",
        verb.label,
        verb=verb,
        form=form,
        plan=plan,
        warnings=summed(plan.found, plan.doable),
        later=[article for article in plan.doable if article.published_at and article.published_at > now],
        chosen=[article.pk for article in articles],
        checkbox=ACTION_CHECKBOX_NAME,
        action=request.POST.get("action"),
    )


def _do_all(request: HttpRequest, verb: AdminVerb, plan: Plan, cleaned: dict[str, Any]) -> None:
    """All or nothing, but for what has changed meanwhile: that is refused by the verb, and told."""
    now = timezone.now()

    def do(article: Article) -> None:
        answers = answers_of(cleaned, plan.found.get(article.pk, ()))
        verb.apply(article, answers, editor=request.user, at=now)

    with transaction.atomic():
        done = sum(tried(request, partial(do, article)) for article in plan.doable)
    text = ngettext("%(verb)s: %(count)s Artikel.", "%(verb)s: %(count)s Artikel.", done)
    messages.success(request, text % {"verb": verb.label, "count": done})
