"""How an article will look: for editors, and for whoever has a link that has not ended. Nothing of it may be kept or
indexed by anybody; only our own pages may show it in a frame."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.csp import CSP
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from articles.editorial.preview_link import may_see
from articles.editorial.reach import may_read
from articles.models import Article
from articles.search.request import QueryWords
from articles.views.article import page_of


@require_safe
@never_cache
@xframe_options_sameorigin
@csp_override({**settings.SECURE_CSP, "frame-ancestors": [CSP.SELF]})
def preview(request: HttpRequest, article_id: int) -> HttpResponse:
    at = timezone.now()
    article = Article.objects.for_page().filter(pk=article_id).first()
    token = request.GET.get("token", "")
    if token:
        if not article or not may_see(article, token, at):
            raise Http404
    elif not request.user.is_staff:
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))
    elif not (request.user.has_perm("articles.view_article") or request.user.has_perm("articles.change_article")):
        raise PermissionDenied
    elif not article or not may_read(request.user, article, at):
        raise Http404
    return _shown(request, article, by_link=bool(token))


def _shown(request: HttpRequest, article: Article, *, by_link: bool) -> HttpResponse:
    at = timezone.now()
    is_public = Article.objects.visible(at).filter(pk=article.pk).exists()
    more = {"is_preview": True, "is_public": is_public, "by_link": by_link}
    response = render(request, "articles/article.html", {**page_of(article, at, QueryWords()), **more})
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
