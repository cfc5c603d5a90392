"""Articles moved from one tag or desk to another by the database itself, and what is noted to move them back."""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet

from articles.models import Article, Desk, Filing, MergeRecord, Tag

NOTE_FILINGS = """
    INSERT INTO articles_movedarticle (record_id, article_id, is_alone)
    SELECT %s, going.content_object_id, NOT EXISTS (
        SELECT 1 FROM articles_filing AS staying
        WHERE staying.content_object_id = going.content_object_id AND staying.tag_id = %s
    ) FROM articles_filing AS going WHERE going.tag_id = %s
"""
FILE_BESIDE = """
    INSERT INTO articles_filing (content_object_id, tag_id)
    SELECT moved.article_id, %s FROM articles_movedarticle AS moved
    WHERE moved.record_id = %s AND NOT moved.is_alone AND EXISTS (
        SELECT 1 FROM articles_filing AS staying
        WHERE staying.content_object_id = moved.article_id AND staying.tag_id = %s
    )
"""
NOTE_DESK = """
    INSERT INTO articles_movedarticle (record_id, article_id, is_alone)
    SELECT %s, id, %s FROM articles_article WHERE desk_id = %s
"""


def filings_of(*tags: Tag) -> QuerySet[Filing]:
    return Filing.objects.filter(tag__in=tags).order_by()


def note_filings(record: MergeRecord, kept: Tag, gone: Tag) -> None:
    """The articles that have `gone`, and of each whether it has `kept` too."""
    _execute(NOTE_FILINGS, record.pk, kept.pk, gone.pk)


def refile(record: MergeRecord, kept: Tag, tag: Tag) -> None:
    """The noted articles that still have `kept` get `tag` again: instead of it, or beside it where they had both."""
    _execute(FILE_BESIDE, tag.pk, record.pk, kept.pk)
    alone = record.moved.filter(is_alone=True).values("article_id")
    Filing.objects.filter(tag=kept, content_object__in=alone).update(tag=tag)


def move_to_desk(record: MergeRecord, kept: Desk, gone: Desk) -> None:
    _execute(NOTE_DESK, record.pk, True, gone.pk)
    Article.objects.filter(desk=gone).update(desk=kept)


def move_back_to_desk(record: MergeRecord, kept: Desk, desk: Desk) -> None:
    """Those that are on the desk that stayed still."""
    Article.objects.filter(desk=kept, pk__in=record.moved.values("article_id")).update(desk=desk)


def _execute(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
