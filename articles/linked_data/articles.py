"""An article as a NewsArticle, with its corrections and those it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from articles.linked_data.base import Thing, known, moment, paper_id, website_id, whole
from articles.linked_data.people import author_named, person_named
from articles.models import Article, Person, Topic, Version


def article_data(
    article: Article,
    site: str,
    *,
    versions: Sequence[Version] = (),
    notes: Iterable[Version] = (),
    people: Iterable[Person] = (),
    topics: Iterable[Topic] = (),
    words: int = 0,
    picture: str = "",
) -> Thing:
    """Of an article that was read with `for_page`; `versions` are those with a text of their own, `notes` those that
    tell readers of a change, `picture` is a whole address."""
    url = whole(site, article.get_absolute_url())
    by_whom = [author_named(line.author, site) for line in article.bylines.all()]
    return known(
        {
            "@type": "NewsArticle",
            **dict.fromkeys(("@id", "url", "mainEntityOfPage"), url),
            **_texts(article),
            **_dates(article, versions),
            **_filed(article, site, topics),
            "author": by_whom or {"@id": paper_id(site)},
            "publisher": {"@id": paper_id(site)},
            "image": [picture] if picture else [],
            "mentions": [person_named(person, site) for person in people],
            "correction": [_correction(note, url) for note in notes],
            "wordCount": words,
            "isAccessibleForFree": True,
        }
    )


def _texts(article: Article) -> Thing:
    return {
        "headline": article.headline,
        "alternativeHeadline": article.kicker,
        "description": article.standfirst,
        "inLanguage": article.language,
        "dateline": article.dateline,
        "copyrightNotice": article.rights,
        "isBasedOn": article.source_url,
    }


def _dates(article: Article, versions: Iterable[Version]) -> Thing:
    since = article.visible_from
    changed = max([since, *(version.shown_from for version in versions)])
    return {"datePublished": moment(since), "dateModified": moment(changed)}


def _filed(article: Article, site: str, topics: Iterable[Topic]) -> Thing:
    tags = [filing.tag for filing in article.filings.all()]
    return {
        "articleSection": article.desk and article.desk.name,
        "keywords": [tag.name for tag in tags],
        "about": [_named("DefinedTerm", "tag", tag, site) for tag in tags],
        "isPartOf": [{"@id": website_id(site)}, *(_named("CollectionPage", "topic", one, site) for one in topics)],
    }


def _named(kind: str, page: str, row: Any, site: str) -> Thing:
    return {"@type": kind, "name": row.name, "url": whole(site, reverse(page, args=[row.slug]))}


def _correction(note: Version, url: str) -> Thing:
    return {
        "@type": "CorrectionComment",
        "text": note.correction_note,
        "datePublished": moment(note.shown_from),
        "url": f"{url}versions/{note.number}/",
    }
