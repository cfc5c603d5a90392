"""The words of all names, so that a beginning of any of them is looked up in an index. Written by database triggers
from the folded names (migration 0003_name_words), never by Python: bulk writes, merges and raw SQL count too."""

from __future__ import annotations

from django.db import models

from articles.models.fields import BytewiseField


class NameWord(models.Model):
    """One word of one name, once as folded (mueller) and once with plain vowels (muller), if these differ."""

    word = BytewiseField(max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.word


class PersonWord(NameWord):
    name = models.ForeignKey("articles.PersonName", models.DO_NOTHING, related_name="words", db_constraint=False)
    bearer = models.ForeignKey(
        "articles.Person", models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )

    class Meta:
        indexes = [models.Index(fields=["word", "bearer", "name"], name="person_word")]


class TagWord(NameWord):
    name = models.ForeignKey("articles.TagName", models.DO_NOTHING, related_name="words", db_constraint=False)
    bearer = models.ForeignKey("articles.Tag", models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)

    class Meta:
        indexes = [models.Index(fields=["word", "bearer", "name"], name="tag_word")]
