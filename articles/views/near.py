"""What a reader may have meant by an address that is not there: a few small questions, whatever is asked."""

from __future__ import annotations

import re
from datetime import date, datetime
from difflib import SequenceMatcher
from itertools import islice
from typing import Any
from urllib.parse import unquote

from django.db import connection

from articles.models import Article
from articles.sitemaps import NAMES
from articles.text.slugs import slugify

NAMED = re.compile(rf"^(?:/en)?/(?P<kind>{'|'.join(NAMES)})/(?P<slug>[^/]+)")
DATED = re.compile(r"^(?:/en)?/(?P<day>\d{4}/\d{1,2}/\d{1,2})/(?P<slug>[^/]+)")
NEAR = 5
ALIKE = 0.6
"""From which likeness of two slugs on, 1 being the same, one may be a slip for the other."""
READ, NAMES_READ = 30, 300
BEGINNING, BEGINNING_OF_NAME = 6, 2
"""So many letters of a slug are taken to be right: an article's is long."""
LAST_LETTER = "~"
MOST_WORDS = 8


def near(path: str, at: datetime) -> list[Article]:
    """Visible articles whose address is like this one: the same slug on another day, a slip in it, the same day."""
    asked = DATED.match(path)
    if not asked:
        return []
    slug, day = slugify(unquote(asked["slug"])), _day(asked["day"])
    found = {article.pk: article for article in _candidates(slug, day, at)}
    return sorted(found.values(), key=lambda article: -_likeness(article, slug, day))[:NEAR]


def near_rows(path: str, at: datetime) -> list[tuple[str, Any]]:
    """The same of a desk, topic, tag, person or author, each with the name of its page: those that have one, with an
    address that begins alike. A large archive has thousands that have but two letters in common."""
    asked = NAMED.match(path)
    slug = slugify(unquote(asked["slug"])) if asked else ""
    if not asked or len(slug) < BEGINNING_OF_NAME:
        return []
    page, public = NAMES[asked["kind"]]
    for letters in (BEGINNING, BEGINNING_OF_NAME):
        begun = public(at).filter(**_beginning(slug[:letters]))[:NAMES_READ]
        if likely := [row for row in begun if _ratio(row, slug) >= ALIKE]:
            return [(page, row) for row in sorted(likely, key=lambda row: -_ratio(row, slug))[:NEAR]]
    return []


def words_of(path: str) -> str:
    """The last part of an address as words to search for; numbers alone are none."""
    last = unquote(path.rstrip("/").rpartition("/")[2])
    words = re.findall(r"[^\W_]+", last.removesuffix(".html"))
    return " ".join(islice(words, MOST_WORDS)) if any(not word.isdigit() for word in words) else ""


def _candidates(slug: str, day: date | None, at: datetime) -> list[Article]:
    visible = Article.objects.visible(at).for_listing().newest_first()
    begun = slug[:BEGINNING]
    slips = visible.filter(**_beginning(begun))[:READ] if len(begun) == BEGINNING else []
    same_day = visible.filter(published_on=day)[:READ] if day else []
    likely = [article for article in slips if _ratio(article, slug) >= ALIKE]
    return [*visible.filter(slug=slug)[:NEAR], *likely, *same_day]


def _beginning(begun: str) -> dict[str, str]:
    """As the index of each database can tell: PostgreSQL sorts by the house's language, but has one for beginnings."""
    if connection.vendor == "postgresql":
        return {"slug__startswith": begun}
    return {"slug__gte": begun, "slug__lt": begun + LAST_LETTER}


def _likeness(article: Article, slug: str, day: date | None) -> float:
    return _ratio(article, slug) + (0.1 if article.published_on == day else 0)


def _ratio(row: Any, slug: str) -> float:
    return SequenceMatcher(None, row.slug or "", slug).ratio()


def _day(typed: str) -> date | None:
    try:
        return date(*map(int, typed.split("/")))
    except ValueError:
        return None
