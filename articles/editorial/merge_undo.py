"""What a merge keeps of the person that is gone, as JSON, and the way back from it. Called by merge_people.py only."""

from __future__ import annotations

from datetime import date
from typing import Any

from articles.editorial.merge_settling import ask_again
from articles.models import Author, FormerSlug, Mention, MergeRecord, Person, PersonName, PersonRole, Topic
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
        "merges": list(person.merges.order_by("pk").values_list("pk", flat=True)),
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
    """What was taken over goes, unless it has been changed since."""
    for name, value in undo["filled"].items():
        if str(getattr(kept, name)) == value:
            setattr(kept, name, None if name in DATES else "")
    if undo["kept"]["person"]["is_public"] and not undo["person"]["is_public"]:
        kept.is_public = True
    kept.save()


def _made(row: dict[str, Any]) -> Person:
    """Saved past `Person.save`, which would ask for another address."""
    FormerSlug.objects.filter(kind="person", slug=row["slug"]).delete()
    values = {name: row[name] for name in TEXTS} | {name: _day(row[name]) for name in DATES}
    return Person.objects.bulk_create([Person(pk=row["pk"], **values)])[0]


def _name(person: Person, names: list[list[str]]) -> None:
    PersonName.objects.bulk_create(PersonName(person=person, name=name, kind=kind) for name, kind in names)
    if not any(kind == NameKind.MAIN for _name, kind in names):
        person.names.filter(name=person.name).update(kind=NameKind.MAIN)


def _give_back_links(undo: dict[str, Any], kept: Person, person: Person) -> None:
    for topic, had_kept in undo["topics"]:
        if found := Topic.objects.filter(pk=topic).first():
            found.people.add(person)
            if not had_kept:
                found.people.remove(kept)
    MergeRecord.objects.filter(pk__in=undo["merges"]).update(kept=person)
    Author.objects.filter(pk=undo["author"]).update(person=person)
    FormerSlug.objects.filter(kind="person", slug__in=undo["addresses"], target_id=kept.pk).update(target_id=person.pk)


def _told(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
