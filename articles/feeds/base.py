"""What a feed and its entries say, whichever way they are written. Addresses are absolute, texts fit for XML 1.0."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from typing import Any

from django.utils.encoding import iri_to_uri

from articles.models import Article
from articles.vocabulary import MentionStatus

WITH = ("sections", "filings__tag", "mentions__person")
"""What an entry says beside what every list shows."""
FOLDERS = {"author": "authors", "desk": "desks", "tag": "tags", "person": "people"}
"""Written here too, for a feed names hundreds; a test follows them."""
TAG_YEAR = 2026
"""In every id (RFC 4151); an id never changes, so neither does this."""
NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was changed: Atom wants a date, and a clock's would make a new feed of each call."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINK_WITHIN = re.compile(r'(<a [^>]*?href=")(?=([/#]))')
_NOT_IN_A_HOST = re.compile(r"[^a-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Named:
    """An author, a desk, a tag or somebody who is named: the name, the slug, the page, and the page of the kind."""

    name: str
    slug: str
    url: str
    kind_url: str


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    language: str
    authors: tuple[Named, ...] = ()
    categories: tuple[Named, ...] = ()
    rights: str = ""
    via: str = ""
    """Where it was first, if that was elsewhere."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One page of a feed. `links` are the addresses of its other pages by relation (RFC 5005): first, next …; `hub`
    tells whoever subscribes there of changes (WebSub); `counts` says how many entries all pages have, with which this
    one begins and how many a page has, by OpenSearch's names, and `search` is where the archive's search is described.
    """

    id: str
    title: str
    paper: str
    page_url: str
    own_url: str
    language: str
    entries: tuple[Entry, ...] = ()
    description: str = ""
    links: dict[str, str] = field(default_factory=dict)
    icon: str = ""
    hub: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    search: str = ""

    @property
    def updated(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=NOTHING_YET)


def entry_of(article: Article, site: str) -> Entry:
    """`site` is "https://host"; the article was read with its desk and with what WITH names."""
    tags = _sorted(filing.tag for filing in article.filings.all())
    confirmed = (one for one in article.mentions.all() if one.status == MentionStatus.CONFIRMED)
    people = _sorted({one.person for one in confirmed if one.person.is_public})
    desks = [_named("desk", article.desk, site)] if article.desk else []
    since, url = article.visible_from, site + article.get_absolute_url()
    return Entry(
        id=tag_uri(site, f"article/{article.pk}"),
        url=url,
        title=fit(article.headline),
        summary=fit(article.standfirst),
        html=_linked(fit("".join(_html(article))), {"/": site, "#": url}),
        published=since,
        updated=max(since, article.updated_at),
        language=article.language,
        authors=tuple(_named("author", line.author, site) for line in article.bylines.all()),
        categories=(
            *desks,
            *(_named("tag", tag, site) for tag in tags),
            *(_named("person", person, site) for person in people),
        ),
        rights=fit(article.rights),
        via=iri_to_uri(fit(article.source_url)),
    )


def _sorted(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.sort_key, row.pk))


def tag_uri(site: str, what: str) -> str:
    """A name for ever (RFC 4151): the same by http and https, on any port, before and after a renaming."""
    host = _NOT_IN_A_HOST.sub("-", re.sub(r":\d+\Z", "", site.partition("://")[2].lower())).strip("-.")
    return f"tag:{host},{TAG_YEAR}:{what}"


def fit(text: str) -> str:
    """Without what XML 1.0 has no way to say (control characters, lone surrogates)."""
    return _NOT_IN_XML.sub("", text)


def rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _html(article: Article) -> Iterable[str]:
    """The whole text, for readers may be shown nothing else; a section's body has passed the allow-list before it was
    stored."""
    yield f"<p><strong>{escape(article.standfirst)}</strong></p>" if article.standfirst else ""
    for section in article.sections.all():
        yield f"<h2>{escape(section.heading)}</h2>" if section.heading else ""
        yield section.body


def _linked(html: str, bases: dict[str, str]) -> str:
    """Links into the archive made whole: a feed is read elsewhere."""
    return _LINK_WITHIN.sub(lambda match: match[1] + bases[match[2]], html)


def _named(kind: str, row: Any, site: str) -> Named:
    folder = f"{site}/{FOLDERS[kind]}/"
    return Named(fit(row.name), row.slug, f"{folder}{row.slug}/", folder)
