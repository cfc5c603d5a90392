"""The names and roles of people that become one, there and back. Called by merge_people.py only."""

from __future__ import annotations

from datetime import date

from articles.editorial.merging import Undo
from articles.models import Person, PersonName, PersonRole
from articles.text.sortkeys import fold
from articles.vocabulary import NameKind


def names_and_roles(person: Person) -> Undo:
    """As JSON."""
    return {
        "names": [[name.name, name.kind] for name in person.names.order_by("pk")],
        "roles": [[role.title, _told(role.since), _told(role.until)] for role in person.roles.order_by("pk")],
    }


def new_names(kept: Person, gone: Person) -> list[PersonName]:
    known = {fold(name) for name in kept.names.values_list("name", flat=True)}
    return list({fold(n.name): n for n in gone.names.order_by("-id") if fold(n.name) not in known}.values())


def new_roles(kept: Person, gone: Person) -> list[PersonRole]:
    known = {(fold(role.title), role.since, role.until) for role in kept.roles.all()}
    return [role for role in gone.roles.all() if (fold(role.title), role.since, role.until) not in known]


def move_names(kept: Person, gone: Person) -> None:
    """And roles; those the other has already go with the person."""
    names = [name.pk for name in new_names(kept, gone)]
    PersonName.objects.filter(pk__in=names, kind=NameKind.MAIN).update(kind=NameKind.SPELLING)
    PersonName.objects.filter(pk__in=names).update(person=kept)
    PersonRole.objects.filter(pk__in=[role.pk for role in new_roles(kept, gone)]).update(person=kept)


def give_back_names(undo: Undo, kept: Person, person: Person) -> None:
    """And roles; those that `kept` had before stay there too."""
    own = [kept.name, *(name for name, _kind in undo["kept"]["names"])]
    kept.names.filter(name__in=[name for name, _kind in undo["names"]]).exclude(name__in=own).delete()
    PersonName.objects.bulk_create(PersonName(person=person, name=name, kind=kind) for name, kind in undo["names"])
    if not any(kind == NameKind.MAIN for _name, kind in undo["names"]):
        person.names.filter(name=person.name).update(kind=NameKind.MAIN)
    for title, since, until in undo["roles"]:
        days = {"since": _day(since), "until": _day(until)}
        if [title, since, until] not in undo["kept"]["roles"]:
            kept.roles.filter(title=title, **days).delete()
        PersonRole.objects.create(person=person, title=title, **days)


def _told(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
