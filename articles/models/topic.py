"""Topics (Dossiers): an introduction, a stored query, pinned articles. Never indexed; asked anew each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import models
from django.db.models import Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from articles.models.desk import below, parents
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
        permissions = [("merge_topic", _("Kann Themen zusammenführen"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="topic_ends_after_it_begins",
                violation_error_message=_("Das Ende liegt vor dem Anfang."),
            )
        ]

    def rule(self) -> TopicRule:
        """The stored query, by ids."""
        return rules_of([self])[self.pk]


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


def rules_of(topics: Iterable[Topic], tree: Mapping[int, int | None] | None = None) -> dict[int, TopicRule]:
    """The stored queries of all these topics, by topic: one query, and one for the desks if `tree` is not given."""
    topics = list(topics)
    ids: dict[tuple[int, str], set[int]] = defaultdict(set)
    for topic, kind, row in _parts([topic.pk for topic in topics]) if topics else []:
        ids[topic, kind].add(row)
    if tree is None:
        tree = parents() if any(kind == "desk" for _, kind in ids) else {}
    return {
        topic.pk: TopicRule(
            tag_ids=frozenset(ids[topic.pk, "tag"]),
            person_ids=frozenset(ids[topic.pk, "person"]),
            desk_ids=below(ids[topic.pk, "desk"], tree),
            since=topic.since,
            until=topic.until,
            pinned_ids=frozenset(ids[topic.pk, "article"]),
        )
        for topic in topics
    }


def touching(ids: Mapping[str, Iterable[int]]) -> QuerySet:
    """The ids of the topics that name any of these rows: ids by "tag", "person", "desk", "article"."""
    first, *others = (
        table.objects.order_by().filter(**{f"{kind}_id__in": ids[kind]}).values("topic_id")
        for kind, table in _tables().items()
    )
    return first.union(*others)


def _parts(topic_ids: Iterable[int]) -> QuerySet:
    """(topic, kind, id) of all that the topics select or pin."""
    first, *others = (
        table.objects.order_by().filter(topic_id__in=topic_ids).values_list("topic_id", Value(kind), f"{kind}_id")
        for kind, table in _tables().items()
    )
    return first.union(*others, all=True)


def _tables() -> dict[str, type[models.Model]]:
    return {"tag": Topic.tags.through, "person": Topic.people.through, "desk": Topic.desks.through, "article": Pin}
