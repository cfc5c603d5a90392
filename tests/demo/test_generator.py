from collections import Counter

import pytest
from django.db import connection
from django.utils.timezone import localtime

from articles.demo.bulk import TABLES, unburdened
from articles.demo.generator import generate, refuse_if_used
from articles.demo.writer import Plan
from articles.errors import CannotDo
from articles.models import Article, Desk, Mention, OutboxEntry, Person, PersonName, Section, Tag, TagName, Topic
from articles.querysets import TopicRule
from articles.text.sortkeys import fold, sort_key
from tests.builders import NOW, build_article, build_desk, build_tag

pytestmark = pytest.mark.django_db

KINDS = {
    "sqlite": "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'index') AND tbl_name LIKE 'articles_%%'",
    "postgresql": "SELECT tgenabled, tgname FROM pg_trigger WHERE NOT tgisinternal UNION ALL "
    "SELECT 'i', indexname FROM pg_indexes WHERE tablename LIKE 'articles_%%'",
}


@pytest.fixture
def archive():
    generate(Plan(30))


def triggers_and_indexes() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(KINDS[connection.vendor], [])
        return sorted(map(tuple, cursor.fetchall()))


def test_it_writes_as_many_articles_as_asked(archive):
    assert Article.objects.visible(NOW).count() == Article.objects.filter(published_at__lte=NOW).count() > 20
    assert Article.objects.count() == 30
    assert Section.objects.count() == 120


def test_the_day_of_the_address_is_the_local_day(archive):
    for article in Article.objects.all():
        assert article.published_on == localtime(article.published_at).date()


def test_the_database_computes_visibility(archive):
    assert all(article.visible_from == article.published_at for article in Article.objects.all())


def test_a_mention_is_where_it_says(archive):
    for mention in Mention.objects.select_related("person"):
        section = Section.objects.get(article=mention.article_id, anchor=mention.anchor)
        assert section.plain[mention.start : mention.end] == mention.surface == mention.person.name


def test_keys_are_those_the_models_would_write(archive):
    assert all(tag.sort_key == sort_key(tag.sorted_as) for tag in Tag.objects.all())
    assert all(person.sort_key == sort_key(person.sorted_as) for person in Person.objects.all())
    assert all(name.folded == fold(name.name) for name in (*TagName.objects.all(), *PersonName.objects.all()))


def test_desks_have_desks_below_them(archive):
    assert Desk.objects.filter(parent=None).count() == 12
    assert set(Desk.objects.get(name="Sport").below.values_list("name", flat=True)) >= {"Fußball"}


def test_topics_select_their_articles(archive):
    rule = Topic.objects.get(pk=1).rule()
    assert isinstance(rule, TopicRule)
    assert Article.objects.in_topic(rule).count() == Article.objects.tagged(1).count() > 5


def test_nothing_reaches_the_outbox_but_the_triggers_are_there_again(archive):
    assert not OutboxEntry.objects.exists()
    Article.objects.filter(pk=1).update(kicker="Neu")
    assert Counter(OutboxEntry.objects.values_list("article_id", flat=True)).keys() == {1}


def test_triggers_and_indexes_are_the_same_afterwards():
    before = triggers_and_indexes()
    generate(Plan(5))
    assert triggers_and_indexes() == before


def test_triggers_are_there_after_a_failure():
    before = triggers_and_indexes()
    with pytest.raises(ZeroDivisionError):
        generate(Plan(5), progress=lambda done: 1 // 0)
    assert triggers_and_indexes() == before
    assert not Article.objects.exists()


def test_new_rows_get_new_ids(archive):
    assert build_article("Danach").pk > 30
    assert build_tag("Danach").pk > Plan(30).tags


@pytest.mark.django_db(transaction=True)
def test_it_takes_triggers_off_only_in_a_transaction():
    with pytest.raises(AssertionError), unburdened(connection):
        pass


def test_it_refuses_to_mix_with_real_articles():
    build_article()
    with pytest.raises(CannotDo, match="nicht erzeugt"):
        generate(Plan(5))


def test_it_refuses_to_generate_twice(archive):
    with pytest.raises(CannotDo, match="schon ein erzeugtes"):
        refuse_if_used("default")


def test_it_refuses_an_archive_with_desks():
    build_desk()
    with pytest.raises(CannotDo, match="Ressorts"):
        generate(Plan(5))


def test_every_table_of_a_batch_is_written(archive):
    assert all(model._default_manager.exists() for model in TABLES.values())
