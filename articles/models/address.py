"""Addresses that were public once: they redirect for ever and are never used again."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """An article's earlier date and slug. Without an article (it was deleted) the address is gone, not free."""

    article = models.ForeignKey(
        "articles.Article", models.SET_NULL, null=True, related_name="former_addresses", verbose_name=_("Artikel")
    )
    published_on = models.DateField(_("Datum"))
    slug = models.SlugField(_("Adresse"), max_length=100)

    class Meta:
        verbose_name = _("frühere Adresse")
        verbose_name_plural = _("frühere Adressen")
        constraints = [
            models.UniqueConstraint(fields=["published_on", "slug"], name="former_address_unique"),
        ]

    def __str__(self) -> str:
        return f"/{self.published_on.isoformat().replace('-', '/')}/{self.slug}/"


class FormerSlug(models.Model):
    """An earlier slug of a desk, tag, topic, person or author; `kind` is the model's name in lower case."""

    kind = models.CharField(max_length=20)
    slug = models.SlugField(max_length=100)
    target_id = models.BigIntegerField()

    class Meta:
        verbose_name = _("früherer Name in der Adresse")
        verbose_name_plural = _("frühere Namen in der Adresse")
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="former_slug_unique")]

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"
