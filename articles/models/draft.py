"""An editor's unsaved work on an article, and who has an article open: neither is any reader's business."""

from django.db import models
from django.utils.translation import gettext_lazy as _

KEY_LENGTH = 32


class WorkingDraft(models.Model):
    """What stands in the form, field by field as the browser would send it. Each open page has its own key; only the
    page that owns the draft writes over it. Where the article is dropped the work stays, as that on a new one."""

    article = models.ForeignKey(
        "articles.Article", models.SET_NULL, null=True, related_name="working_drafts", verbose_name=_("Artikel")
    )
    editor = models.ForeignKey("articles.Editor", models.CASCADE, related_name="working_drafts", verbose_name=_("wer"))
    key = models.CharField(max_length=KEY_LENGTH)
    base_version = models.PositiveIntegerField(_("begonnen auf Fassung"), default=0)
    fields = models.JSONField(_("Inhalt"))
    saved_at = models.DateTimeField(_("gesichert am"))

    class Meta:
        verbose_name = _("ungesicherte Fassung")
        verbose_name_plural = _("ungesicherte Fassungen")
        ordering = ["-saved_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "editor"], name="working_draft_one_each"),
            models.UniqueConstraint(fields=["editor", "key"], name="working_draft_key_unique"),
        ]

    def __str__(self) -> str:
        return self.headline or str(_("ohne Titel"))

    @property
    def headline(self) -> str:
        typed = self.fields.get("headline") or [""]
        return str(typed[0]).strip()


class Presence(models.Model):
    """An editor has the article's form open; the row counts for a short while only."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="presences")
    editor = models.ForeignKey("articles.Editor", models.CASCADE, related_name="presences")
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("Anwesenheit")
        verbose_name_plural = _("Anwesenheiten")
        constraints = [models.UniqueConstraint(fields=["article", "editor"], name="presence_unique")]

    def __str__(self) -> str:
        return str(self.editor)
