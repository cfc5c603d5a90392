"""What merging people, tags, desks and topics has in common: who may, locking, addresses, topics, the record and the
way back. What else hangs on one of them its own module says (merge_tags.py and its like)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.editorial.base import log_name, require
from articles.errors import CannotDo
from articles.models import Desk, Editor, FormerSlug, MergeRecord, MovedArticle, Person, Tag, Topic
from articles.models.merging import UNDO_DAYS
from articles.search.sync import drain_after_commit
from articles.vocabulary import Verb

type Mergeable = Person | Tag | Desk | Topic
type Undo = dict[str, Any]


class Merger[T: Mergeable]:
    """How one kind is merged. `row`: the columns from which one that is gone is made again; `filled`: those that the
    one that stays takes over where its own are empty."""

    model: ClassVar[Any]
    permission: ClassVar[str]
    same: ClassVar[Promise]
    missing: ClassVar[Promise]
    row: ClassVar[tuple[str, ...]]
    filled: ClassVar[tuple[str, ...]]
    in_topics: ClassVar[str] = ""
    """What a topic's rule calls them."""
    different: ClassVar[Any] = None
    """The pairs of which an editor has said that they are not one."""
    locks_all: ClassVar[bool] = False

    def move(self, record: MergeRecord, kept: T, gone: T) -> Undo:
        """All else that hangs on `gone`; returns what `give_back` needs of it."""
        raise NotImplementedError

    def give_back(self, record: MergeRecord, kept: T, gone: T) -> None:
        """What `move` moved, as far as it has not been decided otherwise since."""
        raise NotImplementedError

    def refuse_taken(self, undo: Undo, kept: T) -> None:
        """Raises CannotDo where something it needs belongs to another by now."""

    @property
    def kind(self) -> str:
        return str(self.model._meta.model_name)

    @transaction.atomic
    def merge(self, kept: T, gone: Sequence[T], *, editor: Editor | None, at: datetime) -> list[MergeRecord]:
        """They become part of `kept`, with all that hangs on them. Raises NotAllowed, CannotDo."""
        require(editor, self.permission)
        kept, gone = self._locked(kept, gone)
        records = [self._merge_one(kept, one, editor, at) for one in gone]
        _forget_old(at)
        drain_after_commit()
        return records

    @transaction.atomic
    def undo(self, record: MergeRecord, *, editor: Editor | None, at: datetime) -> T:
        """It is there again under its old id and address, so that whatever still names that id means it again.
        Raises NotAllowed, CannotDo (too late, undone already, the one that stayed or the name is gone)."""
        require(editor, self.permission)
        record, kept = self._undoable(record, at)
        undo = record.undo
        self.refuse_taken(undo, kept)
        _give_back_taken(undo["filled"], kept)
        kept.save()
        gone: T = _made_again(self.model(**undo[self.kind]))
        self.give_back(record, kept, gone)
        self._give_back_topics(record, kept, gone)
        self._give_back_differences(undo.get("different", ()))
        addresses = FormerSlug.objects.filter(kind=self.kind, target_id=kept.pk, slug__in=undo["addresses"])
        addresses.update(target_id=gone.pk)
        MergeRecord.objects.filter(pk=record.pk).update(undone_at=at)
        record.moved.all().delete()
        told = f"„{record.kept_name}“ → „{gone.name}“"
        log_name(record.kept_name, Verb.UNMERGED, editor=editor, at=at, reason=told)
        drain_after_commit()
        return gone

    def keep_apart(self, one: T, other: T, *, editor: Editor | None, at: datetime) -> None:
        """They are not the same: who looks for pairs does not ask again. Raises NotAllowed, CannotDo."""
        require(editor, self.permission)
        if one.pk == other.pk:
            raise CannotDo(str(self.same))
        first, second = sorted((one.pk, other.pk))
        said = {"said_at": at, "said_by": editor}
        self.different.objects.get_or_create(one_id=first, other_id=second, defaults=said)

    def _merge_one(self, kept: T, gone: T, editor: Editor | None, at: datetime) -> MergeRecord:
        record = MergeRecord.objects.create(
            kept=kept, kept_name=kept.name, gone_name=gone.name, merged_at=at, merged_by=editor
        )
        row = {name: told(getattr(gone, name)) for name in ("pk", *self.row)}
        shared = {"topics": self._move_topics(kept, gone), "different": self._differences(gone)}
        record.undo = {self.kind: row, **shared, **self.move(record, kept, gone)}
        record.undo |= {"filled": _taken_over(kept, gone, self.filled), "addresses": _move_addresses(kept, gone)}
        gone.delete()
        kept.save()
        record.save()
        log_name(kept.name, Verb.MERGED, editor=editor, at=at, reason=f"„{gone.name}“ → „{kept.name}“")
        return record

    def _locked(self, kept: T, gone: Sequence[T]) -> tuple[T, list[T]]:
        """Read anew, in the order of their ids, so that two merges at once do not wait for each other."""
        ids = list(dict.fromkeys(row.pk for row in gone))
        if not ids or kept.pk in ids:
            raise CannotDo(str(self.same))
        found = {row.pk: row for row in self._lock([kept.pk, *ids])}
        if not found.keys() >= {kept.pk, *ids}:
            raise CannotDo(str(self.missing))
        return found[kept.pk], [found[pk] for pk in ids]

    def _lock(self, ids: Iterable[int | None]) -> list[T]:
        rows = self.model.objects.select_for_update(of=("self",)).order_by("pk")
        return list(rows if self.locks_all else rows.filter(pk__in=ids))

    def _undoable(self, record: MergeRecord, at: datetime) -> tuple[MergeRecord, T]:
        """The one that stays is locked first: two taken back from it at once write into each other's records."""
        stays = {row.pk: row for row in self._lock([record.kept_id])}
        record = MergeRecord.objects.select_for_update(of=("self",)).get(pk=record.pk, kind=self.kind)
        if not record.can_be_undone(at):
            raise CannotDo(_("Diese Zusammenführung lässt sich nicht mehr zurücknehmen."))
        return record, stays[record.kept_id]

    def _move_topics(self, kept: Any, gone: Any) -> list[list[int | bool]]:
        """The topics that name `gone` name `kept`; each with whether it did so already."""
        if not self.in_topics:
            return []
        had = set(kept.topics.values_list("pk", flat=True))
        topics = list(gone.topics.order_by("pk"))
        kept.topics.add(*topics)
        return [[topic.pk, topic.pk in had] for topic in topics]

    def _give_back_topics(self, record: MergeRecord, kept: T, gone: T) -> None:
        moved = [topic for topic, _had in record.undo.get("topics", ())]
        alone = brought_alone(record, "topics")
        for topic in Topic.objects.filter(pk__in=moved):
            named = getattr(topic, self.in_topics)
            named.add(gone)
            if topic.pk in alone:
                named.remove(kept)

    def _differences(self, gone: T) -> list[list[Any]]:
        """What it is not, and who said so when: that would go with it."""
        if not self.different:
            return []
        said = self.different.objects.filter(models.Q(one=gone.pk) | models.Q(other=gone.pk)).order_by("pk")
        return [[d.one_id, d.other_id, d.said_at.isoformat(), d.said_by_id] for d in said]

    def _give_back_differences(self, said: Iterable[Sequence[Any]]) -> None:
        rows = [row for row in said if self.model.objects.filter(pk__in=row[:2]).count() == 2]
        known = set(Editor.objects.filter(pk__in=[row[3] for row in rows if row[3]]).values_list("pk", flat=True))
        for one, other, when, who in rows:
            given = {"said_at": datetime.fromisoformat(when), "said_by_id": who if who in known else None}
            self.different.objects.get_or_create(one_id=one, other_id=other, defaults=given)


def _forget_old(at: datetime) -> None:
    """Which articles went along is of no use once a merge cannot be taken back."""
    old = MergeRecord.objects.filter(merged_at__lt=at - timedelta(days=UNDO_DAYS))
    MovedArticle.objects.filter(record__in=old.values("pk")).delete()


def _move_addresses(kept: Mergeable, gone: Mergeable) -> list[str]:
    """All addresses of `gone` lead to `kept`; returns those it had before the last."""
    former = FormerSlug.objects.filter(kind=gone._meta.model_name, target_id=gone.pk)
    slugs = list(former.values_list("slug", flat=True))
    former.update(target_id=kept.pk)
    FormerSlug.objects.update_or_create(kind=gone._meta.model_name, slug=gone.slug, defaults={"target_id": kept.pk})
    return slugs


def _made_again[T: Mergeable](row: T) -> T:
    """Past `save`, which would ask for another id. Where the one that stayed has taken the address for itself
    meanwhile, it gets the next free one."""
    objects = type(row)._default_manager
    FormerSlug.objects.filter(kind=row._meta.model_name, slug=row.slug).delete()
    if objects.filter(slug=row.slug).exists():
        row.slug = row.free_slug()
    objects.bulk_create([row])
    return objects.get(pk=row.pk)


def _taken_over(kept: Mergeable, gone: Mergeable, names: Sequence[str]) -> dict[str, str]:
    """Fills what is empty; returns what it has taken."""
    taken = [name for name in names if not getattr(kept, name) and getattr(gone, name)]
    for name in taken:
        setattr(kept, name, getattr(gone, name))
    return {name: str(getattr(gone, name)) for name in taken}


def _give_back_taken(filled: dict[str, str], kept: Mergeable) -> None:
    """What was taken over goes, unless it has been changed since."""
    for name, value in filled.items():
        if str(getattr(kept, name)) == value:
            setattr(kept, name, kept._meta.get_field(name).get_default())


def brought_alone(record: MergeRecord, key: str) -> set[int]:
    """What the one that stays had from this one only and gives back. Where another that became part of it later had the
    same, it stays, and goes with that one."""
    brought = {pk for pk, had in record.undo.get(key, ()) if not had}
    later = MergeRecord.objects.filter(kind=record.kind, kept_id=record.kept_id, pk__gt=record.pk, undone_at=None)
    for heir in later.order_by("pk"):
        shared = [pair for pair in heir.undo.get(key, ()) if pair[0] in brought]
        for pair in shared:
            pair[1] = False
        if shared:
            heir.save(update_fields=["undo"])
        brought -= {pk for pk, _had in shared}
    return brought


def told(value: Any) -> Any:
    """As JSON."""
    return value.isoformat() if isinstance(value, date) else value
