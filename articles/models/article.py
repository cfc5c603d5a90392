"""The article and its sections, with all that the database itself must hold true of them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.fields import RichTextField
from articles.models.tag import Filing, FilingManager
from articles.querysets import ArticleQuerySet
from articles.text.markup import plain_text
from articles.vocabulary import LANGUAGES, Status

LIVE = Q(status=Status.PUBLISHED)


class Article(models.Model):
    kicker = models.CharField(_("Dachzeile"), max_length=120, blank=True)
    headline = models.CharField(_("Titel"), max_length=300)
    standfirst = models.TextField(_("Vorspann"), blank=True)
    language = models.CharField(_("Sprache"), max_length=8, choices=LANGUAGES, default="de")
    dateline = models.CharField(_("Ortsmarke"), max_length=100, blank=True)
    desk = models.ForeignKey(
        "articles.Desk", models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("Ressort")
    )
    status = models.CharField(_("Stand"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)

    published_at = models.DateTimeField(_("Erscheint am"), null=True, blank=True)
    embargoed_until = models.DateTimeField(_("Sperrfrist bis"), null=True, blank=True)
    visible_from = models.GeneratedField(
        expression=Case(
            When(embargoed_until__gt=F("published_at"), then=F("embargoed_until")), default=F("published_at")
        ),
        output_field=models.DateTimeField(null=True),
        db_persist=True,
    )
    published_on = models.DateField(null=True, blank=True, editable=False)
    slug = models.SlugField(_("Adresse"), max_length=100, null=True, blank=True, editable=False)
    address_fixed = models.BooleanField(default=False, editable=False)  # has been public, or is about to be

    created_by = models.ForeignKey(
        "articles.Editor",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="own_articles",
        verbose_name=_("angelegt von"),
    )
    created_at = models.DateTimeField(_("angelegt am"), auto_now_add=True)
    updated_at = models.DateTimeField(_("geändert am"), default=timezone.now, editable=False)
    version_number = models.PositiveIntegerField(_("Fassung"), default=0, editable=False)

    withdrawn_at = models.DateTimeField(_("zurückgezogen am"), null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField(_("Grund (intern)"), blank=True, editable=False)
    withdrawal_notice = models.TextField(_("Öffentlicher Hinweis"), blank=True, editable=False)

    source = models.CharField(_("Quelle"), max_length=100, blank=True)
    external_id = models.CharField(_("Kennung der Quelle"), max_length=500, blank=True)
    source_url = models.URLField(_("Adresse der Quelle"), max_length=500, blank=True)
    rights = models.CharField(_("Rechte"), max_length=300, blank=True)
    imported_hash = models.CharField(max_length=64, blank=True, editable=False)  # of the record as it came in
    imported_state = models.CharField(max_length=64, blank=True, editable=False)  # of the article it was made into

    tags = TaggableManager(_("Schlagwörter"), through=Filing, manager=FilingManager, blank=True)
    people = models.ManyToManyField("articles.Person", through="articles.Mention", related_name="articles")
    authors = models.ManyToManyField("articles.Author", through="articles.Byline", related_name="articles")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("Artikel")
        verbose_name_plural = pgettext_lazy("Mehrzahl", "Artikel")
        ordering = ["-published_at", "-id"]
        permissions = [
            ("publish_article", _("Kann veröffentlichen")),
            ("withdraw_article", _("Kann zurückziehen")),
            ("return_article", _("Kann zurückgeben, was zur Prüfung gegeben ist")),
            ("desk_article", _("Arbeitet an den Artikeln der eigenen Ressorts")),
            ("any_article", _("Arbeitet an den Artikeln aller Ressorts")),
            ("imported_article", _("Arbeitet an importierten Artikeln")),
        ]
        indexes = [
            models.Index(F("published_at").desc(), F("id").desc(), condition=LIVE, name="article_newest"),
            models.Index("desk", F("published_at").desc(), F("id").desc(), condition=LIVE, name="article_desk_newest"),
            models.Index(fields=["published_on"], condition=LIVE, name="article_day"),
            models.Index(F("visible_from"), condition=LIVE, name="article_visible_from"),
            models.Index(fields=["-updated_at"], name="article_changed"),
            models.Index("language", F("updated_at").desc(), name="article_language_changed"),
            models.Index(fields=["-updated_at"], condition=Q(status=Status.DRAFT), name="article_drafts"),
            models.Index(fields=["-updated_at"], condition=Q(status=Status.REVIEW), name="article_review"),
            models.Index(fields=["-updated_at"], condition=Q(status=Status.WITHDRAWN), name="article_withdrawn"),
            models.Index(
                fields=["published_on", "visible_from", "updated_at", "status"], condition=LIVE, name="article_sitemap"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["published_on", "slug"], name="article_address_unique"),
            models.UniqueConstraint(
                fields=["source", "external_id"], condition=~Q(external_id=""), name="article_source_unique"
            ),
            models.CheckConstraint(
                condition=~LIVE | Q(published_at__isnull=False, published_on__isnull=False, slug__isnull=False),
                name="published_needs_date_and_address",
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True, slug__isnull=True)
                | Q(published_on__isnull=False, slug__isnull=False),
                name="address_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.WITHDRAWN) | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
                name="withdrawal_needs_reason",
            ),
            models.CheckConstraint(condition=~Q(headline=""), name="article_has_headline"),
        ]

    def __str__(self) -> str:
        return self.headline

    def clean(self) -> None:
        if self.status == Status.PUBLISHED and not self.published_at:
            raise ValidationError({"published_at": _("Ein veröffentlichter Artikel braucht ein Datum.")})

    def get_absolute_url(self) -> str:
        """The public address; only published or withdrawn articles have one. Raises ValueError for a draft."""
        if not self.published_on:
            raise ValueError("A draft has no public address.")
        day = self.published_on
        return reverse("article", args=[*day.isoformat().split("-"), self.slug])


class Section(models.Model):
    """A part of the body. The anchor is set once and never changed."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="sections", verbose_name=_("Artikel"))
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)
    anchor = models.SlugField(_("Anker"), max_length=100, editable=False)
    heading = models.CharField(_("Zwischentitel"), max_length=200, blank=True)
    body = RichTextField(_("Text"), blank=True)

    class Meta:
        verbose_name = _("Abschnitt")
        verbose_name_plural = _("Abschnitte")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "anchor"], name="section_anchor_unique"),
            models.CheckConstraint(condition=~Q(anchor=""), name="section_has_anchor"),
        ]

    def __str__(self) -> str:
        return self.heading or gettext("Abschnitt %s") % (self.position + 1)

    @property
    def plain(self) -> str:
        """The text in which mentions count their characters."""
        return plain_text(self.body)
