"""An article that lives through versions: written, corrected, its people linked, changed again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from articles.editorial.correct import correct
from articles.editorial.save import save_change
from articles.models import Article
from articles.vocabulary import CorrectionKind
from tests.builders import NOW, build_article

DAY = timedelta(days=1)


def saved(article: Article, at: Any, *, body: str | None = None, **fields: Any) -> Article:
    """Write and save it as the admin does."""
    if body is not None:
        article.sections.update(body=body)
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    save_change(article, editor=None, at=at)
    article.refresh_from_db()
    return article


def build_corrected(**values: Any) -> Article:
    """Version 1 says eleven, version 2 says twelve and why (a day later)."""
    article = build_article(body="<p>Elf Pfeiler tragen die Brücke.</p>", **values)
    saved(article, NOW)
    article.sections.update(body="<p>Zwölf Pfeiler tragen die Brücke.</p>")
    correct(article, CorrectionKind.CORRECTION, "Es sind zwölf.", editor=None, at=NOW + DAY)
    article.refresh_from_db()
    return article
