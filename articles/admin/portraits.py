"""The portrait's part of a person's form: upload, credit, description, removal. Whether a file is a picture
pictures/reading.py says, what is done is editorial/portrait.py's."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextInputWidget, UnfoldBooleanSwitchWidget

from articles.admin.base import NamedForm
from articles.editorial.portrait import describe_portrait, remove_portrait, set_portrait
from articles.models import Editor, Person, Portrait
from articles.pictures import keeping
from articles.pictures.reading import MOST_BYTES, BadPicture, Picture, read_picture

ACCEPTED = "image/jpeg,image/png,image/webp"


class PictureField(forms.FileField):
    """An uploaded file, read at once: the form's value is a clean picture or None."""

    widget = UnfoldAdminFileFieldWidget(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> Picture | None:
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return read_picture(file)
        except BadPicture as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class PortraitForm(NamedForm):
    portrait_file = PictureField(
        label=_("Bild"),
        required=False,
        help_text=_("JPEG, PNG oder WebP, höchstens %d MB; am besten 4 zu 5 und 900 Pixel hoch.")
        % (MOST_BYTES // 1024**2),
    )
    portrait_credit = forms.CharField(
        label=_("Bildnachweis"),
        required=False,
        max_length=200,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Steht unter dem Bild als „Foto: …“. Wer es gemacht hat, muss genannt werden."),
    )
    portrait_alt = forms.CharField(
        label=_("Bildbeschreibung"),
        required=False,
        max_length=300,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Für Menschen, die das Bild nicht sehen; leer: der Name."),
    )
    portrait_remove = forms.BooleanField(label=_("Porträt entfernen"), required=False, widget=UnfoldBooleanSwitchWidget)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.portrait_before = portrait_of(self.instance)
        if self.portrait_before:
            self.initial.setdefault("portrait_credit", self.portrait_before.credit)
            self.initial.setdefault("portrait_alt", self.portrait_before.alt)

    def clean(self) -> dict[str, Any]:
        """A picture that stays or comes needs its credit; removing and uploading at once is neither."""
        told = super().clean() or self.cleaned_data
        removes, brings = told.get("portrait_remove"), told.get("portrait_file")
        if removes and brings:
            self.add_error("portrait_remove", _("Entweder entfernen oder ein neues Bild hochladen."))
        elif not removes and (brings or self.portrait_before) and not told.get("portrait_credit"):
            self.add_error("portrait_credit", _("Wer das Bild gemacht hat, muss genannt werden."))
        return told

    def save_portrait(self, editor: Editor, at: datetime) -> None:
        """Called when the person has been saved; does nothing where nothing of the portrait was changed."""
        told = self.cleaned_data
        described = {"credit": told.get("portrait_credit", ""), "alt": told.get("portrait_alt", "")}
        if told.get("portrait_remove"):
            remove_portrait(self.instance, editor=editor, at=at)
        elif told.get("portrait_file"):
            set_portrait(self.instance, told["portrait_file"], **described, editor=editor, at=at)
        elif self.portrait_before and {"portrait_credit", "portrait_alt"} & set(self.changed_data):
            describe_portrait(self.instance, **described, editor=editor)


def portrait_of(person: Person) -> Portrait | None:
    """Asked for once, however often it is needed."""
    return getattr(person, "portrait", None) if person.pk else None


def portrait_fields(person: Person | None, may_change: bool) -> tuple[str, ...]:
    there_is_one = bool(person and portrait_of(person))
    now = ("portrait_now",) if there_is_one or not may_change else ()
    if not may_change:
        return now
    return (*now, "portrait_file", "portrait_credit", "portrait_alt", *(("portrait_remove",) if there_is_one else ()))


def shown(person: Person) -> str:
    """The picture within the page itself: the public address shows nobody who is not public."""
    portrait = portrait_of(person)
    data = portrait and keeping.content(portrait.digest, "small")
    if not (portrait and data):
        return "–"
    return format_html(
        '<img src="data:image/webp;base64,{}" width="{}" height="{}" alt="{}">',
        *(b64encode(data).decode(), portrait.width // 2, portrait.height // 2, portrait.alt or person.name),
    )
