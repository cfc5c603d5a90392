"""Tags (Schlagwörter), all their names, and how an article is filed under them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles.models.fields import FoldedField, SortKeyField
from articles.models.named import Named
from articles.text.sortkeys import fold

NAME_LENGTH = 100


class Tag(Named, TagBase):
    name = models.CharField(_("Schlagwort"), max_length=NAME_LENGTH, unique=True)
    sort_key = SortKeyField(source="sorted_as", db_index=True)
    description = models.TextField(_("Beschreibung"), blank=True)

    class Meta:
        verbose_name = _("Schlagwort")
        verbose_name_plural = _("Schlagwörter")
        ordering = ["sort_key", "id"]
        permissions = [("merge_tag", _("Kann Schlagwörter zusammenführen und teilen"))]

    def clean(self) -> None:
        if not fold(self.name):
            raise ValidationError({"name": _("Ein Schlagwort braucht Buchstaben oder Ziffern.")})
        taken = TagName.objects.filter(folded=fold(self.name)).exclude(tag_id=self.pk).select_related("tag").first()
        if taken:
            raise ValidationError({"name": _("„%s“ gehört schon zum Schlagwort „%s“.") % (self.name, taken.tag.name)})

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """The main name is one of the names, so that one look-up finds a tag under any of them."""
        super().save(*args, **kwargs)
        if not self.names.filter(name=self.name).exists():
            TagName.objects.update_or_create(tag=self, folded=fold(self.name), defaults={"name": self.name})


class TagName(models.Model):
    """A tag's name or synonym; folded, it leads to one tag only."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="names", verbose_name=_("Schlagwort"))
    name = models.CharField(_("auch"), max_length=NAME_LENGTH)
    folded = FoldedField(unique=True)

    class Meta:
        verbose_name = _("Synonym")
        verbose_name_plural = _("Synonyme")
        constraints = [
            models.CheckConstraint(condition=~models.Q(folded=""), name="tag_name_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if not fold(self.name):
            raise ValidationError({"name": _("Ein Schlagwort braucht Buchstaben oder Ziffern.")})
        taken = TagName.objects.filter(folded=fold(self.name)).exclude(pk=self.pk).select_related("tag").first()
        if taken:
            raise ValidationError({"name": _("„%s“ gehört schon zum Schlagwort „%s“.") % (self.name, taken.tag.name)})


class Filing(ItemBase):
    """An article under a tag (taggit's through table)."""

    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="filings")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="filings", verbose_name=_("Schlagwort"))

    class Meta:
        verbose_name = _("Ablage")
        verbose_name_plural = _("Ablagen")
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="filing_unique")]


class FilingManager(_TaggableManager):
    """taggit's manager, but a name is looked up among all names and synonyms."""

    def _to_tag_model_instances(self, tags: Any, tag_kwargs: Any) -> list[Tag]:
        found = [resolve_tag(tag) if isinstance(tag, str) else tag for tag in tags]
        return list(dict.fromkeys(found))


def resolve_tags(names: Iterable[str]) -> list[Tag]:
    """Each name as `resolve_tag` has it; those that are known take one query together."""
    written = [_written(name) for name in names]
    known = TagName.objects.filter(folded__in={fold(name) for name in written}).select_related("tag")
    tags = {name.folded: name.tag for name in known} if written else {}
    return [tags.get(fold(name)) or resolve_tag(name) for name in written]


def resolve_tag(name: str) -> Tag:
    """The tag with this name or synonym, made if there is none. Raises ValidationError for a name without letters."""
    name = _written(name)
    found = TagName.objects.filter(folded=fold(name)).select_related("tag").first()
    if found:
        return found.tag
    tag = Tag(name=name)
    tag.full_clean(exclude=["slug"])
    tag.save()
    return tag


def _written(name: str) -> str:
    return " ".join(name.lstrip("# ").split())[:NAME_LENGTH]
