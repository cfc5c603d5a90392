"""A person's portrait: who made the picture, what it shows, and the name of its files (pictures/keeping.py)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.merging import UNDO_DAYS


class PortraitQuerySet(models.QuerySet):
    def kept_long_enough(self, at: datetime) -> PortraitQuerySet:
        """Those that were kept for taking back a merge that can no longer be taken back."""
        return self.filter(left_at__lt=at - timedelta(days=UNDO_DAYS))


class Portrait(models.Model):
    """Width and height are those of the small picture. Without a person it is kept for taking back a merge."""

    person = models.OneToOneField(
        "articles.Person", models.CASCADE, null=True, related_name="portrait", verbose_name=_("Person")
    )
    digest = models.CharField(max_length=32, db_index=True, editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    alt = models.CharField(_("Bildbeschreibung"), max_length=300, blank=True)
    credit = models.CharField(_("Bildnachweis"), max_length=200)
    uploaded_at = models.DateTimeField(_("hochgeladen am"))
    uploaded_by = models.ForeignKey(
        "articles.Editor", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("wer")
    )
    left_at = models.DateTimeField(null=True, blank=True, db_index=True, editable=False)

    objects = PortraitQuerySet.as_manager()

    class Meta:
        verbose_name = _("Porträt")
        verbose_name_plural = _("Porträts")
        constraints = [
            models.CheckConstraint(condition=~Q(credit=""), name="portrait_has_credit"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, left_at__isnull=True) | Q(person__isnull=True, left_at__isnull=False),
                name="portrait_is_somebodys_or_left",
            ),
        ]

    def __str__(self) -> str:
        return self.digest

    @property
    def small_url(self) -> str:
        return reverse("portrait", args=[self.digest, "small"])

    @property
    def large_url(self) -> str:
        return reverse("portrait", args=[self.digest, "large"])
