"""Old records through today's rules: names as they are now, nobody who is not public, nothing that was merged away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from articles.formats.base import ArticleRecord, MentionRecord, Ref
from articles.models import Author, Desk, Person, PersonName, Tag, TagName
from articles.text.sortkeys import fold
from articles.vocabulary import MentionStatus


@dataclass(frozen=True, slots=True)
class _Known:
    """What the archive knows of all that the records name: names by id, and whom or what a folded name leads to."""

    desks: dict[int, str]
    authors: dict[int, str]
    tags: dict[int, str]
    tags_called: dict[str, Ref]
    people: dict[int, str]
    people_called: dict[str, Ref]


def as_of_today(records: Sequence[ArticleRecord]) -> list[ArticleRecord]:
    """A handful of queries, whatever the number of records. Of the mentions only what readers may know is left."""
    known = _known(records)
    return [
        replace(
            record,
            desk=record.desk and _named(record.desk, known.desks),
            bylines=tuple(_named(ref, known.authors) for ref in record.bylines),
            tags=tuple(dict.fromkeys(_found(record.tags, known.tags, known.tags_called))),
            mentions=tuple(_mentions(record.mentions, known)),
        )
        for record in records
    ]


def people_of(record: ArticleRecord) -> list[Ref]:
    """Who is named in a record of today, in the order of the text, each once."""
    order = {section.anchor: place for place, section in enumerate(record.sections)}
    mentions = sorted(record.mentions, key=lambda mention: (order.get(mention.anchor, -1), mention.start))
    return list(dict.fromkeys(mention.person for mention in mentions if mention.person))


def _known(records: Sequence[ArticleRecord]) -> _Known:
    tags = [ref for record in records for ref in record.tags]
    people = [mention.person for record in records for mention in record.mentions if mention.person]
    tag_names = _names(Tag, tags)
    person_names = _names(Person, people)
    public = _public(person_names)
    return _Known(
        desks=_names(Desk, [record.desk for record in records if record.desk]),
        authors=_names(Author, [ref for record in records for ref in record.bylines]),
        tags=tag_names,
        tags_called=_tags_called([ref.name for ref in tags if ref.id not in tag_names]),
        people={pk: name for pk, name in person_names.items() if pk in public},
        people_called=_people_called([ref.name for ref in people if ref.id not in person_names]),
    )


def _names(model: Any, refs: Iterable[Ref]) -> dict[int, str]:
    ids = {ref.id for ref in refs if ref.id}
    return dict(model._default_manager.filter(pk__in=ids).values_list("pk", "name")) if ids else {}


def _public(ids: Iterable[int]) -> set[int]:
    return set(Person.objects.public().filter(pk__in=list(ids)).values_list("pk", flat=True))


def _tags_called(names: Sequence[str]) -> dict[str, Ref]:
    """A tag that was merged is a synonym now."""
    rows = TagName.objects.filter(folded__in={fold(name) for name in names}).select_related("tag") if names else ()
    return {row.folded: Ref(row.tag.name, row.tag_id) for row in rows}


def _people_called(names: Sequence[str]) -> dict[str, Ref]:
    """Somebody who was merged is found under the name, where only one person bears it."""
    if not names:
        return {}
    bearers: dict[str, dict[int, Person]] = {}
    for row in PersonName.objects.filter(folded__in={fold(name) for name in names}).select_related("person"):
        bearers.setdefault(row.folded, {})[row.person_id] = row.person
    only = {folded: next(iter(found.values())) for folded, found in bearers.items() if len(found) == 1}
    return {folded: Ref(person.name, person.pk) for folded, person in only.items() if person.is_public}


def _named(ref: Ref, names: dict[int, str]) -> Ref:
    return Ref(names.get(ref.id or 0, ref.name), ref.id)


def _found(refs: Iterable[Ref], names: dict[int, str], called: dict[str, Ref]) -> Iterable[Ref]:
    for ref in refs:
        if ref.id in names:
            yield Ref(names[ref.id], ref.id)
        elif fold(ref.name) in called:
            yield called[fold(ref.name)]


def _mentions(mentions: Iterable[MentionRecord], known: _Known) -> Iterable[MentionRecord]:
    for mention in mentions:
        if mention.person and mention.status == MentionStatus.CONFIRMED:
            for person in _found([mention.person], known.people, known.people_called):
                yield replace(mention, person=person)
