"""The public address of an article: allotted with its date, fixed at first visibility, redirected for ever after."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.timezone import localtime

from articles.models import Article, FormerAddress
from articles.text.slugs import free_slug, slugify


def allot_address(article: Article, wish: str = "") -> None:
    """Set `published_on` and `slug` from the date and the headline, or from `wish`; the caller saves the article.

    A fixed address keeps its slug unless one is wished for; whatever changes then leaves a redirect.
    """
    if not article.published_at:
        return
    day = localtime(article.published_at).date()
    keeps = article.address_fixed and article.slug and not wish
    base = article.slug if keeps else slugify(wish or article.headline)
    slug = free_slug(base, _taken(article, day, base))
    if article.address_fixed and article.published_on and (article.published_on, article.slug) != (day, slug):
        FormerAddress.objects.create(article=article, published_on=article.published_on, slug=article.slug)
    FormerAddress.objects.filter(article=article, published_on=day, slug=slug).delete()
    article.published_on, article.slug = day, slug


def _taken(article: Article, day: date, base: str) -> set[str]:
    near = Q(published_on=day, slug__startswith=base[:60])
    current = Article.objects.exclude(pk=article.pk).filter(near)
    former = FormerAddress.objects.exclude(article=article, article__isnull=False).filter(near)
    return {*current.values_list("slug", flat=True), *former.values_list("slug", flat=True)}
