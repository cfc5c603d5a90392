"""Builders: every default stated once, so that a test says only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import connection
from django.utils.timezone import localtime

from articles.models import (
    Article,
    Author,
    Byline,
    Desk,
    Editor,
    Mention,
    Person,
    Portrait,
    Role,
    Section,
    Tag,
    Topic,
)
from articles.text.markup import plain_text
from articles.vocabulary import MentionStatus, RoleCode, Status

role_groups = import_module("articles.migrations.0020_role_groups")
make_roles = role_groups.make_roles

NOW = datetime(2024, 11, 5, 12, 0, tzinfo=UTC)
"""The clock of the tests; views and commands that read the real clock see the articles of this day as old ones."""

_numbers = iter(range(1, 10**9))


def build_article(
    headline: str = "Brücke gesperrt", *, body: str = "<p>Die Brücke ist gesperrt.</p>", **values: Any
) -> Article:
    """A published article; `sections` takes (heading, html) pairs, `tags` names, `people` and `authors` objects."""
    sections = values.pop("sections", [("", body)])
    tags, people, authors = (values.pop(name, ()) for name in ("tags", "people", "authors"))
    status = values.setdefault("status", Status.PUBLISHED)
    if status in {Status.PUBLISHED, Status.WITHDRAWN}:
        values.setdefault("published_at", NOW - timedelta(hours=1))
        values.setdefault("published_on", localtime(values["published_at"]).date())
        values.setdefault("slug", f"bruecke-gesperrt-{next(_numbers)}")
    if status == Status.WITHDRAWN:
        values = {"withdrawn_at": NOW, "withdrawal_reason": "Verwechslung", "address_fixed": True, **values}
    article = Article.objects.create(headline=headline, **values)
    for position, (heading, html) in enumerate(sections):
        anchor = f"abschnitt-{position + 1}"
        Section.objects.create(article=article, position=position, anchor=anchor, heading=heading, body=html)
    article.tags.add(*tags)
    for position, author in enumerate(authors):
        Byline.objects.create(article=article, author=author, position=position)
    for person in people:
        build_mention(article, person)
    return article


def build_draft(headline: str = "Noch nicht fertig", **values: Any) -> Article:
    return build_article(headline, status=Status.DRAFT, **values)


def build_mention(article: Article, person: Person | None, **values: Any) -> Mention:
    """A confirmed mention at the next free place of the first section (the place need not name the person)."""
    start = article.mentions.count()
    text = plain_text(article.sections.first().body) if article.sections.exists() else ""
    values = {"status": MentionStatus.CONFIRMED, "surface": text[start : start + 5] or "Name", **values}
    anchor = values.pop("anchor", "abschnitt-1")
    return Mention.objects.create(
        article=article, person=person, **{"anchor": anchor, "start": start, "end": start + 5, **values}
    )


def build_desk(name: str = "Politik", **values: Any) -> Desk:
    return Desk.objects.create(name=name, **values)


def build_person(name: str = "Anna Berg", **values: Any) -> Person:
    return Person.objects.create(name=name, **values)


def build_portrait(person: Person | None, digest: str = "0" * 32, **values: Any) -> Portrait:
    """The row alone; tests that need its files make them (pictures/made.py)."""
    defaults = {"width": 240, "height": 300, "credit": "Lea Alt", "uploaded_at": NOW}
    return Portrait.objects.create(person=person, digest=digest, **{**defaults, **values})


def build_author(name: str = "Karl Voss", **values: Any) -> Author:
    return Author.objects.create(name=name, **values)


def build_tag(name: str = "Energie", *synonyms: str, **values: Any) -> Tag:
    tag = Tag.objects.create(name=name, **values)
    for synonym in synonyms:
        tag.names.create(name=synonym)
    return tag


def build_topic(name: str = "Brückenbau", *, tags: Any = (), people: Any = (), desks: Any = (), **values: Any) -> Topic:
    topic = Topic.objects.create(name=name, **values)
    topic.tags.set(tags)
    topic.people.set(people)
    topic.desks.set(desks)
    return topic


def build_editor(username: str = "chefin", *, superuser: bool = True, **values: Any) -> Editor:
    create = Editor.objects.create_superuser if superuser else Editor.objects.create_user
    return create(username=username, password="richtig-geheim", **{"is_staff": True, **values})


def build_member(role: RoleCode, *desks: Desk, username: str = "", **values: Any) -> Editor:
    """Somebody in this role, at these desks; rights are the migration's."""
    if not Role.objects.exists():  # a test that commits leaves none behind
        make_roles(apps, connection.schema_editor())
    editor = build_editor(username or role.value, superuser=False, **values)
    editor.groups.add(Role.objects.get(code=role).group)
    editor.desks.add(*desks)
    return editor
