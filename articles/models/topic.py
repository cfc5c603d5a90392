"""Topics (Dossiers): an introduction, a stored query, pinned articles. Never indexed; asked anew each time."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.desk import desk_ids_below
from articles.models.fields import RichTextField
from articles.models.named import Named
from articles.querysets import TopicRule


class Topic(Named):
    intro = RichTextField(_("Einleitung"), blank=True)
    tags = models.ManyToManyField("articles.Tag", blank=True, related_name="topics", verbose_name=_("Schlagwörter"))
    people = models.ManyToManyField("articles.Person", blank=True, related_name="topics", verbose_name=_("Personen"))
    desks = models.ManyToManyField("articles.Desk", blank=True, related_name="topics", verbose_name=_("Ressorts"))
    since = models.DateField(_("ab"), null=True, blank=True)
    until = models.DateField(_("bis"), null=True, blank=True)
    is_public = models.BooleanField(_("öffentlich"), default=True)

    class Meta:
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="topic_ends_after_it_begins",
                violation_error_message=_("Das Ende liegt vor dem Anfang."),
            )
        ]

    def rule(self) -> TopicRule:
        """The stored query, by ids. At most five queries; none for what is prefetched."""
        desks = [desk.pk for desk in self.desks.all()]
        return TopicRule(
            tag_ids=frozenset(tag.pk for tag in self.tags.all()),
            person_ids=frozenset(person.pk for person in self.people.all()),
            desk_ids=desk_ids_below(desks) if desks else frozenset(),
            since=self.since,
            until=self.until,
            pinned_ids=frozenset(pin.article_id for pin in self.pins.all()),
        )


class Pin(models.Model):
    """An article that belongs to a topic whatever its query says."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="pins", verbose_name=_("Thema"))
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="pins", verbose_name=_("Artikel"))
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("angehefteter Artikel")
        verbose_name_plural = _("angeheftete Artikel")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["topic", "article"], name="pin_unique")]

    def __str__(self) -> str:
        return f"{self.topic}: {self.article}"
