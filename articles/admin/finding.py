"""Search for editors: the readers' engine, asked for what only editors may see as well."""

from __future__ import annotations

from django.db.models import Q

from articles.errors import IndexUnavailable
from articles.models import Article
from articles.querysets import ArticleQuerySet
from articles.search import for_editors
from articles.search.request import SearchRequest

MOST = 200
"""Hits; who finds more, types another word."""
SHORTEST_BEGINNING = 3


def found_by(articles: ArticleQuerySet, words: str) -> ArticleQuerySet:
    """Those among `articles` that have the words in their text, the last perhaps only begun."""
    return articles.filter(id__in=ids_of(words))


def ids_of(words: str) -> list[int]:
    """The articles that have the words in their text, the best first; without an index, in headline or kicker."""
    request = SearchRequest(words=left_open(words), per_page=MOST)
    try:
        return list(for_editors(request))
    except IndexUnavailable:
        return _by_headline(request.query.typed)


def left_open(words: str) -> str:
    """The last word as the beginning of one, unless it is part of a phrase, a field or an exclusion."""
    last = words.split()[-1] if words.strip() else ""
    is_word = last.isalnum() and len(last) >= SHORTEST_BEGINNING
    return f"{words.rstrip()}*" if is_word and '"' not in words else words


def _by_headline(words: tuple[str, ...]) -> list[int]:
    found = Article.objects.all() if words else Article.objects.none()
    for word in words:
        found = found.filter(Q(headline__icontains=word) | Q(kicker__icontains=word))
    return list(found.order_by("-id").values_list("id", flat=True)[:MOST])
