"""Who works here: the user model, from the first migration."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Editor(AbstractUser):
    desks = models.ManyToManyField(
        "articles.Desk",
        blank=True,
        related_name="editors",
        verbose_name=_("Ressorts"),
        help_text=_("Ressorts, deren Artikel diese Person bearbeitet."),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("Redaktionsmitglied")
        verbose_name_plural = pgettext_lazy("Leute", "Redaktion")

    def __str__(self) -> str:
        return self.get_full_name() or self.username
