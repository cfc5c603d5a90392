"""Make several desks one, in one transaction, and take it back within 30 days. The tree never gets a circle: a desk
that takes in one above it takes its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import require
from articles.editorial.merging import (
    closed,
    forget_old,
    give_back_addresses,
    give_back_taken,
    give_back_topics,
    locked,
    log,
    made_again,
    move_addresses,
    move_topics,
    new_record,
    taken_over,
    undoable,
)
from articles.editorial.moving import move_back_to_desk, move_to_desk
from articles.models import Desk, Editor, MergeRecord
from articles.models.desk import above, parents
from articles.search.sync import drain_after_commit
from articles.vocabulary import MergeKind, Verb

PERMISSION = "merge_desk"


@dataclass(frozen=True, slots=True)
class Going:
    """What one of the desks would bring along."""

    desk: Desk
    articles: int
    below: tuple[str, ...]
    editors: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    going: tuple[Going, ...]
    before: int

    @property
    def after(self) -> int:
        return self.before + sum(one.articles for one in self.going)


def preview(kept: Desk, gone: Iterable[Desk]) -> Preview:
    return Preview(tuple(_going(kept, desk) for desk in gone), kept.articles.count())


@transaction.atomic
def merge_desks(kept: Desk, gone: Sequence[Desk], *, editor: Editor | None, at: datetime) -> list[MergeRecord]:
    """They become part of `kept`: articles, desks below, editors, topics, addresses. Raises NotAllowed, CannotDo."""
    require(editor, PERMISSION)
    _lock_tree()
    kept, gone = locked(
        kept,
        gone,
        same=_("Das ist ein und dasselbe Ressort."),
        missing=_("Eines der Ressorts gibt es nicht mehr."),
    )
    records = [_merge(kept, desk, editor, at) for desk in gone]
    forget_old(at)
    drain_after_commit()
    return records


@transaction.atomic
def undo_desk_merge(record: MergeRecord, *, editor: Editor | None, at: datetime) -> Desk:
    """The desk is there again with the articles, desks, editors and topics it had, as far as they have not been put
    elsewhere since. Raises NotAllowed, CannotDo (too late, undone already, the other is gone)."""
    require(editor, PERMISSION)
    _lock_tree()
    record, kept = undoable(record, MergeKind.DESK, at)
    undo = record.undo
    give_back_taken(undo["filled"], kept)
    kept.save()
    desk = made_again(Desk(**undo["desk"]))
    _give_back_places(undo, kept, desk)
    move_back_to_desk(record, kept, desk)
    for editor_id, had_kept in undo["editors"]:
        if found := Editor.objects.filter(pk=editor_id).first():
            found.desks.add(desk)
            if not had_kept:
                found.desks.remove(kept)
    give_back_topics(undo["topics"], kept, desk)
    give_back_addresses(undo["addresses"], kept, desk)
    closed(record, desk, editor, at)
    drain_after_commit()
    return desk


def _going(kept: Desk, desk: Desk) -> Going:
    return Going(
        desk,
        desk.articles.count(),
        tuple(below.name for below in desk.below.all() if below.pk != kept.pk),
        tuple(map(str, desk.editors.order_by("username"))),
        tuple(desk.topics.values_list("name", flat=True)),
    )


def _merge(kept: Desk, desk: Desk, editor: Editor | None, at: datetime) -> MergeRecord:
    kept.refresh_from_db()
    desk.refresh_from_db()
    record = new_record(kept, desk, editor, at)
    record.undo = {
        "desk": {name: getattr(desk, name) for name in ("pk", "name", "slug", "position", "description")},
        "places": _move_places(kept, desk),
        "filled": taken_over(kept, desk, ["description"]),
        "editors": _move_editors(kept, desk),
        "topics": move_topics(kept, desk),
        "addresses": move_addresses(kept, desk),
    }
    record.save()
    kept.save()
    move_to_desk(record, kept, desk)
    Desk.objects.get(pk=desk.pk).delete()
    log(Verb.MERGED, kept.name, f"„{desk.name}“ → „{kept.name}“", editor, at)
    return record


def _move_places(kept: Desk, desk: Desk) -> dict[str, object]:
    """What was directly below `desk` is below `kept`; where `kept` itself was somewhere below, it takes its place."""
    places: dict[str, object] = {"parent": desk.parent_id, "kept": None}
    if desk.pk in above(kept.parent_id, parents()):
        places["kept"] = kept.parent_id
        kept.parent_id = desk.parent_id
        Desk.objects.filter(pk=kept.pk).update(parent=desk.parent_id)
    below = Desk.objects.filter(parent=desk).exclude(pk=kept.pk)
    places["below"] = list(below.order_by("pk").values_list("pk", flat=True))
    below.update(parent=kept)
    return places


def _give_back_places(undo: dict[str, dict], kept: Desk, desk: Desk) -> None:
    """Each goes back to where it was, unless it has been put elsewhere since or a circle would come of it."""
    places = undo["places"]
    _put(desk.pk, places["parent"])
    for below in places["below"]:
        if parents().get(below) == kept.pk:
            _put(below, desk.pk)
    if places["kept"] and parents().get(kept.pk) == places["parent"]:
        _put(kept.pk, places["kept"])


def _put(desk_id: int, parent_id: int | None) -> None:
    tree = parents()
    if parent_id in tree and desk_id not in above(parent_id, tree):
        Desk.objects.filter(pk=desk_id).update(parent=parent_id)


def _move_editors(kept: Desk, desk: Desk) -> list[list[int | bool]]:
    """Each with whether they had the one that stays already."""
    had = set(kept.editors.values_list("pk", flat=True))
    editors = list(desk.editors.order_by("pk"))
    kept.editors.add(*editors)
    return [[editor.pk, editor.pk in had] for editor in editors]


def _lock_tree() -> None:
    """Nobody moves a desk meanwhile."""
    list(Desk.objects.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
