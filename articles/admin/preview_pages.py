"""The preview beside the desk: in the width of a telephone and of a screen, and as a link to give away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from articles.admin.base import tried
from articles.admin.draft_views import for_writer
from articles.editorial.preview_link import CHOICES, share_preview


class ShareForm(forms.Form):
    lifetime = forms.ChoiceField(
        label=_("Der Link gilt"), choices=CHOICES, widget=UnfoldAdminSelectWidget(choices=CHOICES)
    )


def preview_page(request: HttpRequest, model_admin: Any, pk: int) -> HttpResponse:
    """Both widths; a POST makes a link, which is shown once and kept nowhere."""
    article = for_writer(model_admin, request, pk)
    assert article
    form = ShareForm(request.POST if request.method == "POST" else None)
    links: list[str] = []
    if request.method == "POST" and form.is_valid():
        chosen, at = form.cleaned_data["lifetime"], timezone.now()
        tried(request, lambda: links.append(share_preview(article, chosen, editor=request.user, at=at)))  # type: ignore[arg-type]
    request.current_app = model_admin.admin_site.name  # type: ignore[attr-defined]
    shown = reverse("preview", args=[pk])
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Vorschau: %s") % article,
        "article": article,
        "form": form,
        "shown": shown,
        "link": request.build_absolute_uri(f"{shown}?token={links[0]}") if links else "",
        "back": reverse("admin:articles_article_change", args=[pk]),
    }
    response = TemplateResponse(request, "admin/articles/preview.html", context)
    response["Cache-Control"] = "no-store"
    return response
