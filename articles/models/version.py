"""An article as it was after a save: immutable, and never shown but through today's rules."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.querysets import VersionQuerySet
from articles.vocabulary import CorrectionKind, Status


class Version(models.Model):
    """`record` is an ArticleRecord as JSON (records.py); `status` and `visible_from` say since when readers saw it."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="versions", verbose_name=_("Artikel"))
    number = models.PositiveIntegerField(_("Fassung"))
    record = models.JSONField(_("Inhalt"))
    status = models.CharField(_("Stand"), max_length=10, choices=Status.choices)
    visible_from = models.DateTimeField(_("sichtbar ab"), null=True)
    saved_at = models.DateTimeField(_("gespeichert am"))
    saved_by = models.ForeignKey(
        "articles.Editor", models.SET_NULL, null=True, related_name="+", verbose_name=_("gespeichert von")
    )
    correction = models.CharField(_("Art der Berichtigung"), max_length=15, choices=CorrectionKind.choices, blank=True)
    correction_note = models.TextField(_("Wortlaut der Berichtigung"), blank=True)
    name = models.CharField(_("Name"), max_length=100, blank=True)
    text_of = models.PositiveIntegerField(null=True, editable=False)  # the version that first had this text; None: this
    redacted_at = models.DateTimeField(_("geschwärzt am"), null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("Fassung")
        verbose_name_plural = _("Fassungen")
        ordering = ["-number"]
        permissions = [("redact_version", _("Kann Fassungen schwärzen"))]
        indexes = [
            models.Index(fields=["-saved_at", "-id"], condition=~Q(correction=""), name="version_correction"),
            models.Index(fields=["-saved_at", "-id"], name="version_saved"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_unique"),
            models.CheckConstraint(
                condition=Q(correction="", correction_note="") | (~Q(correction="") & ~Q(correction_note="")),
                name="correction_needs_note",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Fassung %s") % self.number)

    @property
    def text_number(self) -> int:
        """Versions of an article with the same number differ in nothing that a journalist wrote or filed."""
        return self.text_of or self.number

    @property
    def is_redacted(self) -> bool:
        return self.redacted_at is not None
