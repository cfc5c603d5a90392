"""The database itself notes what the index has to learn: bulk updates and raw SQL count too."""

from importlib import import_module

import pytest
from django.db import connection

from articles.models import Article, Filing, OutboxEntry, Section
from tests.builders import build_article, build_author, build_mention, build_person, build_tag

pytestmark = pytest.mark.django_db
triggers = import_module("articles.migrations.0002_outbox_triggers")


@pytest.fixture
def article():
    article = build_article()
    OutboxEntry.objects.all().delete()
    return article


def noted() -> set[int]:
    return set(OutboxEntry.objects.values_list("article_id", flat=True))


def test_a_new_article_is_noted():
    article = build_article()
    assert noted() == {article.pk}


def test_a_bulk_update_is_noted(article):
    Article.objects.update(headline="Neu")
    assert noted() == {article.pk}


def test_raw_sql_is_noted(article):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_section SET heading = 'Neu'")
    assert noted() == {article.pk}


def test_a_deleted_article_is_noted(article):
    pk = article.pk
    article.delete()
    assert pk in noted()


@pytest.mark.parametrize("part", ["filing", "byline", "mention"])
def test_each_part_of_an_article_is_noted(article, part):
    if part == "filing":
        Filing.objects.create(content_object=article, tag=build_tag())
    elif part == "byline":
        article.bylines.create(author=build_author())
    else:
        build_mention(article, build_person())
    assert noted() == {article.pk}


def test_a_section_that_moves_is_noted_on_both_sides(article):
    other = build_article(sections=[])
    OutboxEntry.objects.all().delete()
    Section.objects.update(article=other)
    assert noted() == {article.pk, other.pk}


def test_renaming_a_tag_notes_nothing(article):
    tag = build_tag()
    article.tags.add(tag)
    OutboxEntry.objects.all().delete()
    tag.name = "Strom"
    tag.save()
    assert noted() == set()


def test_every_trigger_is_there_after_all_migrations():
    catalogue = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        catalogue = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        found = {name for (name,) in cursor.fetchall()}
    assert {f"{table}_outbox_{event}" for table in triggers.WATCHED for event in triggers.EVENTS} <= found
