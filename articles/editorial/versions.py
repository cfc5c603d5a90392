"""Finding the version a verb is about. No verb itself."""

from __future__ import annotations

from django.utils.translation import gettext as _

from articles.errors import CannotDo
from articles.models import Article, Version


def version_of(article: Article, number: int) -> Version:
    """Raises CannotDo where there is none."""
    found = article.versions.filter(number=number).first()
    if not found:
        raise CannotDo(_("Eine Fassung %s hat dieser Artikel nicht.") % number)
    return found


def readable_version(article: Article, number: int) -> Version:
    """Raises CannotDo where there is none, or nothing is left of it."""
    version = version_of(article, number)
    if version.is_redacted:
        raise CannotDo(_("%s ist geschwärzt.") % version)
    return version
