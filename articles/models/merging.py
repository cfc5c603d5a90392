"""What is kept of merging people: all that is needed to take it back, and who was said not to be the same."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

UNDO_DAYS = 30


def undoable(at: datetime) -> models.Q:
    """Not taken back yet, and not too old for it; who stayed may come back, if that was merged too."""
    return models.Q(undone_at=None, merged_at__gte=at - timedelta(days=UNDO_DAYS))


class MergeRecord(models.Model):
    """One person became part of another. `kept` is gone if that one was merged itself; `undo` holds the person that is
    gone with names, roles, topics and the ids of its mentions (editorial/merge_people.py reads and writes it)."""

    kept = models.ForeignKey(
        "articles.Person", models.SET_NULL, null=True, related_name="merges", verbose_name=_("bleibt")
    )
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

    def can_be_undone(self, at: datetime) -> bool:
        return not self.undone_at and self.kept_id is not None and at <= self.merged_at + timedelta(days=UNDO_DAYS)


class DifferentPeople(models.Model):
    """Two people of whom an editor has said that they are not one; the lower id first."""

    one = models.ForeignKey("articles.Person", models.CASCADE, related_name="+")
    other = models.ForeignKey("articles.Person", models.CASCADE, related_name="+")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey("articles.Editor", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("verschiedene Personen")
        verbose_name_plural = _("verschiedene Personen")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="different_people_unique"),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="different_people_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} ≠ {self.other_id}"
