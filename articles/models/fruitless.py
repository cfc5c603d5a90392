"""What readers looked for and did not find, counted by day. Nothing says who asked, or when on that day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FruitlessSearch(models.Model):
    day = models.DateField(_("Tag"))
    words = models.CharField(_("Suchwörter"), max_length=100)
    count = models.PositiveIntegerField(_("wie oft"), default=1)

    class Meta:
        verbose_name = _("Suche ohne Treffer")
        verbose_name_plural = _("Suchen ohne Treffer")
        ordering = ["-day", "-count", "words"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["day", "words"], name="fruitless_search_unique")]

    def __str__(self) -> str:
        return self.words
