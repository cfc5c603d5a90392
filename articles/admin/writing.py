"""What the article's form says, apart from how its rows are numbered: read from what a browser sends, from the article
or from a version, and written back as the form would send it for the article as it is now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.timezone import localtime

from articles.admin.mention_forms import first_of_each_name
from articles.models import Article, TagName
from articles.text.markup import clean
from articles.text.merging import Passage
from articles.text.sortkeys import fold
from articles.vocabulary import MentionStatus

TEXTS = ("kicker", "headline", "standfirst", "dateline", "language", "source", "external_id", "source_url", "rights")
DATES = ("published_at", "embargoed_until")
NEW = "+"
"""Before the key of a section that has no anchor yet."""
FORMAT = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class Writing:
    """None: the form has no such part for this editor. Tags by key (`tag_keys`), sections by anchor, decisions by
    mention."""

    fields: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] | None = None
    sections: dict[str, Passage] | None = None
    bylines: tuple[str, ...] | None = None
    decisions: dict[str, Decided] | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What was chosen for a name: a person's id or "", and a decision or "" (still open)."""

    person: str
    decision: str


# -- what the page knew


def seen_parts(article: Article) -> str:
    """Which anchor stands behind which row's number, and how each name stood: hidden in the form, so that it can be
    understood after others have changed the article."""
    if not article.pk:
        return ""
    sections = {str(section.pk): section.anchor for section in article.sections.all()}
    people = {str(m.pk): [m.suggested_name, str(m.person_id or ""), m.status] for m in first_of_each_name(article)}
    return json.dumps({"sections": sections, "people": people}, ensure_ascii=False)


def _seen(data: QueryDict, part: str) -> dict[str, Any]:
    try:
        known = json.loads(data.get("parts_seen") or "{}").get(part)
    except (ValueError, AttributeError):
        return {}
    return known if isinstance(known, dict) else {}


# -- from the form


def from_form(data: QueryDict, article: Article | None) -> Writing:
    """What was typed; whatever the form did not send is left out."""
    return Writing(
        fields=_fields(data),
        tags=tag_keys(data.getlist("tags")) if "headline" in data else None,
        sections=_sections(data, article),
        bylines=_bylines(data),
        decisions=_decisions(data),
    )


def _fields(data: QueryDict) -> dict[str, str]:
    values = {name: _plain(data[name]) for name in (*TEXTS, "desk") if name in data}
    for name in DATES:
        if f"{name}_0" in data:
            values[name] = _moment(data[f"{name}_0"], data.get(f"{name}_1", ""))
    return values


def _plain(text: str) -> str:
    return text.strip().replace("\r\n", "\n")


def _moment(day: str, time: str) -> str:
    """As it is written in `from_article`, or as it was typed if it is no date."""
    try:
        moment = forms.SplitDateTimeField(required=False).clean([day, time])
    except ValidationError:
        return f"{day} {time}".strip()
    return _written(moment)


def _written(moment: datetime | None) -> str:
    return localtime(moment).strftime(FORMAT) if moment else ""


def tag_keys(names: Iterable[str]) -> dict[str, str]:
    """Each tag's name under a key that all its names share, in one query."""
    written = [name for name in names if fold(name)]
    rows = TagName.objects.filter(folded__in={fold(name) for name in written})
    known = {row.folded: f"tag-{row.tag_id}" for row in rows} if written else {}
    return {known.get(fold(name), fold(name)): name for name in written}


def _rows(data: QueryDict, prefix: str) -> list[dict[str, str]] | None:
    """The rows sent, those marked for deletion left out, in the order the editor gave them."""
    total = data.get(f"{prefix}-TOTAL_FORMS", "")
    if not total.isascii() or not total.isdecimal():
        return None
    rows: list[dict[str, str]] = [{} for _number in range(min(int(total), 1000))]
    for name in data:
        head, _, rest = name.partition(f"{prefix}-")
        number, _, column = rest.partition("-")
        if not head and number.isascii() and number.isdecimal() and int(number[:9]) < len(rows):
            rows[int(number)][column] = data[name]
    kept = [row for row in rows if row and not row.get("DELETE")]
    return sorted(kept, key=lambda row: _place(row.get("position", "")))


def _place(position: str) -> int:
    return int(position) if position.isascii() and position.isdecimal() and len(position) < 6 else 100_000


def _sections(data: QueryDict, article: Article | None) -> dict[str, Passage] | None:
    rows = _rows(data, "sections")
    if rows is None:
        return None
    now = {str(section.pk): section.anchor for section in article.sections.all()} if article else {}
    anchors = {**now, **_seen(data, "sections")}
    found: dict[str, Passage] = {}
    for number, row in enumerate(rows):
        passage = Passage(_plain(row.get("heading", "")), _plain(clean(row.get("body", ""))))
        anchor = anchors.get(row.get("id", ""))
        if isinstance(anchor, str) and anchor not in found:
            found[anchor] = passage
        elif passage.heading or passage.body:
            found[f"{NEW}{number}"] = passage
    return found


def _bylines(data: QueryDict) -> tuple[str, ...] | None:
    rows = _rows(data, "bylines")
    return None if rows is None else tuple(dict.fromkeys(row["author"] for row in rows if row.get("author")))


def _decisions(data: QueryDict) -> dict[str, Decided] | None:
    rows = _rows(data, "mentions")
    if rows is None:
        return None
    return {row["id"]: Decided(row.get("person", ""), row.get("decision", "")) for row in rows if row.get("id")}


def decided_anew(data: QueryDict) -> dict[str, tuple[list[str], Decided]]:
    """What this editor decided: by the name's row, how it stood when he opened the page and what he made of it."""
    seen = _seen(data, "people")
    rows = _decisions(data) or {}
    known = {pk: stood for pk, stood in seen.items() if isinstance(stood, list) and len(stood) == 3}
    return {pk: (known[pk], row) for pk, row in rows.items() if pk in known and row != standing(*known[pk])}


def standing(name: str, person: str, status: str) -> Decided:
    """How the form shows a name that stands so."""
    return Decided(str(person), "" if status == MentionStatus.SUGGESTED else str(status))


# -- from the article, and from a version


def from_article(article: Article) -> Writing:
    values = {name: _plain(getattr(article, name)) for name in TEXTS}
    values |= {name: _written(getattr(article, name)) for name in DATES}
    values["desk"] = str(article.desk_id or "")
    return Writing(
        fields=values,
        tags={f"tag-{tag.pk}": tag.name for tag in article.tags.all()},
        sections={s.anchor: Passage(_plain(s.heading), _plain(s.body)) for s in article.sections.all()},
        bylines=tuple(str(line.author_id) for line in article.bylines.all()),
        decisions={
            str(m.pk): standing(m.suggested_name, str(m.person_id or ""), m.status) for m in first_of_each_name(article)
        },
    )


def from_version(record: Mapping[str, Any]) -> Writing:
    """A version's record as JSON (records.py)."""
    values = {name: _plain(record.get(name) or "") for name in TEXTS}
    for name in DATES:
        values[name] = _written(datetime.fromisoformat(record[name])) if record.get(name) else ""
    values["desk"] = str((record.get("desk") or {}).get("id") or "")
    return Writing(
        fields=values,
        tags={f"tag-{ref['id']}": ref["name"] for ref in record.get("tags", ())},
        sections={s["anchor"]: Passage(_plain(s["heading"]), _plain(s["body"])) for s in record.get("sections", ())},
        bylines=tuple(str(ref["id"]) for ref in record.get("bylines", ())),
    )


def seen_version(data: QueryDict) -> int:
    """On which version this form was opened; 0 where it does not say."""
    text = data.get("version_seen") or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def as_sent(fields: Mapping[str, list[str]]) -> QueryDict:
    """What a working draft keeps, as the request it came from."""
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    return data
