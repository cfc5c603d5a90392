"""Which pages are measured: several addresses for each kind, so that no single article decides the figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from urllib.parse import quote

from django.db.models import Count
from django.urls import reverse

from articles.demo.vocabulary import COMMON_WORD, RARE_WORD
from articles.demo.writer import SOURCE
from articles.models import Article, Desk, Tag

SAMPLES = 20


@dataclass(frozen=True)
class Page:
    """A kind of page and its addresses, asked in turn."""

    name: str
    paths: tuple[str, ...]


def pages(at: datetime) -> list[Page]:
    return [
        Page("article page", tuple(article.get_absolute_url() for article in spread(Article.objects.visible(at)))),
        Page("home", (reverse("home"),)),
        Page("desk page", tuple(reverse("desk", args=[desk.slug]) for desk in islice(busiest(Desk, "articles"), 8))),
        *(Page(f"search, {words}", _searches(query)) for words, query in zip(WORDS, _queries(), strict=True)),
    ]


WORDS = ("a common word", "a rare word")


def empty_view() -> Page:
    """The floor: the same server and the same middleware, with nothing to do."""
    return Page("empty view (`/healthz`)", (reverse("healthz"),))


def spread(articles: Article.objects, count: int = SAMPLES) -> list[Article]:
    """So many articles from the newest to the oldest, evenly apart; reads ids only to find them."""
    ids = list(articles.order_by("-published_at").values_list("id", flat=True)) if articles.exists() else []
    chosen = ids[:: max(1, len(ids) // count)][:count]
    return list(articles.filter(id__in=chosen).order_by("-published_at"))


def _queries() -> Sequence[str]:
    """Generated archives hold two words whose frequency is known; elsewhere the names of tags have to do."""
    if Article.objects.filter(source=SOURCE).exists():
        return COMMON_WORD, RARE_WORD
    names = [tag.name for tag in busiest(Tag, "filings")]
    return names[0], names[len(names) // 2]


def _searches(query: str) -> tuple[str, ...]:
    """The first page of hits, in each order."""
    address = f"{reverse('search')}?q={quote(query)}"
    return (address, f"{address}&sort=newest", f"{address}&sort=oldest")


def busiest(model: type, related: str) -> list:
    return list(model.objects.annotate(size=Count(related)).filter(size__gt=0).order_by("-size", "id"))
