"""Make several tags one, in one transaction, and take it back within 30 days; or remember that two are not one. The
articles are moved by the database, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Min
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
from articles.editorial.moving import filings_of, note_filings, refile
from articles.errors import CannotDo
from articles.models import DifferentTags, Editor, Filing, MergeRecord, MovedArticle, Tag, TagName
from articles.search.sync import drain_after_commit
from articles.text.sortkeys import fold
from articles.vocabulary import MergeKind, Verb

PERMISSION = "merge_tag"


@dataclass(frozen=True, slots=True)
class Going:
    """What one of the tags would bring along; `both`: articles that have the one that stays already."""

    tag: Tag
    articles: int
    both: int
    names: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    going: tuple[Going, ...]
    before: int
    after: int

    @property
    def added(self) -> int:
        return self.after - self.before


def preview(kept: Tag, gone: Iterable[Tag]) -> Preview:
    gone = list(gone)
    after = filings_of(kept, *gone).values("content_object").distinct().count() if gone else filings_of(kept).count()
    return Preview(tuple(_going(kept, tag) for tag in gone), filings_of(kept).count(), after)


@transaction.atomic
def merge_tags(kept: Tag, gone: Sequence[Tag], *, editor: Editor | None, at: datetime) -> list[MergeRecord]:
    """They become part of `kept`: articles, names, topics, addresses. Raises NotAllowed, CannotDo."""
    require(editor, PERMISSION)
    kept, gone = locked(
        kept,
        gone,
        same=_("Das ist ein und dasselbe Schlagwort."),
        missing=_("Eines der Schlagwörter gibt es nicht mehr."),
    )
    records = [_merge(kept, tag, editor, at) for tag in gone]
    forget_old(at)
    drain_after_commit()
    return records


@transaction.atomic
def undo_tag_merge(record: MergeRecord, *, editor: Editor | None, at: datetime) -> Tag:
    """The tag is there again, at the articles it had; those filed since stay where they are, and so do those that were
    filed otherwise. Raises NotAllowed, CannotDo (too late, undone already, the other or the name is gone)."""
    require(editor, PERMISSION)
    record, kept = undoable(record, MergeKind.TAG, at)
    _refuse_taken(kept, record.undo["tag"]["name"])
    give_back_taken(record.undo["filled"], kept)
    kept.save()
    tag = made_again(Tag(**record.undo["tag"]))
    _give_back_names(record.undo["names"], kept, tag)
    give_back_topics(record.undo["topics"], kept, tag)
    give_back_addresses(record.undo["addresses"], kept, tag)
    _give_back_differences(record.undo["different"], tag)
    _hand_over(record)
    refile(record, kept, tag)
    closed(record, tag, editor, at)
    drain_after_commit()
    return tag


def keep_tags_apart(one: Tag, other: Tag, *, editor: Editor | None, at: datetime) -> None:
    """They are not the same: the finder does not ask again. Raises NotAllowed, CannotDo."""
    require(editor, PERMISSION)
    if one.pk == other.pk:
        raise CannotDo(_("Das ist ein und dasselbe Schlagwort."))
    first, second = sorted((one.pk, other.pk))
    DifferentTags.objects.get_or_create(one_id=first, other_id=second, defaults={"said_at": at, "said_by": editor})


def _going(kept: Tag, tag: Tag) -> Going:
    both = filings_of(tag).filter(content_object__in=filings_of(kept).values("content_object"))
    names = tuple(tag.names.order_by("id").values_list("name", flat=True))
    return Going(tag, filings_of(tag).count(), both.count(), names, tuple(tag.topics.values_list("name", flat=True)))


def _merge(kept: Tag, tag: Tag, editor: Editor | None, at: datetime) -> MergeRecord:
    record = new_record(kept, tag, editor, at)
    record.undo = {
        "tag": {name: getattr(tag, name) for name in ("pk", "name", "slug", "description")},
        "names": list(tag.names.order_by("pk").values_list("name", flat=True)),
        "different": _differences(tag),
        "filled": taken_over(kept, tag, ["description"]),
        "topics": move_topics(kept, tag),
        "addresses": move_addresses(kept, tag),
    }
    record.save()
    tag.names.update(tag=kept)
    note_filings(record, kept, tag)
    Filing.objects.filter(tag=tag, content_object__in=_alone(record)).update(tag=kept)
    filings_of(tag).delete()
    Tag.objects.get(pk=tag.pk).delete()
    kept.save()
    log(Verb.MERGED, kept.name, f"„{tag.name}“ → „{kept.name}“", editor, at)
    return record


def _alone(record: MergeRecord) -> Any:
    return MovedArticle.objects.filter(record=record, is_alone=True).values("article_id")


def _differences(tag: Tag) -> list[list[Any]]:
    """What this tag is not, and who said so when: it would go with the tag."""
    said = DifferentTags.objects.filter(one=tag) | DifferentTags.objects.filter(other=tag)
    return [[d.one_id, d.other_id, d.said_at.isoformat(), d.said_by_id] for d in said.order_by("pk")]


def _give_back_differences(said: Iterable[Sequence[Any]], tag: Tag) -> None:
    rows = [row for row in said if Tag.objects.filter(pk__in=row[:2]).count() == 2]
    known = set(Editor.objects.filter(pk__in=[row[3] for row in rows if row[3]]).values_list("pk", flat=True))
    for one, other, when, who in rows:
        given = {"said_at": datetime.fromisoformat(when), "said_by_id": who if who in known else None}
        DifferentTags.objects.get_or_create(one_id=one, other_id=other, defaults=given)


def _refuse_taken(kept: Tag, name: str) -> None:
    owner = TagName.objects.filter(folded=fold(name)).select_related("tag").first()
    if owner and (owner.tag_id != kept.pk or fold(kept.name) == fold(name)):
        raise CannotDo(_("Der Name „%(name)s“ gehört inzwischen „%(tag)s“.") % {"name": name, "tag": owner.tag.name})


def _give_back_names(names: Sequence[str], kept: Tag, tag: Tag) -> None:
    """A synonym that another tag has taken since stays there."""
    wanted = {fold(name): name for name in names}
    kept.names.filter(folded__in=wanted).exclude(folded=fold(kept.name)).update(tag=tag)
    there = set(TagName.objects.filter(folded__in=wanted).values_list("folded", flat=True))
    TagName.objects.bulk_create(TagName(tag=tag, name=name) for folded, name in wanted.items() if folded not in there)


def _hand_over(record: MergeRecord) -> None:
    """An article that had this tag and another of those merged, but not the one that stays, keeps that one for the
    other's sake."""
    others = MovedArticle.objects.filter(
        record__kind=MergeKind.TAG, record__kept_id=record.kept_id, record__undone_at=None, is_alone=False
    ).exclude(record=record)
    heirs = others.filter(article_id__in=_alone(record)).order_by().values("article_id").annotate(first=Min("pk"))
    found = list(heirs.values_list("article_id", "first"))
    for start in range(0, len(found), 500):
        some = found[start : start + 500]
        MovedArticle.objects.filter(pk__in=[pk for _article, pk in some]).update(is_alone=True)
        articles = [article for article, _pk in some]
        MovedArticle.objects.filter(record=record, article_id__in=articles).update(is_alone=False)
