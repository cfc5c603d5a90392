"""Words that editors want found for one another, beside the names of people and the synonyms of tags."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FoldedField
from articles.models.tag import NAME_LENGTH
from articles.text.sortkeys import fold


class SearchSynonym(models.Model):
    """A word or a few words, and what is found with it."""

    name = models.CharField(_("Wort oder Wortfolge"), max_length=NAME_LENGTH)
    is_one_way = models.BooleanField(
        _("nur in eine Richtung"),
        default=False,
        help_text=_("Wer das Wort sucht, findet auch die anderen. Wer eines der anderen sucht, findet nur dieses."),
    )

    class Meta:
        verbose_name = _("Suchsynonym")
        verbose_name_plural = _("Suchsynonyme")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if not fold(self.name):
            raise ValidationError({"name": _("Ein Suchwort braucht Buchstaben oder Ziffern.")})

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """The word itself is one of the names, so that one look-up finds the group under any of them."""
        super().save(*args, **kwargs)
        self.names.filter(is_main=True).exclude(folded=fold(self.name)).delete()
        SynonymName.objects.update_or_create(
            synonym=self, folded=fold(self.name), defaults={"name": self.name, "is_main": True}
        )


class SynonymName(models.Model):
    """One of the words of a group; a word may belong to several groups."""

    synonym = models.ForeignKey(SearchSynonym, models.CASCADE, related_name="names", verbose_name=_("Suchsynonym"))
    name = models.CharField(_("Wort oder Wortfolge"), max_length=NAME_LENGTH)
    folded = FoldedField(db_index=True)
    is_main = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("gleiches Wort")
        verbose_name_plural = _("gleiche Wörter")
        constraints = [
            models.UniqueConstraint(fields=["synonym", "folded"], name="synonym_name_unique"),
            models.CheckConstraint(condition=~models.Q(folded=""), name="synonym_name_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if not fold(self.name):
            raise ValidationError({"name": _("Ein Suchwort braucht Buchstaben oder Ziffern.")})
