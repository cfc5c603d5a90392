"""Make several desks one, in one transaction, and take it back within 30 days. The tree never gets a circle: a desk
that takes in one above it takes its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.editorial.merging import Merger, Undo, brought_alone
from articles.editorial.moving import move_back_to_desk, move_to_desk
from articles.models import Desk, Editor, MergeRecord
from articles.models.desk import above, parents


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


class DeskMerger(Merger[Desk]):
    model, permission, in_topics = Desk, "merge_desk", "desks"
    same = _("Das ist ein und dasselbe Ressort.")
    missing = _("Eines der Ressorts gibt es nicht mehr.")
    row = ("name", "slug", "position", "description")
    filled = ("description",)
    locks_all = True  # nobody moves a desk meanwhile

    def move(self, record: MergeRecord, kept: Desk, gone: Desk) -> Undo:
        kept.refresh_from_db()  # those merged before it may have moved them
        gone.refresh_from_db()
        undo = {"places": _move_places(kept, gone), "editors": _move_editors(kept, gone)}
        move_to_desk(record, kept, gone)
        return undo

    def give_back(self, record: MergeRecord, kept: Desk, gone: Desk) -> None:
        _give_back_places(record.undo["places"], kept, gone)
        move_back_to_desk(record, kept, gone)
        editors = Editor.objects.filter(pk__in=[editor for editor, _had in record.undo["editors"]])
        gone.editors.add(*editors)
        kept.editors.remove(*brought_alone(record, "editors"))


DESKS = DeskMerger()


def preview(kept: Desk, gone: Iterable[Desk]) -> Preview:
    return Preview(tuple(_going(kept, desk) for desk in gone), kept.articles.count())


def _going(kept: Desk, desk: Desk) -> Going:
    return Going(
        desk,
        desk.articles.count(),
        tuple(below.name for below in desk.below.all() if below.pk != kept.pk),
        tuple(map(str, desk.editors.order_by("username"))),
        tuple(desk.topics.values_list("name", flat=True)),
    )


def _move_places(kept: Desk, desk: Desk) -> Undo:
    """What was directly below `desk` is below `kept`; where `kept` itself was somewhere below, it takes its place."""
    places: Undo = {"parent": desk.parent_id, "kept": None}
    if desk.pk in above(kept.parent_id, parents()):
        places["kept"] = kept.parent_id
        kept.parent_id = desk.parent_id
        Desk.objects.filter(pk=kept.pk).update(parent=desk.parent_id)
    below = Desk.objects.filter(parent=desk).exclude(pk=kept.pk)
    places["below"] = list(below.order_by("pk").values_list("pk", flat=True))
    below.update(parent=kept)
    return places


def _give_back_places(places: Undo, kept: Desk, desk: Desk) -> None:
    """Each goes back to where it was, unless it has been put elsewhere since or a circle would come of it."""
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
