"""What a merge keeps of the person that is gone, as JSON, and the way back from it. Called by merge_people.py only."""

from __future__ import annotations

from datetime import date
from typing import Any

from articles.editorial.merge_settling import ask_again
from articles.editorial.merging import give_back_addresses, give_back_taken, give_back_topics, made_again
from articles.models import Author, Mention, MergeRecord, Person, PersonName, PersonRole, Portrait
from articles.vocabulary import NameKind

TEXTS = ("name", "family_name", "slug", "description", "wikidata_id", "gnd_id", "is_public")
DATES = ("born", "died")


def snapshot(person: Person) -> dict[str, Any]:
    """The person with names and roles, as they stand before anything moves."""
    row = {name: getattr(person, name) for name in ("pk", *TEXTS)}
    return {
        "person": row | {name: _told(getattr(person, name)) for name in DATES},
        "names": [[name.name, name.kind] for name in person.names.order_by("pk")],
        "roles": [[role.title, _told(role.since), _told(role.until)] for role in person.roles.order_by("pk")],
    }


def restore(record: MergeRecord, kept: Person) -> Person:
    """The person under its old id, so that whatever still names that id means it again."""
    undo = record.undo
    _give_back(kept, undo)
    own = [kept.name, *(name for name, _kind in undo["kept"]["names"])]
    kept.names.filter(name__in=[name for name, _kind in undo["names"]]).exclude(name__in=own).delete()
    for title, since, until in undo["roles"]:
        if [title, since, until] not in undo["kept"]["roles"]:
            kept.roles.filter(title=title, since=_day(since), until=_day(until)).delete()
    person = _made(undo["person"])
    _name(person, undo["names"])
    PersonRole.objects.bulk_create(
        PersonRole(person=person, title=title, since=_day(since), until=_day(until))
        for title, since, until in undo["roles"]
    )
    Mention.objects.filter(pk__in=undo["mentions"], person=kept).update(person=person)
    ask_again(kept, undo.get("settled", []))
    _give_back_links(undo, kept, person)
    return person


def _give_back(kept: Person, undo: dict[str, Any]) -> None:
    give_back_taken(undo["filled"], kept, lambda name: None if name in DATES else "")
    if undo["kept"]["person"]["is_public"] and not undo["person"]["is_public"]:
        kept.is_public = True
    kept.save()


def _made(row: dict[str, Any]) -> Person:
    values = {name: row[name] for name in TEXTS} | {name: _day(row[name]) for name in DATES}
    return made_again(Person(pk=row["pk"], **values))


def _name(person: Person, names: list[list[str]]) -> None:
    PersonName.objects.bulk_create(PersonName(person=person, name=name, kind=kind) for name, kind in names)
    if not any(kind == NameKind.MAIN for _name, kind in names):
        person.names.filter(name=person.name).update(kind=NameKind.MAIN)


def _give_back_links(undo: dict[str, Any], kept: Person, person: Person) -> None:
    give_back_topics(undo["topics"], kept, person)
    Author.objects.filter(pk=undo["author"]).update(person=person)
    Portrait.objects.filter(pk=undo.get("portrait")).update(person=person, left_at=None)
    give_back_addresses(undo["addresses"], kept, person)


def _told(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
