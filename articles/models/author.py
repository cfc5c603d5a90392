"""Who wrote: authors, and the ordered credits of an article."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.named import Named
from articles.text.family import filed_as


class Author(Named):
    editor = models.OneToOneField(
        "articles.Editor", models.SET_NULL, null=True, blank=True, related_name="author", verbose_name=_("Konto")
    )
    person = models.OneToOneField(
        "articles.Person", models.SET_NULL, null=True, blank=True, related_name="author", verbose_name=_("Person")
    )
    description = models.TextField(_("Über die Autorin, den Autor"), blank=True)

    class Meta:
        verbose_name = _("Autorin oder Autor")
        verbose_name_plural = _("Autorinnen und Autoren")
        ordering = ["sort_key", "id"]

    @property
    def sorted_as(self) -> str:
        return filed_as(self.name)


class Byline(models.Model):
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines", verbose_name=_("Autorin oder Autor"))
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("Autorenzeile")
        verbose_name_plural = _("Autorenzeile")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="byline_unique")]

    def __str__(self) -> str:
        return str(self.author)
