"""Articles from the database as the index keeps them: a fixed number of queries for any number of ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from django.utils.timezone import localdate

from articles.models import Article, Byline, Filing, Mention, Section
from articles.search.schema import NEVER, IndexedArticle
from articles.text.markup import plain_text
from articles.vocabulary import MentionStatus, Status

BATCH = 500
_COLUMNS = (
    *("id", "status", "visible_from", "published_at", "published_on", "created_at", "language"),
    *("headline", "kicker", "standfirst", "dateline", "desk_id"),
)


def load(article_ids: Iterable[int]) -> list[IndexedArticle]:
    """Those of the articles that there are; five queries."""
    wanted = list(article_ids)
    rows = list(Article.objects.filter(pk__in=wanted).order_by("pk").values(*_COLUMNS))
    ids = [row["id"] for row in rows]
    passages = _passages(ids)
    tags = _grouped(Filing.objects.filter(content_object__in=ids).values_list("content_object_id", "tag_id"))
    authors = _grouped(Byline.objects.filter(article__in=ids).order_by().values_list("article_id", "author_id"))
    people = _grouped(_confirmed(ids))
    return [_indexed(row, passages, tags, people, authors) for row in rows]


def _confirmed(ids: Sequence[int]) -> set[tuple[int, int]]:
    """Who is named where. Asked by article alone: with the status too, SQLite goes through all confirmed."""
    found = Mention.objects.filter(article__in=ids).order_by().values_list("article_id", "person_id", "status")
    return {(article, person) for article, person, status in found if status == MentionStatus.CONFIRMED}


def loaded(article: Article) -> IndexedArticle:
    """The same of an article that is read already; no queries if it was read with `for_page`."""
    row = {name: getattr(article, name) for name in _COLUMNS}
    texts = chain.from_iterable((section.heading, section.plain) for section in article.sections.all())
    tags = {filing.tag_id for filing in article.filings.all()}
    people = {named.person_id for named in article.mentions.all() if named.status == MentionStatus.CONFIRMED}
    authors = {line.author_id for line in article.bylines.all()}
    return _indexed(row, *({article.pk: of} for of in (list(filter(None, texts)), tags, people, authors)))


def all_ids(after: int = 0) -> Iterator[list[int]]:
    """The ids of all articles, in batches, ascending; no transaction is held between two."""
    while batch := _batch(after):
        yield batch
        after = batch[-1]


def _batch(after: int) -> list[int]:
    found = Article.objects.filter(pk__gt=after).order_by("pk")
    return list(found.values_list("pk", flat=True)[:BATCH])


def _indexed(row: dict, passages: dict, tags: dict, people: dict, authors: dict) -> IndexedArticle:
    opening = [row.pop(name) for name in ("kicker", "standfirst", "dateline")]
    return IndexedArticle(
        **_dated(row),
        standfirst="\n".join(filter(None, opening)),
        passages=tuple(passages[row["id"]]),
        tag_ids=tuple(sorted(tags[row["id"]])),
        person_ids=tuple(sorted(people[row["id"]])),
        author_ids=tuple(sorted(authors[row["id"]])),
    )


def _dated(row: dict) -> dict:
    """With a date of its own for what has none yet."""
    made, is_published = row.pop("created_at"), row.pop("status") == Status.PUBLISHED
    row["visible_from"] = row["visible_from"] if is_published else NEVER
    row["published_at"] = row["published_at"] or made
    row["published_on"] = row["published_on"] or localdate(row["published_at"])
    return row


def _passages(ids: Sequence[int]) -> dict[int, list[str]]:
    sections = Section.objects.filter(article__in=ids).order_by("article_id", "position", "id")
    found = _grouped(
        (article, [heading, plain_text(body)])
        for article, heading, body in sections.values_list("article_id", "heading", "body")
    )
    texts = {article: list(filter(None, chain.from_iterable(pairs))) for article, pairs in found.items()}
    return defaultdict(list, texts)


def _grouped(pairs: Iterable[tuple]) -> dict[int, list]:
    groups: dict[int, list] = defaultdict(list)
    for article, value in pairs:
        groups[article].append(value)
    return groups
