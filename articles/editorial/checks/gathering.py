"""Asks the archive what the checks want to know of some articles, in a number of queries that does not grow with them,
and lets them check."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from articles.editorial.checks import copy, filing, links, people, twins
from articles.editorial.checks.facts import Facts, Finding, Twin
from articles.editorial.checks.leading import leading
from articles.errors import IndexUnavailable
from articles.models import Article
from articles.search.loading import loaded
from articles.search.twins import Twins, twins_of
from articles.text.outlinks import links_in, path_on_site
from articles.vocabulary import MentionStatus

CHECKS = (copy, filing, people, twins, links)


def findings(articles: Sequence[Article], hosts: Collection[str], at: datetime) -> dict[int, list[Finding]]:
    """By article, errors first; `hosts` are the names of our own site."""
    read = list(Article.objects.for_page().filter(pk__in=[article.pk for article in articles]))
    known, dead = _twins(read, at), _dead_links(read, hosts, at)
    found = {}
    for article in read:
        facts = _facts(article, known and known[article.pk], dead[article.pk])
        told = [finding for check in CHECKS for finding in check.check(facts)]
        found[article.pk] = sorted(told, key=lambda finding: not finding.is_error)
    return found


def _facts(article: Article, known: tuple[Twin, ...] | None, dead: tuple[str, ...]) -> Facts:
    open_names = {
        (mention.suggested_name, mention.person_id)
        for mention in article.mentions.all()
        if mention.status == MentionStatus.SUGGESTED
    }
    return Facts(
        headline=article.headline,
        standfirst=article.standfirst,
        has_text=any(section.plain.strip() for section in article.sections.all()),
        has_desk=article.desk_id is not None,
        tags=len(article.filings.all()),
        open_names=len(open_names),
        twins=known,
        dead_links=dead,
    )


def _twins(articles: Sequence[Article], at: datetime) -> dict[int, tuple[Twin, ...]] | None:
    """None without an index."""
    try:
        found = twins_of([loaded(article) for article in articles], at)
    except IndexUnavailable:
        return None
    ids = {pk for pairs in found.values() for pk, _share in pairs}
    there = Article.objects.visible(at).in_bulk(ids) if ids else {}
    return {pk: _told(pairs, there) for pk, pairs in found.items()}


def _told(pairs: Twins, there: Mapping[int, Article]) -> tuple[Twin, ...]:
    known = [(there[pk], share) for pk, share in pairs if pk in there]
    return tuple(Twin(own.pk, own.headline, own.get_absolute_url(), round(100 * share)) for own, share in known)


def _dead_links(articles: Sequence[Article], hosts: Collection[str], at: datetime) -> dict[int, tuple[str, ...]]:
    inside: dict[int, dict[str, str]] = {article.pk: {} for article in articles}
    for article in articles:
        for href in (href for section in article.sections.all() for href in links_in(section.body)):
            path = path_on_site(href, hosts)
            if path:
                inside[article.pk][href] = path
    alive = leading({path for own in inside.values() for path in own.values()}, at)
    places = {article.pk: {f"#{section.anchor}" for section in article.sections.all()} for article in articles}
    return {
        article.pk: (
            *(href for href, path in inside[article.pk].items() if path not in alive),
            *(href for href in _places_in(article) if href not in places[article.pk]),
        )
        for article in articles
    }


def _places_in(article: Article) -> list[str]:
    """Links to a place on the same page."""
    return [href for section in article.sections.all() for href in links_in(section.body) if href.startswith("#")]
