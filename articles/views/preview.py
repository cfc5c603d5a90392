"""How an article will look, for logged-in editors only; nothing of it may be kept or indexed by anybody."""

from __future__ import annotations

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.search.request import QueryWords
from articles.views.article import page_of


@require_safe
@never_cache
@staff_member_required(login_url="admin:login")
@permission_required("articles.view_article", raise_exception=True)
def preview(request: HttpRequest, article_id: int) -> HttpResponse:
    at = timezone.now()
    article = get_object_or_404(Article.objects.for_page(), pk=article_id)
    is_public = Article.objects.visible(at).filter(pk=article.pk).exists()
    context = {**page_of(article, at, QueryWords()), "is_preview": True, "is_public": is_public}
    response = render(request, "articles/article.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
