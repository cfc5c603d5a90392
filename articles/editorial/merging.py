"""What merging people, tags and desks has in common: locking, addresses, topics, the record and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from articles.errors import CannotDo
from articles.models import Desk, Editor, FormerSlug, LogLine, MergeRecord, MovedArticle, Person, Tag, Topic
from articles.models.merging import UNDO_DAYS
from articles.vocabulary import MergeKind, Verb

type Mergeable = Person | Tag | Desk

RELATED = {MergeKind.PERSON: "people", MergeKind.TAG: "tags", MergeKind.DESK: "desks"}
"""What a topic's rule calls them."""


def locked[T: Mergeable](kept: T, gone: Sequence[T], *, same: str, missing: str) -> tuple[T, list[T]]:
    """Read anew and locked in the order of their ids, so that two merges at once do not wait for each other.
    Raises CannotDo with `same` where one would become part of itself, with `missing` where one is gone."""
    ids = list(dict.fromkeys(row.pk for row in gone))
    if not ids or kept.pk in ids:
        raise CannotDo(same)
    rows = type(kept)._default_manager.select_for_update(of=("self",)).filter(pk__in=[kept.pk, *ids]).order_by("pk")
    found = {row.pk: row for row in rows}
    if len(found) <= len(ids):
        raise CannotDo(missing)
    return found[kept.pk], [found[pk] for pk in ids]


def undoable(record: MergeRecord, kind: MergeKind, at: datetime) -> tuple[MergeRecord, Mergeable]:
    """The record and the one that stayed, locked. Raises CannotDo (too late, undone already, the other is gone)."""
    record = MergeRecord.objects.select_for_update(of=("self",)).get(pk=record.pk, kind=kind)
    if not record.can_be_undone(at):
        raise CannotDo(_("Diese Zusammenführung lässt sich nicht mehr zurücknehmen."))
    return record, type(record.kept)._default_manager.select_for_update(of=("self",)).get(pk=record.kept_id)


def new_record(kept: Mergeable, gone: Mergeable, editor: Editor | None, at: datetime) -> MergeRecord:
    return MergeRecord(kept=kept, kept_name=kept.name, gone_name=gone.name, merged_at=at, merged_by=editor)


def closed(record: MergeRecord, gone: Mergeable, editor: Editor | None, at: datetime) -> None:
    """The last step of taking a merge back: noted, logged, and what it kept of articles is done with."""
    MergeRecord.objects.filter(pk=record.pk).update(undone_at=at)
    MovedArticle.objects.filter(record=record).delete()
    log(Verb.UNMERGED, record.kept_name, f"„{record.kept_name}“ → „{gone.name}“", editor, at)


def forget_old(at: datetime) -> None:
    """Which articles went along is of no use once a merge cannot be taken back."""
    old = MergeRecord.objects.filter(merged_at__lt=at - timedelta(days=UNDO_DAYS))
    MovedArticle.objects.filter(record__in=old.values("pk")).delete()


def move_topics(kept: Mergeable, gone: Mergeable) -> list[list[int | bool]]:
    """The topics that name `gone` name `kept`; each with whether it did so already."""
    had = set(kept.topics.values_list("pk", flat=True))
    topics = list(gone.topics.order_by("pk"))
    kept.topics.add(*topics)
    return [[topic.pk, topic.pk in had] for topic in topics]


def give_back_topics(moved: Iterable[Sequence[int | bool]], kept: Mergeable, gone: Mergeable) -> None:
    field = RELATED[MergeKind(kept._meta.model_name)]
    for topic, had_kept in moved:
        if found := Topic.objects.filter(pk=topic).first():
            getattr(found, field).add(gone)
            if not had_kept:
                getattr(found, field).remove(kept)


def move_addresses(kept: Mergeable, gone: Mergeable) -> list[str]:
    """All addresses of `gone` lead to `kept`; returns those it had before the last."""
    former = FormerSlug.objects.filter(kind=gone._meta.model_name, target_id=gone.pk)
    slugs = list(former.values_list("slug", flat=True))
    former.update(target_id=kept.pk)
    FormerSlug.objects.update_or_create(kind=gone._meta.model_name, slug=gone.slug, defaults={"target_id": kept.pk})
    return slugs


def give_back_addresses(slugs: Iterable[str], kept: Mergeable, gone: Mergeable) -> None:
    former = FormerSlug.objects.filter(kind=kept._meta.model_name, target_id=kept.pk)
    former.filter(slug__in=list(slugs)).update(target_id=gone.pk)


def made_again[T: Mergeable](row: T) -> T:
    """Under its old id and address, past `save`, which would ask for another. Where the one that stayed has taken the
    address for itself meanwhile, it gets the next free one."""
    kind = row._meta.model_name
    FormerSlug.objects.filter(kind=kind, slug=row.slug).delete()
    if type(row)._default_manager.filter(slug=row.slug).exists():
        row.slug = row.free_slug()
    return type(row)._default_manager.bulk_create([row])[0]


def log(verb: Verb, headline: str, reason: str, editor: Editor | None, at: datetime) -> None:
    LogLine.objects.create(at=at, editor=editor, verb=verb, headline=headline, reason=reason)


def taken_over(kept: Mergeable, gone: Mergeable, names: Sequence[str]) -> dict[str, str]:
    """Fills what is empty; returns what it has taken."""
    taken = [name for name in names if not getattr(kept, name) and getattr(gone, name)]
    for name in taken:
        setattr(kept, name, getattr(gone, name))
    return {name: str(getattr(gone, name)) for name in taken}


def give_back_taken(filled: dict[str, str], kept: Mergeable, empty: Callable[[str], str | None] = lambda _: "") -> None:
    """What was taken over goes, unless it has been changed since."""
    for name, value in filled.items():
        if str(getattr(kept, name)) == value:
            setattr(kept, name, empty(name))
