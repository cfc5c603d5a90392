"""Times how soon a saved article is found: from its commit to the first search that has it."""

from __future__ import annotations

from datetime import datetime
from time import perf_counter

from django.db import transaction

from articles.bench.addresses import spread
from articles.bench.pages import Timing, timing
from articles.errors import CannotDo
from articles.models import Article
from articles.search import SearchRequest, find
from articles.search.sync import drain, drain_after_commit

SAVES = 40


def searchable_after_commit(at: datetime, saves: int = SAVES) -> Timing:
    """Changes headlines of the archive of the settings and puts them back. Raises CannotDo if one is not found."""
    chosen = spread(Article.objects.visible(at), saves)
    drain()
    try:
        return timing([_seconds(article, f"Fundsache{number}", at) for number, article in enumerate(chosen)])
    finally:
        Article.objects.bulk_update(chosen, ["headline"])
        drain()


def _seconds(article: Article, word: str, at: datetime) -> float:
    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(headline=f"{article.headline} {word}")
        transaction.on_commit(lambda: begun.append(perf_counter()))
        begun: list[float] = []
        drain_after_commit()
    if article.pk not in find(SearchRequest(word), at).ids:
        raise CannotDo(f"Article {article.pk} is not found after it was saved.")
    return perf_counter() - begun[0]
