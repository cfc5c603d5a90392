"""What stands on the picture of an article that is shared, or of any other page, and where the picture is."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from articles import sentences
from articles.models import Article
from articles.pictures.share import ShareText

WRITTEN = {code for code, _name in settings.LANGUAGES}


def share_text(article: Article) -> ShareText:
    """For an article with a date; dated in its own language, where the house writes that, else in German."""
    desk = article.desk.name if article.desk else ""
    with translation.override(article.language if article.language in WRITTEN else settings.LANGUAGE_CODE):
        day = sentences.day(article.published_on) if article.published_on else ""
    foot = " · ".join(part for part in (day, desk if article.kicker else "") if part)
    return ShareText(settings.PAPER_NAME, article.kicker or desk, article.headline, foot)


def share_picture_url(article: Article) -> str:
    """The picture's address, another one whenever the picture is another; "" for what has no public address.

    Without the site's name and language; reads the article and its desk.
    """
    if not article.published_on:
        return ""
    address = reverse("share_picture", args=[*article.published_on.isoformat().split("-"), article.slug])
    return f"{address}?v={share_text(article).key}"


def paper_text() -> ShareText:
    """For pages that are no article's."""
    with translation.override(settings.LANGUAGE_CODE):
        return ShareText(settings.PAPER_NAME, "", _("Das Archiv"), "")


def paper_picture_url() -> str:
    return f"{reverse('paper_picture')}?v={paper_text().key}"
