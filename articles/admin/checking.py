"""The checklist before publication as editors see it: on its own page, on the page that asks, summed up for many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.pages import admin_page
from articles.admin.verbs import AdminVerb
from articles.editorial.checks.facts import Finding
from articles.editorial.checks.gathering import findings
from articles.models import Article


def checked(
    request: HttpRequest, verb: AdminVerb, articles: Sequence[Article], at: datetime
) -> dict[int, list[Finding]]:
    """What the checklist says of each article; nothing where the verb publishes nothing."""
    return findings(articles, _hosts(request), at) if verb.is_checked and articles else {}


def _hosts(request: HttpRequest) -> set[str]:
    return {request.get_host().rpartition(":")[0] or request.get_host(), *settings.ALLOWED_HOSTS}


def asking(form: type[forms.Form], found: Iterable[Finding]) -> type[forms.Form]:
    """The verb's form, with a tick where warnings have to be overruled."""
    if all(finding.is_error for finding in found):
        return form
    tick = forms.BooleanField(
        label=gettext_lazy("Trotz dieser Hinweise"),
        error_messages={"required": gettext_lazy("Haken Sie das an, wenn es so erscheinen soll.")},
    )
    return type("Overruling", (form,), {"overrule": tick})


def answers_of(cleaned: Mapping[str, Any], found: Iterable[Finding]) -> dict[str, Any]:
    """What the verb is done with: the reason in the log names what was overruled."""
    answers = {name: value for name, value in cleaned.items() if name != "overrule"}
    labels = [finding.label for finding in found if not finding.is_error]
    return {**answers, "reason": _("Trotz Hinweisen: %s") % "; ".join(labels)} if labels else answers


def errors_of(found: Iterable[Finding]) -> str:
    return "; ".join(finding.label for finding in found if finding.is_error)


def summed(found: Mapping[int, Sequence[Finding]], articles: Iterable[Article]) -> list[tuple[str, int, list[Finding]]]:
    """For many articles: each warning once, with how many it concerns; those with an address one by one."""
    told = [finding for article in articles for finding in found.get(article.pk, ())]
    counted = Counter(finding.label for finding in told)
    named = {label: [finding for finding in told if finding.label == label and finding.twins] for label in counted}
    return [(label, count, named[label]) for label, count in counted.most_common()]


def check_page(request: HttpRequest, model_admin: Any, pk: int) -> HttpResponse:
    """Only looks, at what is saved."""
    article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not model_admin.has_view_or_change_permission(request, article):
        raise PermissionDenied
    found = findings([article], _hosts(request), timezone.now())[article.pk]
    back = reverse("admin:articles_article_change", args=[pk])
    return admin_page(request, "articles/check.html", _("Prüfen: %s") % article, found=found, back=back)
