"""What the imports did, run by run, for the archivist who comes back to them. Articles know their source themselves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import ImportKind


class ImportRun(models.Model):
    """`counts` is by outcome (transfer/report.py); `failures` holds path, line and reason of the first thousand."""

    began_at = models.DateTimeField(_("wann"), db_index=True)
    kind = models.CharField(_("was"), max_length=10, choices=ImportKind.choices)
    source = models.CharField(_("Quelle"), max_length=200)
    ran_by = models.CharField(_("wer"), max_length=100, blank=True)
    counts = models.JSONField(_("Ergebnis"), default=dict)
    failed = models.PositiveIntegerField(_("fehlgeschlagen"), default=0)
    failures = models.JSONField(_("was fehlschlug"), default=list)
    is_whole = models.BooleanField(_("bis zu Ende gelaufen"), default=True)

    class Meta:
        verbose_name = _("Import")
        verbose_name_plural = _("Importe")
        ordering = ["-began_at", "-id"]
        default_permissions = ("view",)
        constraints = [models.CheckConstraint(condition=~models.Q(source=""), name="import_has_source")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.source}"
