"""The hits of a search as a table of citations: CSV (RFC 4180) or JSON Lines, a batch at a time, whatever their number.

No transaction is held between two batches, and whoever stops reading stops the work."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from io import StringIO
from itertools import batched, chain
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localtime

from articles.models import Article, Mention
from articles.transfer.citing import citation
from articles.vocabulary import MentionStatus

BATCH = 500
FIELDS = (
    *("id", "url", "short_url", "kicker", "headline", "standfirst", "published", "updated", "desk"),
    *("authors", "tags", "people", "language", "source", "rights", "citation"),
)
BYTE_ORDER_MARK = "\ufeff"
"""Without it, a spreadsheet takes UTF-8 for something else."""

_FORMULA = re.compile("[=+\\-@\t\r＝＋－＠]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Row = dict[str, Any]


def csv_lines(rows: Iterable[list[Row]]) -> Iterator[bytes]:
    yield (BYTE_ORDER_MARK + _table([FIELDS])).encode()
    for batch in rows:
        yield _table([_cell(row[name]) for name in FIELDS] for row in batch).encode()


def json_lines(rows: Iterable[list[Row]]) -> Iterator[bytes]:
    for batch in rows:
        yield "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in batch).encode()


FORMS: dict[str, tuple[Callable[[Iterable[list[Row]]], Iterator[bytes]], str]] = {
    "csv": (csv_lines, "text/csv; charset=utf-8; header=present"),
    "jsonl": (json_lines, "application/jsonl; charset=utf-8"),
}


def rows_of(ids: Iterable[Iterable[int]], at: datetime, site: str) -> Iterator[list[Row]]:
    """The articles with these ids that are visible, in this order and the archive's language; `site` is "https://host".

    Whoever withdraws an article meanwhile keeps it out of what is still to come.
    """
    for some in batched(chain.from_iterable(ids), BATCH):
        found = _articles(at).in_bulk(some)
        with translation.override(settings.LANGUAGE_CODE):
            rows = [_row(found[pk], site) for pk in some if pk in found]
        yield rows


def _articles(at: datetime) -> Any:
    """All mentions are read and sifted here: asked for the confirmed ones, SQLite reads every mention there is."""
    people = Prefetch("mentions", Mention.objects.select_related("person"))
    return Article.objects.visible(at).for_listing().prefetch_related("filings__tag", people)


def _row(article: Article, site: str) -> Row:
    tags = sorted((filing.tag for filing in article.filings.all()), key=lambda tag: (tag.sort_key, tag.pk))
    authors = [line.author.name for line in article.bylines.all()]
    url = site + article.get_absolute_url()
    return {
        "id": article.pk,
        "url": url,
        "short_url": site + reverse("short_link", args=[article.pk]),
        **{name: getattr(article, name) for name in ("kicker", "headline", "standfirst")},
        "published": _moment(article.published_at),
        "updated": _moment(article.updated_at),
        "desk": article.desk.name if article.desk else "",
        "authors": authors,
        "tags": [tag.name for tag in tags],
        "people": _people(article),
        **{name: getattr(article, name) for name in ("language", "source", "rights")},
        "citation": citation(authors, article.headline, article.published_on, url),
    }


def _people(article: Article) -> list[str]:
    named = [mention.person for mention in article.mentions.all() if mention.status == MentionStatus.CONFIRMED]
    return list(dict.fromkeys(person.name for person in named if person.is_public))


def _moment(moment: datetime) -> str:
    """With the offset of the archive's time zone."""
    return localtime(moment).isoformat(timespec="seconds")


def _table(rows: Iterable[Iterable[str]]) -> str:
    written = StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue()


def _cell(value: Any) -> str:
    """Several names in one cell."""
    return no_formula(_CONTROLS.sub("", "; ".join(value) if isinstance(value, list) else str(value)))


def no_formula(text: str) -> str:
    """What a spreadsheet would run as a formula is text, by an apostrophe before it."""
    return f"'{text}" if _FORMULA.match(text) else text
