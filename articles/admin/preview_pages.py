"""The preview beside the desk: in the width of a telephone and of a screen, and as a link to give away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from articles.admin.base import tried
from articles.admin.draft_views import for_writer
from articles.admin.pages import admin_page
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
        tried(request, lambda: links.append(share_preview(article, chosen, editor=request.user, at=at)))
    shown = reverse("preview", args=[pk])
    response = admin_page(
        request,
        "articles/preview.html",
        _("Vorschau: %s") % article,
        form=form,
        shown=shown,
        link=request.build_absolute_uri(f"{shown}?token={links[0]}") if links else "",
        back=reverse("admin:articles_article_change", args=[pk]),
    )
    response["Cache-Control"] = "no-store"
    return response
