"""A person's name at a place in an article: suggested, confirmed or rejected, with who decided."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import MentionStatus


class Mention(models.Model):
    """`start` and `end` count characters in the plain text of the section with this anchor; "" is the standfirst.

    A suggestion of somebody the archive does not know yet has no person but the name it suggests.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="mentions", verbose_name=_("Artikel"))
    anchor = models.CharField(_("Abschnitt"), max_length=100, blank=True)
    start = models.PositiveIntegerField(_("Anfang"))
    end = models.PositiveIntegerField(_("Ende"))
    surface = models.CharField(_("im Text"), max_length=200)
    person = models.ForeignKey(
        "articles.Person", models.CASCADE, null=True, blank=True, related_name="mentions", verbose_name=_("Person")
    )
    suggested_name = models.CharField(_("vorgeschlagener Name"), max_length=200, blank=True)
    status = models.CharField(_("Stand"), max_length=10, choices=MentionStatus.choices, default=MentionStatus.SUGGESTED)
    decided_by = models.ForeignKey(
        "articles.Editor", models.SET_NULL, null=True, blank=True, verbose_name=_("entschieden von")
    )
    decided_at = models.DateTimeField(_("entschieden am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Nennung")
        verbose_name_plural = _("Nennungen")
        ordering = ["article_id", "anchor", "start"]
        indexes = [
            models.Index(fields=["person", "status", "article"], name="mention_person_article"),
            models.Index(fields=["suggested_name"], condition=~Q(suggested_name=""), name="mention_suggested"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "anchor", "start", "end"], name="mention_place_unique"),
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="mention_has_length"),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(status=MentionStatus.CONFIRMED), name="confirmed_needs_person"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(suggested_name=""), name="mention_names_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.surface
