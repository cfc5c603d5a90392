"""Articles compared by their text, and the same text left out of a list of similar ones: a wire story comes in twice,
or in two editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import batched

from articles.models import Section
from articles.search.schema import IndexedArticle
from articles.text.copies import Print, is_copy, print_of

NO_TEXT: Print = frozenset()


def without_copies(article: IndexedArticle, article_ids: Sequence[int], limit: int) -> tuple[int, ...]:
    """The first of these that are neither this article's text nor one another's; read no further than needed."""
    seen = [own_print(article)]
    kept: list[int] = []
    for some in batched(article_ids, limit):
        prints = prints_of(some)
        for pk in some:
            one = prints.get(pk, NO_TEXT)
            if not any(is_copy(one, other) for other in seen):
                kept.append(pk)
                seen.append(one)
        if len(kept) >= limit:
            break
    return tuple(kept[:limit])


def own_print(article: IndexedArticle) -> Print:
    return print_of(article.headline, article.standfirst, *article.passages)


def prints_of(article_ids: Iterable[int]) -> dict[int, Print]:
    """Of those that have sections; one query."""
    texts: dict[int, list[str]] = {}
    sections = Section.objects.filter(article__in=article_ids).order_by("article_id", "position", "id")
    for pk, *opening, body in sections.values_list("article_id", "article__headline", "article__standfirst", "body"):
        texts.setdefault(pk, opening).append(body)
    return {pk: print_of(*parts) for pk, parts in texts.items()}
