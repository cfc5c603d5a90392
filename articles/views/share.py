"""The picture of an article, and the one for all other pages, for whoever shows an address: chats, networks, sites."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.pictures.drawn_before import drawn_once
from articles.pictures.share import ShareText, drawn
from articles.sharing import paper_text, share_text
from articles.views.article import day_of, elsewhere

NAME = "share.png"


@require_safe
def share_picture(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    """Of visible articles only; else what the article's own address would answer."""
    at, published_on = timezone.now(), day_of(year, month, day)
    articles = Article.objects.visible(at).select_related("desk")
    found = articles.filter(published_on=published_on, slug=slug).first()
    if not found:
        return elsewhere(request, published_on, slug, at, NAME)
    return _picture(request, share_text(found))


@require_safe
def paper_picture(request: HttpRequest) -> HttpResponse:
    return _picture(request, paper_text())


def _picture(request: HttpRequest, text: ShareText) -> HttpResponse:
    """Drawn only for whoever does not have it."""
    etag = f'"{text.key}"'
    answer = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = HttpResponse(drawn_once(text.key, lambda: drawn(text)), content_type="image/png")
    answer["ETag"] = etag
    return answer
