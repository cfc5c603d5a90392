"""Leaves the same text out of a list of similar articles: a wire story comes in twice, or in two editions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import batched

from articles.models import Section
from articles.search.schema import IndexedArticle
from articles.text.copies import Print, is_copy, print_of


def without_copies(article: IndexedArticle, article_ids: Sequence[int], limit: int) -> tuple[int, ...]:
    """The first of these that are neither this article's text nor one another's; reads as many texts as are wanted at
    a time, and mostly once."""
    seen = [print_of(article.headline, article.standfirst, *article.passages)]
    kept: list[int] = []
    for batch in batched(article_ids, max(limit, 1)):
        for pk, own in _prints(batch):
            if len(kept) < limit and not any(is_copy(own, other) for other in seen):
                kept.append(pk)
                seen.append(own)
        if len(kept) >= limit:
            break
    return tuple(kept)


def _prints(article_ids: Sequence[int]) -> list[tuple[int, Print]]:
    texts: dict[int, list[str]] = {}
    sections = Section.objects.filter(article__in=article_ids).order_by("article_id", "position", "id")
    for pk, *opening, body in sections.values_list("article_id", "article__headline", "article__standfirst", "body"):
        texts.setdefault(pk, opening).append(body)
    return [(pk, print_of(*texts.get(pk, ()))) for pk in article_ids]
