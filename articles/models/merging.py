"""What is kept of merging people, tags, desks and topics: all that is needed to take it back, and who or what was said
not to be the same."""

from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import MergeKind

UNDO_DAYS = 30


def undoable(at: datetime) -> models.Q:
    """Not taken back yet, and not too old for it; who stayed may come back, if that was merged too."""
    return models.Q(undone_at=None, merged_at__gte=at - timedelta(days=UNDO_DAYS))


class MergeRecord(models.Model):
    """One of a kind became part of another; `kept_id` may name one that is gone (merged itself, or deleted). `undo`
    holds the row that is gone and what it was linked to, written and read by editorial/merge_people.py and its like."""

    kind = models.CharField(_("Art"), max_length=10, choices=MergeKind.choices, default=MergeKind.PERSON)
    kept_id = models.BigIntegerField(null=True, db_index=True)
    kept_name = models.CharField(_("bleibt"), max_length=200)
    gone_name = models.CharField(_("ging auf"), max_length=200)
    merged_at = models.DateTimeField(_("wann"), db_index=True)
    merged_by = models.ForeignKey(
        "articles.Editor", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("wer")
    )
    undone_at = models.DateTimeField(_("zurückgenommen am"), null=True, blank=True)
    undo = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("Zusammenführung")
        verbose_name_plural = _("Zusammenführungen")
        ordering = ["-merged_at", "-id"]

    def __str__(self) -> str:
        return f"{self.gone_name} → {self.kept_name}"

    @property
    def kept(self) -> Any:
        """The one that stayed, read anew each time; None where it is gone."""
        return apps.get_model("articles", self.kind)._default_manager.filter(pk=self.kept_id).first()

    @kept.setter
    def kept(self, row: models.Model) -> None:
        self.kind, self.kept_id = MergeKind(row._meta.model_name), row.pk

    def can_be_undone(self, at: datetime) -> bool:
        return not self.undone_at and at <= self.merged_at + timedelta(days=UNDO_DAYS) and self.kept is not None


class MovedArticle(models.Model):
    """An article that had the tag or desk that is gone; kept in a table, for there may be half a million. `is_alone`:
    it has the one that stays for this reason only."""

    record = models.ForeignKey(MergeRecord, models.CASCADE, related_name="moved")
    article_id = models.BigIntegerField()
    is_alone = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("mitgegangener Artikel")
        verbose_name_plural = _("mitgegangene Artikel")
        constraints = [models.UniqueConstraint(fields=["record", "article_id"], name="moved_article_once")]

    def __str__(self) -> str:
        return f"{self.record_id}: {self.article_id}"


def _in_order(name: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(fields=["one", "other"], name=f"different_{name}_unique"),
        models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name=f"different_{name}_in_order"),
    ]


class Different(models.Model):
    """Two (`one`, `other`; the lower id first) of which an editor has said that they are not one."""

    said_at = models.DateTimeField()
    said_by = models.ForeignKey("articles.Editor", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.one_id} ≠ {self.other_id}"


class DifferentPeople(Different):
    one = models.ForeignKey("articles.Person", models.CASCADE, related_name="+")
    other = models.ForeignKey("articles.Person", models.CASCADE, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = _("verschiedene Personen")
        constraints = _in_order("people")


class DifferentTags(Different):
    one = models.ForeignKey("articles.Tag", models.CASCADE, related_name="+")
    other = models.ForeignKey("articles.Tag", models.CASCADE, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = _("verschiedene Schlagwörter")
        constraints = _in_order("tags")
