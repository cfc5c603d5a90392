"""A person's name at a place in an article: suggested, confirmed or rejected, with who decided."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import MentionStatus, Reason


class Mention(models.Model):
    """`start` and `end` count characters in the plain text of the section with this anchor; "" is the standfirst.

    A suggestion of somebody the archive does not know yet has no person but the name it suggests; the same where the
    text does not say which of several people is meant: `evidence["candidates"]` then has their ids with the share of
    each. `score` is about the probability that the name is this person's; 1 is certain.
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
    score = models.FloatField(_("Sicherheit"), default=1.0)
    why = models.CharField(_("Grund"), max_length=12, choices=Reason.choices, blank=True)
    evidence = models.JSONField(_("Anzeichen"), default=dict, blank=True)
    is_automatic = models.BooleanField(
        _("vom Archiv verknüpft"), default=False, help_text=_("Bestätigt, ohne dass es in der Redaktion jemand ansah.")
    )
    decided_by = models.ForeignKey(
        "articles.Editor", models.SET_NULL, null=True, blank=True, verbose_name=_("entschieden von")
    )
    decided_at = models.DateTimeField(_("entschieden am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Nennung")
        verbose_name_plural = _("Nennungen")
        ordering = ["article_id", "anchor", "start"]
        permissions = [("settle_mention", _("Kann Namen im ganzen Archiv entscheiden"))]
        indexes = [
            models.Index(fields=["person", "status", "article"], name="mention_person_article"),
            models.Index(fields=["status", "id"], condition=Q(status=MentionStatus.SUGGESTED), name="mention_status"),
            models.Index(fields=["id"], condition=Q(status=MentionStatus.REJECTED), name="mention_rejected"),
            models.Index(fields=["id"], condition=Q(is_automatic=True), name="mention_automatic"),
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
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="mention_score_is_share"),
            models.CheckConstraint(
                condition=Q(is_automatic=False) | Q(status=MentionStatus.CONFIRMED, decided_by__isnull=True),
                name="automatic_is_confirmed_by_nobody",
            ),
        ]

    def __str__(self) -> str:
        return self.surface

    @property
    def candidates(self) -> list[int]:
        """Ids of the people between whom the text does not decide, the likeliest first; some may be gone by now."""
        return [int(who) for who in self.evidence.get("candidates", {})]


class LinkedText(models.Model):
    """What an article's mentions were last found in: a hash of each text by anchor, and the names known then. Where
    neither has changed there is nothing to look for."""

    article = models.OneToOneField("articles.Article", models.CASCADE, primary_key=True, related_name="linked_text")
    names = models.CharField(max_length=60)
    texts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("durchsuchter Text")
        verbose_name_plural = _("durchsuchte Texte")

    def __str__(self) -> str:
        return f"{self.article_id}"
