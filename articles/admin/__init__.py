"""The editors' side, one module a model family. It shows, asks and calls the verbs of editorial; it decides nothing."""

from django.contrib.admin import site
from django.utils.translation import gettext_lazy as _

from articles.admin import (
    articles,
    authors,
    desks,
    editors,
    imports,
    log,
    login,
    mentions,
    merge_records,
    people,
    synonyms,
    tags,
    topics,
)

site.index_title = _("Redaktion")

__all__ = [
    "articles",
    "authors",
    "desks",
    "editors",
    "imports",
    "log",
    "login",
    "mentions",
    "merge_records",
    "people",
    "synonyms",
    "tags",
    "topics",
]
