"""Brings the demo archive into an empty database: names first, then every article in the order in which it appeared,
and what waits for its editors."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from articles.demo.archive import HERE, Calendar, contents
from articles.demo.history import write_article
from articles.models import (
    Article,
    Author,
    Desk,
    Editor,
    FruitlessSearch,
    LogLine,
    Person,
    PersonRole,
    Pin,
    Tag,
    TagName,
    Topic,
)
from articles.models.person import kind_of
from articles.people.linking import matcher_of_archive
from articles.text.markup import paragraphs
from articles.transfer.people_importing import import_people


def is_untouched() -> bool:
    """Whether nobody has done anything in this archive yet, deleting included."""
    return not any(model._default_manager.exists() for model in (Article, LogLine, Desk, Tag, Person, Author, Topic))


@transaction.atomic
def load(editor: Editor, *, at: datetime) -> int:
    """Returns the number of articles; call it on an untouched archive."""
    archive, calendar = contents(), Calendar(at)
    _write_desks(archive["desks"])
    for entry in archive["people"]:
        _write_person(entry, calendar)
    for entry in archive["authors"]:
        Author.objects.create(**entry)
    for entry in archive["tags"]:
        _write_tag(entry)
    matcher = matcher_of_archive()
    for entry in sorted(archive["articles"], key=lambda entry: -entry["days_ago"]):
        write_article(entry, calendar, editor=editor, matcher=matcher)
    for entry in archive["topics"]:
        _write_topic(entry, calendar)
    for entry in archive["imports"]:
        _import_people(entry, calendar)
    for entry in archive["searches"]:
        day = calendar.day(entry["days_ago"])
        FruitlessSearch.objects.create(day=day, words=entry["words"], count=entry["count"])
    return len(archive["articles"])


def _write_desks(entries: list[dict[str, Any]]) -> None:
    """Parents stand before the desks below them."""
    desks: dict[str, Desk] = {}
    for position, entry in enumerate(entries):
        parent = desks.get(entry.get("parent", ""))
        desks[entry["name"]] = Desk.objects.create(**{**entry, "parent": parent, "position": position})


def _write_person(entry: dict[str, Any], calendar: Calendar) -> None:
    fields = {name: entry.get(name, "") for name in ("name", "family_name", "description", "wikidata_id")}
    person = Person.objects.create(**fields, is_public=entry.get("public", True))
    for alias in entry.get("aliases", ()):
        person.names.create(name=alias, kind=kind_of(alias, person.name))
    for role in entry.get("roles", ()):
        since, until = calendar.day(role.get("from_days_ago")), calendar.day(role.get("until_days_ago"))
        PersonRole.objects.create(person=person, title=role["title"], since=since, until=until)


def _write_tag(entry: dict[str, Any]) -> None:
    tag = Tag.objects.create(name=entry["name"], description=entry.get("description", ""))
    for synonym in entry.get("synonyms", ()):
        TagName.objects.create(tag=tag, name=synonym)


def _write_topic(entry: dict[str, Any], calendar: Calendar) -> None:
    since, until = calendar.day(entry.get("from_days_ago")), calendar.day(entry.get("until_days_ago"))
    intro = paragraphs([entry["intro"]])
    topic = Topic.objects.create(name=entry["name"], intro=intro, since=since, until=until)
    topic.tags.set(_called(Tag, entry.get("tags", [])))
    topic.people.set(_called(Person, entry.get("people", [])))
    topic.desks.set(_called(Desk, entry.get("desks", [])))
    for position, file in enumerate(entry.get("pins", ())):
        Pin.objects.create(topic=topic, article=Article.objects.get(external_id=file), position=position)


def _import_people(entry: dict[str, Any], calendar: Calendar) -> None:
    """As the command does it, its mistakes included."""
    at = calendar.moment(entry["days_ago"], entry["time"])
    list(import_people([HERE / "imports" / entry["file"]], at=at, by="archivar"))


def _called(model: Any, names: list[str]) -> list[Any]:
    """The rows with these names; a name that is not there is a mistake in archive.toml."""
    return [model.objects.get(name=name) for name in names]
