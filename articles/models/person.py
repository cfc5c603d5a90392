"""People written about: their names in any script, and what they were when."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FoldedField, SortKeyField, SoundField
from articles.models.named import Named
from articles.text.family import filed_as
from articles.text.identifiers import is_gnd, is_wikidata
from articles.text.scripts import script_of
from articles.vocabulary import NameKind, Script

_INITIALS = re.compile(r"(?:\w\.[\s-]*)+\w{2,}")


def check_wikidata(number: str) -> None:
    if not is_wikidata(number):
        raise ValidationError(_("Keine Wikidata-Kennung; zum Beispiel Q42."))


def check_gnd(number: str) -> None:
    if not is_gnd(number):
        raise ValidationError(
            _("Keine GND-Nummer einer Person: Form oder Prüfziffer stimmt nicht. Beispiel: 118540238.")
        )


def kind_of(name: str, main: str) -> NameKind:
    """What sort of name it seems to be beside the main one."""
    if script_of(name) != script_of(main):
        return NameKind.TRANSLITERATION
    return NameKind.INITIALS if _INITIALS.match(name) else NameKind.SPELLING


class PersonQuerySet(models.QuerySet):
    def public(self) -> PersonQuerySet:
        return self.filter(is_public=True)


class Person(Named):
    family_name = models.CharField(
        _("Familienname"),
        max_length=100,
        blank=True,
        help_text=_("Zum Einordnen im Alphabet; leer: nach dem Namen, Ursula von der Leyen unter L."),
    )
    sort_key = SortKeyField(source="sorted_as", db_index=True)
    description = models.CharField(_("Kurzbeschreibung"), max_length=300, blank=True)
    wikidata_id = models.CharField(_("Wikidata"), max_length=20, blank=True, validators=[check_wikidata])
    gnd_id = models.CharField(_("GND"), max_length=12, blank=True, db_index=True, validators=[check_gnd])
    born = models.DateField(_("geboren"), null=True, blank=True)
    died = models.DateField(_("gestorben"), null=True, blank=True)
    is_public = models.BooleanField(
        _("öffentlich"), default=True, help_text=_("Nicht öffentliche Personen erscheinen nirgends auf der Website.")
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("Personen")
        ordering = ["sort_key", "id"]
        permissions = [("merge_person", _("Kann Personen zusammenführen und teilen"))]
        constraints = [
            models.UniqueConstraint(
                fields=["wikidata_id"], condition=~models.Q(wikidata_id=""), name="person_wikidata_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(born__isnull=True)
                | models.Q(died__isnull=True)
                | models.Q(died__gte=models.F("born")),
                name="death_after_birth",
                violation_error_message=_("Niemand stirbt vor der Geburt."),
            ),
        ]

    @property
    def sorted_as(self) -> str:
        """Family name first, as an index has it: "Leyen, Ursula von der"."""
        return filed_as(self.name, self.family_name)

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """The main name is one of the names, so that one look-up finds a person under any of them."""
        super().save(*args, **kwargs)
        known = dict(self.names.values_list("name", "kind"))
        if known.get(self.name) == NameKind.MAIN:
            return
        self.names.filter(kind=NameKind.MAIN).update(kind=NameKind.SPELLING)
        if not self.names.filter(name=self.name).update(kind=NameKind.MAIN):
            PersonName.objects.create(person=self, name=self.name, kind=NameKind.MAIN)

    def roles_on(self, day: date) -> list[PersonRole]:
        """Roles held on that day; reads what is prefetched."""
        return [role for role in self.roles.all() if role.held_on(day)]


class PersonName(models.Model):
    """A name or alias. Several people may bear the same."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names", verbose_name=_("Person"))
    name = models.CharField(_("auch geschrieben"), max_length=200)
    kind = models.CharField(_("Art"), max_length=12, choices=NameKind.choices, default=NameKind.SPELLING)
    folded = FoldedField(db_index=True)
    folded_last = FoldedField(source="last_word", db_index=True)
    sound = SoundField(db_index=True, default="")

    class Meta:
        verbose_name = _("Name")
        verbose_name_plural = _("Namen")
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="person_name_unique"),
            models.CheckConstraint(condition=~models.Q(name=""), name="person_name_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def last_word(self) -> str:
        """Mostly the family name: by it alone people are searched for."""
        return (self.name.split() or [""])[-1]

    @property
    def script(self) -> Script:
        return script_of(self.name)


class PersonRole(models.Model):
    """An office and when it was held; open on either side."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles", verbose_name=_("Person"))
    title = models.CharField(_("Amt oder Rolle"), max_length=200)
    since = models.DateField(_("von"), null=True, blank=True)
    until = models.DateField(_("bis"), null=True, blank=True)

    class Meta:
        verbose_name = _("Rolle")
        verbose_name_plural = _("Rollen")
        ordering = [models.F("since").desc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="role_ends_after_it_begins",
                violation_error_message=_("Eine Rolle kann nicht enden, bevor sie beginnt."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def held_on(self, day: date) -> bool:
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)


class RejectedName(models.Model):
    """A name found in texts that an editor has said is nobody's; it is not suggested again."""

    name = models.CharField(_("Name"), max_length=200)
    folded = FoldedField(unique=True)
    rejected_by = models.ForeignKey(
        "articles.Editor", models.SET_NULL, null=True, blank=True, verbose_name=_("abgelehnt von")
    )
    rejected_at = models.DateTimeField(_("abgelehnt am"))

    class Meta:
        verbose_name = _("abgelehnter Name")
        verbose_name_plural = _("abgelehnte Namen")
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="rejected_name_not_empty")]

    def __str__(self) -> str:
        return self.name


class NameChange(models.Model):
    """Written by the database itself (migration 0010) when a name, a role or a date of a person changes: whoever keeps
    a matcher learns from the newest token and the number of rows that it is out of date."""

    token = models.CharField(max_length=36)

    class Meta:
        verbose_name = _("Namensänderung")
        verbose_name_plural = _("Namensänderungen")

    def __str__(self) -> str:
        return self.token
