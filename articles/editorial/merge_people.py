"""Make two people one, in one transaction, and take it back within 30 days; or remember that they are not one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import require
from articles.editorial.merge_settling import settle
from articles.editorial.merge_undo import restore, snapshot
from articles.editorial.merging import (
    closed,
    locked,
    log,
    move_addresses,
    move_topics,
    new_record,
    taken_over,
    undoable,
)
from articles.editorial.portrait import clear_away
from articles.errors import CannotDo
from articles.models import (
    Author,
    DifferentPeople,
    Editor,
    Mention,
    MergeRecord,
    Person,
    PersonName,
    PersonRole,
    Portrait,
)
from articles.search.sync import drain_after_commit
from articles.text.sortkeys import fold
from articles.vocabulary import MergeKind, NameKind, Verb

PERMISSION = "merge_person"
FILLED = ("family_name", "description", "wikidata_id", "gnd_id", "born", "died")
"""What the one who stays takes over where it is empty."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would move, and what speaks against it."""

    mentions: int
    articles: int
    names: tuple[str, ...]
    roles: tuple[str, ...]
    topics: tuple[str, ...]
    warnings: tuple[str, ...]


def preview(kept: Person, gone: Person) -> Preview:
    mentions = Mention.objects.filter(person=gone).order_by()
    return Preview(
        mentions.count(),
        mentions.values("article").distinct().count(),
        tuple(name.name for name in _new_names(kept, gone)),
        tuple(role.title for role in _new_roles(kept, gone)),
        tuple(gone.topics.values_list("name", flat=True)),
        tuple(_warnings(kept, gone)),
    )


@transaction.atomic
def merge_people(kept: Person, gone: Person, *, editor: Editor | None, at: datetime) -> MergeRecord:
    """`gone` becomes part of `kept`: mentions, topics, names, roles, author, addresses, portrait.
    Raises NotAllowed, CannotDo."""
    require(editor, PERMISSION)
    kept, [gone] = locked(
        kept,
        [gone],
        same=_("Das ist ein und dieselbe Person."),
        missing=_("Eine der beiden Personen gibt es nicht mehr."),
    )
    record = new_record(kept, gone, editor, at)
    before = snapshot(kept)
    record.undo = snapshot(gone) | {"filled": _fill(kept, gone), "kept": before}
    _move_names_and_roles(kept, gone)
    record.undo["mentions"] = _move_mentions(kept, gone)
    record.undo["settled"] = settle(kept, gone, at)
    record.undo["topics"] = move_topics(kept, gone)
    record.undo["author"] = _move_author(kept, gone)
    record.undo["addresses"] = move_addresses(kept, gone)
    record.undo["portrait"] = _move_portrait(kept, gone, at)
    gone.delete()
    kept.is_public = kept.is_public and record.undo["person"]["is_public"]
    kept.save()
    record.save()
    clear_away(at)
    log(Verb.MERGED, kept.name, f"„{gone.name}“ → „{kept.name}“", editor, at)
    drain_after_commit()
    return record


@transaction.atomic
def undo_merge(record: MergeRecord, *, editor: Editor | None, at: datetime) -> Person:
    """The person is there again under its old address, with all that has not been decided otherwise since.
    Raises NotAllowed, CannotDo (too late, undone already, the one who stayed is gone)."""
    require(editor, PERMISSION)
    record, kept = undoable(record, MergeKind.PERSON, at)
    person = restore(record, kept)
    closed(record, person, editor, at)
    drain_after_commit()
    return person


def keep_apart(one: Person, other: Person, *, editor: Editor | None, at: datetime) -> None:
    """They are not the same: the finder of duplicates does not ask again. Raises NotAllowed, CannotDo."""
    require(editor, PERMISSION)
    if one.pk == other.pk:
        raise CannotDo(_("Das ist ein und dieselbe Person."))
    first, second = sorted((one.pk, other.pk))
    DifferentPeople.objects.get_or_create(one_id=first, other_id=second, defaults={"said_at": at, "said_by": editor})


def _warnings(kept: Person, gone: Person) -> list[str]:
    told = []
    for name in ("wikidata_id", "gnd_id", "born", "died"):
        here, there = getattr(kept, name), getattr(gone, name)
        if here and there and here != there:
            label = Person._meta.get_field(name).verbose_name
            told.append(
                _("%(label)s: „%(here)s“ bleibt, „%(there)s“ geht.") % {"label": label, "here": here, "there": there}
            )
    if Portrait.objects.filter(person__in=[kept, gone]).count() == 2:
        told.append(_("Porträt: das von „%s“ bleibt.") % kept.name)
    if kept.is_public != gone.is_public:
        told.append(_("Eine von beiden ist nicht öffentlich; danach ist es auch die andere nicht."))
    return told


def _fill(kept: Person, gone: Person) -> dict[str, Any]:
    """Takes over what is empty; returns what it has taken."""
    taken = taken_over(kept, gone, FILLED)
    if kept.born and kept.died and kept.died < kept.born:
        raise CannotDo(_("Geburt und Tod der beiden passen nicht zusammen."))
    return taken


def _new_names(kept: Person, gone: Person) -> list[PersonName]:
    known = {fold(name) for name in kept.names.values_list("name", flat=True)}
    return list({fold(n.name): n for n in gone.names.order_by("-id") if fold(n.name) not in known}.values())


def _new_roles(kept: Person, gone: Person) -> list[PersonRole]:
    known = {(fold(role.title), role.since, role.until) for role in kept.roles.all()}
    return [role for role in gone.roles.all() if (fold(role.title), role.since, role.until) not in known]


def _move_names_and_roles(kept: Person, gone: Person) -> None:
    """Those the other has already go with the person."""
    names = [name.pk for name in _new_names(kept, gone)]
    PersonName.objects.filter(pk__in=names, kind=NameKind.MAIN).update(kind=NameKind.SPELLING)
    PersonName.objects.filter(pk__in=names).update(person=kept)
    PersonRole.objects.filter(pk__in=[role.pk for role in _new_roles(kept, gone)]).update(person=kept)


def _move_mentions(kept: Person, gone: Person) -> list[int]:
    ids = list(Mention.objects.filter(person=gone).order_by("pk").values_list("pk", flat=True))
    Mention.objects.filter(person=gone).update(person=kept)
    return ids


def _move_author(kept: Person, gone: Person) -> int | None:
    author = Author.objects.filter(person=gone).first()
    if author:
        author.person = None if Author.objects.filter(person=kept).exists() else kept
        author.save()
    return author.pk if author else None


def _move_portrait(kept: Person, gone: Person, at: datetime) -> int | None:
    """One that is not needed is set aside until the merge can no longer be taken back."""
    portrait = Portrait.objects.filter(person=gone).first()
    if not portrait:
        return None
    needed = not Portrait.objects.filter(person=kept).exists()
    portrait.person, portrait.left_at = (kept, None) if needed else (None, at)
    portrait.save()
    return portrait.pk
