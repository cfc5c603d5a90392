"""Search for editors: the readers' engine for what is public, the database for what only editors may see."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from articles.admin.base import words_of
from articles.errors import IndexUnavailable
from articles.models import Article
from articles.querysets import ArticleQuerySet
from articles.search import find
from articles.search.request import SearchRequest

MOST = 200
"""Hits of either kind; who finds more, types another word."""


def found_by(articles: ArticleQuerySet, words: str, at: datetime) -> ArticleQuerySet:
    """Public ones by their whole text, drafts, planned and withdrawn ones by headline and kicker, all among `articles`.

    Without an index the public ones too are found by headline only.
    """
    try:
        ids = find(SearchRequest(words=words, per_page=MOST), at).ids
        hidden = Article.objects.hidden(at)
    except IndexUnavailable:
        ids, hidden = (), Article.objects.all()
    for word in words_of(words):
        hidden = hidden.filter(Q(headline__icontains=word) | Q(kicker__icontains=word))
    return articles.filter(Q(id__in=ids) | Q(id__in=hidden.order_by("-id").values_list("id", flat=True)[:MOST]))
