"""The chronology of a topic: what happened when, each in a line, in the order an editor gave them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.topic import Topic
from articles.vocabulary import DatePrecision

FORMATS = {DatePrecision.DAY: "DATE_FORMAT", DatePrecision.MONTH: "YEAR_MONTH_FORMAT", DatePrecision.YEAR: "Y"}


class TopicEntryQuerySet(models.QuerySet):
    def shown(self, at: datetime) -> TopicEntryQuerySet:
        """What a reader may know of: entries without an article, and those whose article is visible."""
        return self.filter(Q(article=None) | Q(article__in=Article.objects.visible(at)))


class TopicEntry(models.Model):
    """One line of a topic's chronology; with an article it goes when the article goes. An article's own entry may have
    no line: then its headline is the line."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="entries", verbose_name=_("Thema"))
    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="topic_entries",
        verbose_name=_("Artikel"),
    )
    date = models.DateField(_("Datum"), help_text=_("Der erste Tag, wo nur Monat oder Jahr bekannt ist."))
    precision = models.CharField(_("genau auf"), max_length=5, choices=DatePrecision.choices, default=DatePrecision.DAY)
    line = models.CharField(_("Was geschah"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    objects: Any = TopicEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("Eintrag der Chronik")
        verbose_name_plural = _("Chronik")
        ordering = ["position", "date", "id"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "article"], name="topic_entry_article_once"),
            models.CheckConstraint(
                condition=Q(article__isnull=False) | ~Q(line=""),
                name="topic_entry_says_something",
                violation_error_message=_("Ein Eintrag braucht einen Artikel oder eine Zeile Text."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.when}: {self.text}"

    @property
    def when(self) -> str:
        """The date as exact as it is known: 5. November 2024, März 2021, 2021."""
        return date_format(self.date, FORMATS[DatePrecision(self.precision)])

    @property
    def text(self) -> str:
        """The line, or the article's headline."""
        return self.line or (self.article.headline if self.article else "")
