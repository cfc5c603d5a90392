"""What search machines may know of: the articles a month, names that have a page, the news of two days. Reads addresses
and dates only. How they are asked for is views/sitemaps.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import Count, Max, QuerySet
from django.urls import reverse

from articles import listings, scopes
from articles.feeds.base import fit, rfc3339
from articles.menus import desks_in_print
from articles.models import Article, Desk

MOST_URLS = 50_000
"""In one file (sitemaps.org); at some 120 bytes each they are far from the 50 MB it allows."""
NEWS_FOR, MOST_NEWS = timedelta(days=2), 1_000
MONTH = 7
"""So much of an ISO date is its month."""

SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

Rows = Callable[[datetime], QuerySet]
NAMES: dict[str, tuple[str, Rows]] = {
    "desks": ("desk", lambda at: Desk.objects.filter(pk__in=[desk.pk for desk in desks_in_print(at)])),
    "topics": ("topic", lambda at: listings.public_topics()),
    "tags": ("tag", listings.tags_in_use),
    "people": ("person", listings.people_named),
    "authors": ("author", listings.authors_in_print),
}
"""What has a name and a page, with the name of its page."""
PAGES = ("home", "archive", "topics", "people", "tags", "authors", "corrections")


@dataclass(frozen=True, slots=True)
class Month:
    """How many articles a month has that readers can see, and when one of them last appeared or changed."""

    name: str
    count: int
    changed: datetime


def months(at: datetime) -> list[Month]:
    """The newest first. One query, by the day, for so it goes along an index, which in PostgreSQL holds all it asks for
    (SQLite reads the row wherever a generated column is asked for)."""
    days = Article.objects.visible(at).order_by("published_on").values("published_on")
    counted = days.annotate(count=Count("*"), saved=Max("updated_at"), shown=Max("visible_from"))
    rows = counted.values_list("published_on", "count", "saved", "shown")
    by_month = groupby(rows, lambda row: row[0].isoformat()[:MONTH])
    return [_month(name, list(days)) for name, days in by_month][::-1]


def _month(name: str, days: Iterable[tuple[date, int, datetime, datetime]]) -> Month:
    _days, counts, saved, shown = zip(*days, strict=True)
    return Month(name, sum(counts), max(*saved, *shown))


def index(found: Iterable[Month], site: str, at: datetime) -> str:
    """The list of all the others."""
    dated = [(part, month.changed) for month in found for part in _parts(month.name, month.count)]
    named = [(part, None) for name, (_page, rows) in NAMES.items() for part in _parts(name, _highest(rows, at))]
    files = [("news", None), ("pages", None), *dated, *named]
    entries = (_entry("sitemap", f"{site}{reverse('sitemap_part', args=[part])}", changed) for part, changed in files)
    return _file("sitemapindex", entries)


def _parts(name: str, size: int) -> Iterator[str]:
    """The files of a month or kind: the first bears its name alone. Of nothing there is no file."""
    for number in range(1, -(-size // MOST_URLS) + 1):
        yield name if number == 1 else f"{name}-{number}"


def _highest(rows: Rows, at: datetime) -> int:
    """Names are shared out by their ids: that needs no count, and a name stays in its file."""
    return rows(at).model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0


def month(name: str, number: int, site: str, at: datetime) -> str | None:
    """The articles of "2024-11"; None where there are none. Raises ValueError for what no calendar has."""
    first = (number - 1) * MOST_URLS
    found = Article.objects.visible(at).between(*scopes.span(*name.split("-")))
    rows = found.order_by("published_on", "pk").values_list("published_on", "slug", "updated_at", "visible_from")
    entries = [
        _entry("url", f"{site}/{day.isoformat().replace('-', '/')}/{slug}/", max(saved, shown))
        for day, slug, saved, shown in rows[first : first + MOST_URLS].iterator(chunk_size=5_000)
    ]
    return _file("urlset", entries) if entries else None


def names(name: str, number: int, site: str, at: datetime) -> str | None:
    page, rows = NAMES[name]
    first, folder = (number - 1) * MOST_URLS, reverse(page, args=["-"]).removesuffix("-/")
    slugs = rows(at).filter(pk__gt=first, pk__lte=first + MOST_URLS).order_by("pk").values_list("slug", flat=True)
    entries = [_entry("url", f"{site}{folder}{slug}/") for slug in slugs]
    return _file("urlset", entries) if entries or number == 1 else None


def pages(found: Iterable[Month], site: str) -> str:
    """What lists all the rest, and each year and month."""
    newest = {}
    for one in found:
        newest.setdefault(one.name[:4], one.changed)
        newest[one.name[:4]] = max(newest[one.name[:4]], one.changed)
    years = [(reverse("archive_year", args=[year]), changed) for year, changed in newest.items()]
    dated = [(reverse("archive_month", args=one.name.split("-")), one.changed) for one in found]
    listed = [*((reverse(name), None) for name in PAGES), *years, *dated]
    return _file("urlset", (_entry("url", site + path, changed) for path, changed in listed))


def news(site: str, at: datetime) -> str:
    """What appeared in the last two days, in the words of Google's news sitemaps."""
    fresh = Article.objects.visible(at).filter(visible_from__gt=at - NEWS_FOR).order_by("-visible_from", "-pk")
    return _file("urlset", (_news(article, site) for article in fresh[:MOST_NEWS]), NEWS)


def _news(article: Article, site: str) -> str:
    said = (
        f"<news:publication><news:name>{_text(settings.PAPER_NAME)}</news:name>"
        f"<news:language>{_text(article.language)}</news:language></news:publication>"
        f"<news:publication_date>{rfc3339(article.visible_from)}</news:publication_date>"
        f"<news:title>{_text(article.headline)}</news:title>"
    )
    return _entry("url", site + article.get_absolute_url(), more=f"<news:news>{said}</news:news>")


def _entry(element: str, url: str, changed: datetime | None = None, more: str = "") -> str:
    dated = f"<lastmod>{rfc3339(changed)}</lastmod>" if changed else ""
    return f"<{element}><loc>{escape(url)}</loc>{dated}{more}</{element}>\n"


def _file(root: str, entries: Iterable[str], namespace: str = "") -> str:
    return f"{XML}<{root} {' '.join(filter(None, (SITEMAP, namespace)))}>\n{''.join(entries)}</{root}>\n"


def _text(text: Any) -> str:
    return escape(fit(str(text)))
