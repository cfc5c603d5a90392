"""Make several tags one, in one transaction, and take it back within 30 days; or remember that two are not one. The
articles are moved by the database, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import batched

from django.db.models import Min, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.merging import Merger, Undo
from articles.editorial.moving import filings_of, note_filings, refile
from articles.errors import CannotDo
from articles.models import DifferentTags, Filing, MergeRecord, MovedArticle, Tag, TagName
from articles.text.sortkeys import fold
from articles.vocabulary import MergeKind


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


class TagMerger(Merger[Tag]):
    model, permission, in_topics, different = Tag, "merge_tag", "tags", DifferentTags
    same = gettext_lazy("Das ist ein und dasselbe Schlagwort.")
    missing = gettext_lazy("Eines der Schlagwörter gibt es nicht mehr.")
    row = ("name", "slug", "description")
    filled = ("description",)

    def move(self, record: MergeRecord, kept: Tag, gone: Tag) -> Undo:
        names = list(gone.names.order_by("pk").values_list("name", flat=True))
        gone.names.update(tag=kept)
        note_filings(record, kept, gone)
        Filing.objects.filter(tag=gone, content_object__in=_alone(record)).update(tag=kept)
        filings_of(gone).delete()
        return {"names": names}

    def refuse_taken(self, undo: Undo, kept: Tag) -> None:
        name = undo["tag"]["name"]
        owner = TagName.objects.filter(folded=fold(name)).select_related("tag").first()
        if owner and (owner.tag_id != kept.pk or fold(kept.name) == fold(name)):
            told = {"name": name, "tag": owner.tag.name}
            raise CannotDo(_("Der Name „%(name)s“ gehört inzwischen „%(tag)s“.") % told)

    def give_back(self, record: MergeRecord, kept: Tag, gone: Tag) -> None:
        """At the articles it had; those filed since stay where they are, and so do those that were filed otherwise."""
        _give_back_names(record.undo["names"], kept, gone)
        _hand_over(record)
        refile(record, kept, gone)


TAGS = TagMerger()


def preview(kept: Tag, gone: Iterable[Tag]) -> Preview:
    gone = list(gone)
    after = filings_of(kept, *gone).values("content_object").distinct().count()
    return Preview(tuple(_going(kept, tag) for tag in gone), filings_of(kept).count(), after)


def _going(kept: Tag, tag: Tag) -> Going:
    both = filings_of(tag).filter(content_object__in=filings_of(kept).values("content_object"))
    names = tuple(tag.names.order_by("id").values_list("name", flat=True))
    return Going(tag, filings_of(tag).count(), both.count(), names, tuple(tag.topics.values_list("name", flat=True)))


def _alone(record: MergeRecord) -> QuerySet:
    return MovedArticle.objects.filter(record=record, is_alone=True).values("article_id")


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
    for some in batched(list(heirs.values_list("article_id", "first")), 500):
        MovedArticle.objects.filter(pk__in=[pk for _article, pk in some]).update(is_alone=True)
        articles = [article for article, _pk in some]
        MovedArticle.objects.filter(record=record, article_id__in=articles).update(is_alone=False)
