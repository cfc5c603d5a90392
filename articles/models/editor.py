"""Who works here: the user model, from the first migration, and the roles of the house."""

from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.vocabulary import RoleCode


class Editor(AbstractUser):
    desks = models.ManyToManyField(
        "articles.Desk",
        blank=True,
        related_name="editors",
        verbose_name=_("Ressorts"),
        help_text=_("Ressorts, deren Artikel diese Person bearbeitet."),
    )
    has_second_factor = models.BooleanField(_("Anmeldung mit Code"), default=False, editable=False)

    class Meta(AbstractUser.Meta):
        verbose_name = _("Redaktionsmitglied")
        verbose_name_plural = pgettext_lazy("Leute", "Redaktion")

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Role(models.Model):
    """Which group is which role, whatever the house calls it; made by a migration."""

    code = models.CharField(max_length=20, primary_key=True, choices=RoleCode.choices)
    group = models.OneToOneField(Group, models.PROTECT, related_name="role")

    class Meta:
        verbose_name = _("Rolle")
        verbose_name_plural = _("Rollen")
        default_permissions = ()

    def __str__(self) -> str:
        return self.group.name
