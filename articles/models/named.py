"""What desks, tags, topics, people and authors have in common: a name, an address, a place in the alphabet."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.address import FormerSlug
from articles.models.fields import SortKeyField
from articles.text.slugs import free_slug, slugify


class Named(models.Model):
    name = models.CharField(_("Name"), max_length=200)
    slug = models.SlugField(
        _("Adresse"), max_length=100, unique=True, blank=True, help_text=_("Leer lassen: wird aus dem Namen gebildet.")
    )
    sort_key = SortKeyField(source="sorted_as")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def sorted_as(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = self.free_slug()
        super().save(*args, **kwargs)

    def free_slug(self) -> str:
        """An address no other of this kind has, nor ever had."""
        base = slugify(self.name, max_length=80, fallback=self._meta.model_name)
        others = type(self)._default_manager.exclude(pk=self.pk).filter(slug__startswith=base)
        former = FormerSlug.objects.filter(kind=self._meta.model_name, slug__startswith=base)
        return free_slug(base, {*others.values_list("slug", flat=True), *former.values_list("slug", flat=True)})
