"""Desks (Ressorts): a small tree, so small that it is read whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.named import Named
from articles.once import once


class Desk(Named):
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="below", verbose_name=_("gehört zu")
    )
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)
    description = models.TextField(_("Beschreibung"), blank=True)

    class Meta:
        verbose_name = _("Ressort")
        verbose_name_plural = _("Ressorts")
        ordering = ["position", "sort_key", "id"]
        permissions = [("merge_desk", _("Kann Ressorts zusammenführen"))]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")),
                name="desk_not_below_itself",
                violation_error_message=_("Ein Ressort kann nicht zu sich selbst gehören."),
            )
        ]

    def clean(self) -> None:
        if self.parent_id and self.pk and self.parent_id in self.ids_below():
            raise ValidationError({"parent": _("Dieses Ressort liegt selbst unter „%s“.") % self.name})

    def ids_below(self) -> frozenset[int]:
        """This desk and all desks below it, in one query at most."""
        return desk_ids_below([self.pk])


def desk_ids_below(desk_ids: Iterable[int]) -> frozenset[int]:
    """The desks and all below them, in one query at most."""
    return below(desk_ids, parents())


def desks() -> list[Desk]:
    """All of them, in their order."""
    return once("desks", lambda: list(Desk.objects.all()))


def parents() -> dict[int, int | None]:
    """The whole tree: the id of each desk and of the one above it."""
    return {desk.pk: desk.parent_id for desk in desks()}


def above(desk_id: int | None, tree: Mapping[int, int | None]) -> frozenset[int]:
    """The desk and all above it; ends even if the tree has a circle."""
    found: set[int] = set()
    while desk_id and desk_id not in found:
        found.add(desk_id)
        desk_id = tree[desk_id]
    return frozenset(found)


def below(desk_ids: Iterable[int], tree: Mapping[int, int | None]) -> frozenset[int]:
    """The desks and all below them; ends even if the tree has a circle."""
    found, size = set(desk_ids), -1
    while len(found) != size:
        size = len(found)
        found.update(desk for desk, parent in tree.items() if parent in found)
    return frozenset(found)
