"""The editorial log: who did what to which article, when and why. Written once, never edited."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import Verb


class LogLine(models.Model):
    at = models.DateTimeField(_("wann"), db_index=True)
    editor = models.ForeignKey("articles.Editor", models.SET_NULL, null=True, related_name="+", verbose_name=_("wer"))
    verb = models.CharField(_("was"), max_length=12, choices=Verb.choices)
    article = models.ForeignKey(
        "articles.Article", models.SET_NULL, null=True, related_name="log", verbose_name=_("Artikel")
    )
    headline = models.CharField(_("Titel damals"), max_length=300)
    reason = models.TextField(_("Begründung"), blank=True)

    class Meta:
        verbose_name = _("Protokolleintrag")
        verbose_name_plural = _("Protokoll")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["verb", "-at"], name="log_verb")]

    def __str__(self) -> str:
        return f"{self.headline}: {self.get_verb_display()}"
