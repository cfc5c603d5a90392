"""Lets a demo article live through what archive.toml tells of it: the verbs that editors use, at the dates of then."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from articles.demo.archive import Calendar, text_of, with_wording
from articles.editorial.correct import correct
from articles.editorial.embargo import embargo
from articles.editorial.publish import publish
from articles.editorial.save import save_change
from articles.editorial.withdraw import withdraw
from articles.formats.base import ArticleRecord
from articles.models import Article, Editor
from articles.people.finding import Matcher
from articles.people.linking import link_article
from articles.records import write_content
from articles.vocabulary import Status, Verb


def write_article(entry: dict[str, Any], calendar: Calendar, *, editor: Editor, matcher: Matcher) -> Article:
    """Call it inside a transaction."""
    record = text_of(entry["file"])
    when = calendar.moment(entry["days_ago"], entry.get("time", "06:00"))
    written_at = min(when, calendar.now - timedelta(hours=1))
    correction = entry.get("correction")
    first = with_wording(record, **_wording(correction)) if correction else record
    article = _write(Article(), first, matcher, written_at)
    article = _release(article, entry, calendar, when, editor=editor, at=written_at)
    if correction:
        corrected_at = when + timedelta(days=correction["days_after"])
        article = _write(article, record, matcher, corrected_at)
        article = correct(article, correction["kind"], correction["note"], editor=editor, at=corrected_at)
    if withdrawal := entry.get("withdrawal"):
        taken_down_at = when + timedelta(days=withdrawal.get("days_after", 1))
        reason, notice = withdrawal["reason"], withdrawal["notice"]
        article = withdraw(article, editor=editor, at=taken_down_at, reason=reason, notice=notice)
    _date_back(article, written_at)
    return article


def _wording(correction: dict[str, Any]) -> dict[str, str]:
    return {"find": correction["before"]["find"], "instead": correction["before"]["replace"]}


def _write(article: Article, record: ArticleRecord, matcher: Matcher, at: datetime) -> Article:
    write_content(article, record)
    link_article(article, matcher, at=at)
    return article


def _release(
    article: Article, entry: dict[str, Any], calendar: Calendar, when: datetime, *, editor: Editor, at: datetime
) -> Article:
    status = Status(entry.get("state", "published"))
    if status in {Status.DRAFT, Status.REVIEW}:
        article.status = status
        article.save(update_fields=["status"])
        save_change(article, editor=editor, at=at, verb=Verb.CREATED)
        return article
    if days := entry.get("embargo_days"):
        article = embargo(article, calendar.moment(-days), editor=editor, at=at)
    return publish(article, editor=editor, at=at, when=when)


def _date_back(article: Article, written_at: datetime) -> None:
    """The columns that the database's clock fills; without this everything would seem changed today."""
    last = article.versions.first()
    Article.objects.filter(pk=article.pk).update(
        created_at=written_at, updated_at=last.saved_at if last else written_at
    )
