"""The form widgets of the house: rich text that offers what text/markup.py allows, and tags typed or chosen by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any

from django import forms
from django.contrib.admin import site
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import AdminProseEditorWidget

from articles.models.tag import NAME_LENGTH, Filing, Tag
from articles.text.sortkeys import fold

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Link": {"enableTarget": False},
    "Heading": {"levels": [3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "NoSpellCheck": False,
}
WORDS = {
    "paragraph": _("Absatz"),
    "Paragraph": _("Absatz"),
    "heading 3": _("Zwischentitel"),
    "Heading 3": _("Zwischentitel"),
    "bold": _("fett"),
    "italic": _("kursiv"),
    "unordered list": _("Liste"),
    "ordered list": _("nummerierte Liste"),
    "blockquote": _("Zitat"),
    "insert link": _("Link setzen"),
    "remove link": _("Link entfernen"),
    "Edit Link": _("Link bearbeiten"),
    "URL": _("Adresse"),
    "Title": _("Titel des Links"),
    "Update": _("Übernehmen"),
    "Cancel": _("Abbrechen"),
}
"""What the editor says in English whatever the language; static/admin_newsroom/labels.js puts ours in its place."""

LONGEST_NUMBER = 19
"""Digits from which on a number is no row's in any database."""


class RichTextWidget(AdminProseEditorWidget):
    def __init__(self, attrs: dict[str, Any] | None = None):
        super().__init__(attrs, config={"extensions": EXTENSIONS, "words": WORDS}, preset="configurable")


def numbers_in(chosen: Iterable[Any]) -> list[str]:
    """Of what was sent as the numbers of rows, what can be one."""
    return [text for text in map(str, chosen) if text.isascii() and text.isdecimal() and len(text) < LONGEST_NUMBER]


class _ByNumber:
    """Shows what can be a row; that anything else is none, the field says."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        return super().optgroups(name, numbers_in(value), attrs)


class ManyAutocomplete(_ByNumber, AutocompleteSelectMultiple):
    """Several rows, found by typing."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """What is longer than any number is none: the field asks the database for it before it doubts it."""
        return [text if len(text) < LONGEST_NUMBER else "" for text in super().value_from_datadict(data, files, name)]


class KnownAutocomplete(_ByNumber, AutocompleteSelect):
    """One row, found by typing. In a table the one chosen is shown from what its line has loaded, instead of asking the
    database line by line."""

    known: Any = None

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        if self.known is None or list(value) != [str(self.known.pk)]:
            return super().optgroups(name, value, attrs)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*empty, self.create_option(name, self.known.pk, str(self.known), True, 1)], 0)]


class TagsWidget(AutocompleteSelectMultiple):
    """Holds the chosen names only, asks for others as one types, and takes new ones."""

    def __init__(self) -> None:
        super().__init__(Filing._meta.get_field("tag"), site)

    def get_url(self) -> str:
        return reverse("admin:tag_names")

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        own = {"data-tags": "true", "data-token-separators": '[",", ";"]', "data-added": _("neu anlegen")}
        return {**super().build_attrs(base_attrs, extra_attrs), **own}

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        options = [self.create_option(name, chosen, chosen, True, place) for place, chosen in enumerate(value)]
        return [(None, options, 0)]


class TagsField(forms.Field):
    """Tags by their names; the article's tag manager finds or makes them when it saves."""

    widget = TagsWidget

    def prepare_value(self, value: Any) -> list[str]:
        return [tag.name if isinstance(tag, Tag) else str(tag) for tag in value or ()]

    def to_python(self, value: Iterable[str] | None) -> list[str]:
        """The names, each tag once. Raises ValidationError for one without letters or too long."""
        names = {fold(name): " ".join(name.lstrip("# ").split()) for name in reversed(list(value or ()))}
        if "" in names:
            raise ValidationError(_("Ein Schlagwort braucht Buchstaben oder Ziffern: „%s“.") % names[""])
        too_long = next((name for name in names.values() if len(name) > NAME_LENGTH), None)
        if too_long:
            raise ValidationError(_("„%s“ ist zu lang für ein Schlagwort.") % too_long)
        return list(reversed(names.values()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return {fold(name) for name in self.prepare_value(initial)} != {fold(name) for name in data or ()}


def is_storable(moment: datetime) -> None:
    """In another time zone the first day of all, and the last, may lie outside of what there is."""
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValidationError(forms.DateTimeField.default_error_messages["invalid"])
