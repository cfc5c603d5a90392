"""Article ↔ ArticleRecord: what a version keeps, an importer brings and an exporter takes. No verbs, no versions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from difflib import SequenceMatcher
from typing import Any

from django.db.models import QuerySet

from articles.formats.base import ArticleRecord, MentionRecord, Ref, SectionRecord
from articles.models import Article, Author, Byline, Desk, Filing, FormerSlug, Mention, Section
from articles.models.tag import resolve_tags
from articles.text.markup import clean, plain_text
from articles.text.slugs import free_slug, slugify
from articles.text.sortkeys import fold

PLAIN_FIELDS = (
    "headline",
    "kicker",
    "standfirst",
    "language",
    "dateline",
    "source",
    "external_id",
    "source_url",
    "rights",
)
ALIKE = 0.6  # from this likeness on, two sections count as the same one rewritten


def record_of(article: Article) -> ArticleRecord:
    """The article as it stands in the database now; reads what is prefetched (`for_page`)."""
    return ArticleRecord(
        **{name: getattr(article, name) for name in PLAIN_FIELDS},
        desk=_ref(article.desk),
        status=str(article.status),
        published_at=article.published_at,
        embargoed_until=article.embargoed_until,
        sections=tuple(SectionRecord(s.body, s.heading, s.anchor) for s in article.sections.all()),
        bylines=tuple(Ref(b.author.name, b.author_id) for b in _parts(article, "bylines", "author")),
        tags=tuple(sorted((Ref(f.tag.name, f.tag_id) for f in _parts(article, "filings", "tag")), key=_by_id)),
        mentions=tuple(_mention(mention) for mention in _parts(article, "mentions", "person")),
    )


def _parts(article: Article, relation: str, named: str) -> Iterable[Any]:
    """With what they name, in one query; as they are where they are read already."""
    parts = getattr(article, relation).all()
    return parts if parts._result_cache is not None else parts.select_related(named)


def _by_id(ref: Ref) -> int:
    return ref.id or 0


def _ref(named: Any) -> Ref | None:
    return Ref(named.name, named.pk) if named else None


def _mention(mention: Mention) -> MentionRecord:
    place = (mention.anchor, mention.start, mention.end, mention.surface)
    return MentionRecord(*place, _ref(mention.person), mention.suggested_name, str(mention.status))


def to_json(record: ArticleRecord) -> dict[str, Any]:
    """Plain JSON values; datetimes as ISO 8601 in UTC, so that equal articles give equal values."""
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(record).items()}
    for name in ("published_at", "embargoed_until"):
        values[name] = values[name].astimezone(UTC).isoformat() if values[name] else None
    return values


def from_json(values: dict[str, Any]) -> ArticleRecord:
    """The inverse of `to_json`."""
    values = dict(values)
    for name in ("published_at", "embargoed_until"):
        values[name] = datetime.fromisoformat(values[name]) if values.get(name) else None
    values["desk"] = Ref(**values["desk"]) if values.get("desk") else None
    values["sections"] = tuple(SectionRecord(**section) for section in values.get("sections", ()))
    for name in ("bylines", "tags"):
        values[name] = tuple(Ref(**ref) for ref in values.get(name, ()))
    values["mentions"] = tuple(_mention_from(mention) for mention in values.get("mentions", ()))
    return ArticleRecord(**values)


def _mention_from(values: dict[str, Any]) -> MentionRecord:
    return MentionRecord(**{**values, "person": Ref(**values["person"]) if values["person"] else None})


def content_hash(record: ArticleRecord) -> str:
    """Of what a journalist wrote and filed, by names that may not change with a rename where an id is known.

    Status, embargo and mentions do not count: publishing or linking people is no change of the text.
    """
    refs = {name: [ref.id or fold(ref.name) for ref in getattr(record, name)] for name in ("bylines", "tags")}
    desk = record.desk and (record.desk.id or fold(record.desk.name))
    sections = [(section.heading, section.body) for section in record.sections]
    values = [getattr(record, name) for name in PLAIN_FIELDS], refs, desk, sections
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def write_content(article: Article, record: ArticleRecord) -> Article:
    """Make the article say what the record says; status, dates and mentions stay. Call it inside a transaction.

    Tags and authors that the archive does not know are made; a desk it does not know is left out (see `find_desk`).
    """
    for name in PLAIN_FIELDS:
        setattr(article, name, getattr(record, name))
    article.desk = find_desk(record.desk)
    article.save()
    _write_sections(article, record.sections)
    _write_bylines(article, record.bylines)
    _write_tags(article, record.tags)
    return article


def find_desk(ref: Ref | None) -> Desk | None:
    """By id, else by name or slug in any writing, at last by a name it had before it was renamed or merged; None where
    the archive has no such desk."""
    if not ref:
        return None
    known = Desk.objects.filter(pk=ref.id).first() if ref.id else None
    known = known or {fold(name): desk for desk in Desk.objects.order_by() for name in (desk.slug, desk.name)}.get(
        fold(ref.name)
    )
    return known or _desk_before(ref.name)


def _desk_before(name: str) -> Desk | None:
    former = FormerSlug.objects.filter(kind="desk", slug=slugify(name)).first()
    return Desk.objects.filter(pk=former.target_id).first() if former else None


def find_author(ref: Ref) -> Author:
    """By id, else by name, made if there is none."""
    known = Author.objects.filter(pk=ref.id).first() if ref.id else None
    return known or Author.objects.filter(name=ref.name).order_by("id").first() or Author.objects.create(name=ref.name)


def _write_bylines(article: Article, refs: Iterable[Ref]) -> None:
    authors = list(dict.fromkeys(find_author(ref) for ref in refs))
    lines = _without(article.bylines.order_by(), "author_id", {author.pk for author in authors})
    for position, author in enumerate(authors):
        line = lines.get(author.pk) or Byline(article=article, author=author)
        if line.pk is None or line.position != position:
            line.position = position
            line.save()


def _write_tags(article: Article, refs: Iterable[Ref]) -> None:
    wanted = {tag.pk for tag in resolve_tags(ref.name for ref in refs)}
    filed = _without(article.filings.all(), "tag_id", wanted)
    Filing.objects.bulk_create(Filing(content_object=article, tag_id=pk) for pk in sorted(wanted - set(filed)))


def _without(rows: QuerySet, name: str, wanted: set[int]) -> dict[int, Any]:
    """The rows by what they name; those that name nothing wanted are deleted."""
    found = {getattr(row, name): row for row in rows}
    gone = [row.pk for key, row in found.items() if key not in wanted]
    if gone:
        rows.model.objects.filter(pk__in=gone).delete()
    return {key: row for key, row in found.items() if key in wanted}


def _write_sections(article: Article, records: Sequence[SectionRecord]) -> None:
    old = list(article.sections.all())
    kept = match_sections(old, records)
    taken = {section.anchor for section in kept if section}
    if len(taken) < len(old):
        article.sections.exclude(anchor__in=taken).delete()
    fresh, new = iter(new_anchors(records, kept, taken)), []
    for position, (record, section) in enumerate(zip(records, kept, strict=True)):
        written = section or Section(article=article, anchor=next(fresh))
        written.position, written.heading, written.body = position, record.heading, clean(record.body)
        if section:
            written.save()
        else:
            new.append(written)
    Section.objects.bulk_create(new)
    article._prefetched_objects_cache = {}


def new_anchors(records: Sequence[SectionRecord], kept: Sequence[Section | None], taken: set[str]) -> list[str]:
    """Anchors for the sections that are new, in order: the record's own, else the heading's, else `abschnitt-n`."""
    used, made = set(taken), []
    for number, (record, section) in enumerate(zip(records, kept, strict=True), start=1):
        if section is None:
            wish = slugify(record.anchor or record.heading, fallback=f"abschnitt-{number}")
            made.append(free_slug(wish, used))
            used.add(made[-1])
    return made


def match_sections(old: Sequence[Section], records: Sequence[SectionRecord]) -> list[Section | None]:
    """For each record the section it continues: by anchor, then heading, then likeness of the text."""
    kept: list[Section | None] = [None] * len(records)
    free = list(old)
    for same in (_same_anchor, _same_heading, _alike):
        for place, record in enumerate(records):
            found = next((s for s in free if same(s, record)), None) if kept[place] is None else None
            if found:
                kept[place] = found
                free.remove(found)
    return kept


def _same_anchor(section: Section, record: SectionRecord) -> bool:
    return bool(record.anchor) and section.anchor == record.anchor


def _same_heading(section: Section, record: SectionRecord) -> bool:
    return section.heading == record.heading and (bool(record.heading) or section.body == clean(record.body))


def _alike(section: Section, record: SectionRecord) -> bool:
    """Compared by words: by letters the time grows with the square of the text's length."""
    matcher = SequenceMatcher(None, section.plain.split(), plain_text(record.body).split())
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def without_ids(record: ArticleRecord) -> ArticleRecord:
    """For export and comparison between archives: references by name only."""
    return replace(
        record,
        desk=record.desk and Ref(record.desk.name),
        bylines=tuple(Ref(ref.name) for ref in record.bylines),
        tags=tuple(Ref(ref.name) for ref in record.tags),
    )
