"""Columns that are always what they should be, whatever way a row is written."""

from __future__ import annotations

from typing import Any

from django.db import models

from articles.text.likeness import sound
from articles.text.markup import clean
from articles.text.sortkeys import fold, sort_key
from articles.text.tagkeys import form, twin


class BytewiseField(models.CharField):
    """PostgreSQL compares by the database's locale unless told otherwise; SQLite compares bytes anyway."""

    def db_parameters(self, connection: Any) -> dict[str, Any]:
        parameters = super().db_parameters(connection)
        return {**parameters, "collation": "C"} if connection.vendor == "postgresql" else parameters


class _DerivedField(BytewiseField):
    """A column computed from another attribute of the row at every write, bulk writes included."""

    def __init__(self, *args: Any, source: str = "name", **kwargs: Any):
        self.source = source
        kwargs.setdefault("max_length", 200)
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "source": self.source}

    def derive(self, value: str) -> str:
        raise NotImplementedError

    def pre_save(self, instance: models.Model, add: bool) -> str:
        value = self.derive(getattr(instance, self.source) or "")[: self.max_length]
        setattr(instance, self.attname, value)
        return value


class SortKeyField(_DerivedField):
    """`[a-z0-9 ]`, so that Ä stands with A on both databases."""

    def derive(self, value: str) -> str:
        return sort_key(value)


class FoldedField(_DerivedField):
    """The form in which two names count as the same."""

    def derive(self, value: str) -> str:
        return fold(value)


class SoundField(_DerivedField):
    """The form in which spellings and transliterations of a person's name meet (text/likeness.py)."""

    def derive(self, value: str) -> str:
        return sound(value)


class FormField(_DerivedField):
    """The form in which plural, umlaut and hyphen of a tag's name do not count (text/tagkeys.py)."""

    def derive(self, value: str) -> str:
        return form(value)


class TwinField(_DerivedField):
    """The form in which a tag's German and English names meet (text/tagkeys.py)."""

    def derive(self, value: str) -> str:
        return twin(value)


class RichTextField(models.TextField):
    """HTML that has passed the one allow-list (text/markup.py) before it reaches the database."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return clean(value) if isinstance(value, str) else value
