"""A Writing as the form would send it for the article as it is now: rows that exist with their numbers, what is no
longer wanted marked for deletion, the rest as new rows."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from articles.admin.mention_forms import first_of_each_name
from articles.admin.writing import DATES, Decided, Writing, seen_parts, standing
from articles.models import Article

PREFIXES = ("sections-", "bylines-", "mentions-")


def fill(writing: Writing, article: Article | None, sent: QueryDict) -> QueryDict:
    """`sent` lends what is no part of the text: the button pressed, the page's key, the token."""
    data = QueryDict(mutable=True)
    for name, values in sent.lists():
        if not name.startswith(PREFIXES):
            data.setlist(name, values)
    _fill_fields(data, writing)
    for prefix, rows in _parts(writing, article):
        _fill_rows(data, prefix, rows)
    data["version_seen"] = str(article.version_number) if article else ""
    data["parts_seen"] = seen_parts(article) if article else ""
    return data


def _fill_fields(data: QueryDict, writing: Writing) -> None:
    for name, value in writing.fields.items():
        if name in DATES:
            data[f"{name}_0"], _, data[f"{name}_1"] = value.partition(" ")
        else:
            data[name] = value
    if writing.tags is not None:
        data.setlist("tags", list(writing.tags.values()))


def _parts(writing: Writing, article: Article | None) -> list[tuple[str, list[dict[str, Any]]]]:
    parts = []
    if writing.sections is not None:
        parts.append(("sections", _section_rows(writing, article)))
    if writing.bylines is not None:
        parts.append(("bylines", _byline_rows(writing, article)))
    if writing.decisions is not None and article:
        parts.append(("mentions", _mention_rows(writing.decisions, article)))
    return parts


def _section_rows(writing: Writing, article: Article | None) -> list[dict[str, Any]]:
    passages = writing.sections or {}
    place = {key: number for number, key in enumerate(passages)}
    rows, stored = [], set()
    for section in article.sections.all() if article else ():
        stored.add(section.anchor)
        passage = passages.get(section.anchor)
        texts = (passage or section).heading, (passage or section).body
        rows.append(_row(section.pk, place.get(section.anchor), heading=texts[0], body=texts[1]))
    fresh = [key for key in passages if key not in stored]
    return rows + [_row("", place[key], heading=passages[key].heading, body=passages[key].body) for key in fresh]


def _byline_rows(writing: Writing, article: Article | None) -> list[dict[str, Any]]:
    place = {author: number for number, author in enumerate(writing.bylines or ())}
    stored = list(article.bylines.all()) if article else []
    rows = [_row(line.pk, place.get(str(line.author_id)), author=str(line.author_id)) for line in stored]
    known = {str(line.author_id) for line in stored}
    return rows + [_row("", place[author], author=author) for author in place if author not in known]


def _row(pk: Any, place: int | None, **texts: str) -> dict[str, Any]:
    """Without a place it is no longer wanted."""
    row = {"id": str(pk), **texts, "position": "" if place is None else str(place)}
    return row if place is not None else {**row, "DELETE": "on"}


def _mention_rows(decisions: dict[str, Decided], article: Article) -> list[dict[str, Any]]:
    rows = []
    for mention in first_of_each_name(article):
        stands = standing(mention.suggested_name, str(mention.person_id or ""), mention.status)
        decided = decisions.get(str(mention.pk), stands)
        rows.append({"id": str(mention.pk), "person": decided.person, "decision": decided.decision})
    return rows


def _fill_rows(data: QueryDict, prefix: str, rows: list[dict[str, Any]]) -> None:
    data[f"{prefix}-TOTAL_FORMS"] = str(len(rows))
    data[f"{prefix}-INITIAL_FORMS"] = str(sum(bool(row["id"]) for row in rows))
    data[f"{prefix}-MIN_NUM_FORMS"], data[f"{prefix}-MAX_NUM_FORMS"] = "0", "1000"
    for number, row in enumerate(rows):
        for column, value in row.items():
            data[f"{prefix}-{number}-{column}"] = value
