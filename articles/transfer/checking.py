"""Whether a record fits into the archive, said in words before anything is written. Nothing is ever cut to fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.formats.base import ArticleRecord
from articles.models import Article, Author, Section, Tag
from articles.records import PLAIN_FIELDS
from articles.text.sortkeys import fold


def check(record: ArticleRecord) -> None:
    """Raises ValidationError with everything that is wrong."""
    problems = [*_too_long(record), *_misfits(record)]
    if problems:
        raise ValidationError(problems)


def _too_long(record: ArticleRecord) -> Iterator[str]:
    for field, value in _measured(record):
        if field.max_length and len(value) > field.max_length:
            values = {"field": capfirst(field.verbose_name), "n": len(value), "most": field.max_length}
            says = _("%(field)s: %(n)d Zeichen, erlaubt sind %(most)d („%(start)s…“).")
            yield says % {**values, "start": value[:40]}


def _measured(record: ArticleRecord) -> Iterator[tuple[Any, str]]:
    """Every text with the column it goes to."""
    article, heading = Article._meta, Section._meta.get_field("heading")
    yield from ((article.get_field(name), getattr(record, name)) for name in PLAIN_FIELDS)
    yield from ((heading, section.heading) for section in record.sections)
    yield from ((Author._meta.get_field("name"), byline.name) for byline in record.bylines)
    yield from ((Tag._meta.get_field("name"), tag.name) for tag in record.tags)


def _misfits(record: ArticleRecord) -> Iterator[str]:
    if not record.headline.strip():
        yield _("Der Titel fehlt.")
    yield from (_("„%s“ ist kein Schlagwort.") % tag.name for tag in record.tags if not fold(tag.name))
    for name in ("language", "source_url"):
        field, value = Article._meta.get_field(name), getattr(record, name)
        try:
            field.clean(value, None)
        except ValidationError as error:
            yield f"{capfirst(field.verbose_name)}: {' '.join(error.messages)}"
