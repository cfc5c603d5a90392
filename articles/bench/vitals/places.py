"""Which pages are opened: of each kind the one that has the most on it."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from django.db.models import Count
from django.urls import reverse

from articles.bench.addresses import Page, busiest, spread
from articles.errors import CannotDo
from articles.listings import people_named
from articles.models import Article, Tag, Topic


def places(at: datetime) -> list[Page]:
    """Raises CannotDo for an archive with nothing to show."""
    newest = Article.objects.visible(at).newest_first().first()
    tags, topic, person = busiest(Tag, "filings"), Topic.objects.first(), _most_named(at)
    if not (newest and tags and topic and person):
        raise CannotDo("The archive needs articles, a tag, a topic and a person.")
    article = max(spread(Article.objects.visible(at)), key=_length)
    return [
        Page("home", (reverse("home"),)),
        Page("article", (article.get_absolute_url(),)),
        Page("search", (f"{reverse('search')}?q={quote(tags[0].name)}",)),
        Page("tag", (reverse("tag", args=[tags[0].slug]),)),
        Page("topic", (reverse("topic", args=[topic.slug]),)),
        Page("person", (reverse("person", args=[person.slug]),)),
        Page("archive month", (reverse("archive_month", args=newest.published_on.strftime("%Y %m").split()),)),
    ]


def _length(article: Article) -> int:
    return sum(len(section.plain) for section in article.sections.all())


def _most_named(at: datetime):
    return people_named(at).annotate(size=Count("mentions")).order_by("-size", "id").first()
