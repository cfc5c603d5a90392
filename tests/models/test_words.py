"""The database itself keeps the words of all names: bulk writes, merges and raw SQL count too."""

from importlib import import_module

import pytest
from django.db import connection

from articles.models import Person, PersonName, PersonWord, TagName, TagWord
from tests.builders import build_person, build_tag

pytestmark = pytest.mark.django_db
triggers = import_module("articles.migrations.0003_name_words")


def words_of(person) -> set[str]:
    return set(PersonWord.objects.filter(bearer=person).values_list("word", flat=True))


def test_every_word_of_a_name_is_kept():
    assert words_of(build_person("Anna Lena Berg")) == {"anna", "lena", "berg"}


def test_an_umlaut_is_kept_in_both_spellings():
    assert words_of(build_person("Jörg Groß")) == {"joerg", "jorg", "gross"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Hans-Peter O’Neill", {"hans", "peter", "oneill"}),
        ("J.D. Vance", {"j", "d", "vance"}),
        ("Jan „Kalle\" \\ ', Kid", {"jan", "kalle\"", "\\", "kid"}),
        ("Владимир Зеленский", {"владимир", "зеленский"}),
    ],
)  # fmt: skip
def test_signs_do_not_count_and_break_nothing(name, words):
    assert words_of(build_person(name)) == words


def test_names_written_in_bulk_are_kept():
    person = build_person("Anna Berg")
    PersonName.objects.bulk_create([PersonName(person=person, name="Anna Thal"), PersonName(person=person, name="A")])
    assert words_of(person) == {"anna", "berg", "thal", "a"}


def test_a_changed_name_leaves_no_word_behind():
    person = build_person("Anna Berg")
    name = person.names.get()
    name.name = "Anna Thal"
    name.save()
    assert words_of(person) == {"anna", "thal"}


def test_a_name_that_is_given_to_another_takes_its_words_along():
    one, other = build_person("Anna Berg"), build_person("Karl Voss")
    one.names.update(person=other)
    assert words_of(one) == set()
    assert words_of(other) == {"anna", "berg", "karl", "voss"}


def test_a_deleted_person_leaves_no_word_behind():
    build_person("Anna Berg")
    Person.objects.all().delete()
    assert not PersonWord.objects.exists()


def test_raw_sql_counts_too():
    build_tag("Energie")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_tagname SET folded = 'strom'")
    assert list(TagWord.objects.values_list("word", flat=True)) == ["strom"]


def test_the_words_of_synonyms_are_kept():
    build_tag("Energie", "Strom und Gas")
    assert set(TagWord.objects.values_list("word", flat=True)) == {"energie", "strom", "und", "gas"}


@pytest.mark.django_db(transaction=True)  # SQLite changes no schema in a test's own transaction
def test_installing_it_brings_in_the_names_there_are():
    build_tag("Energie")
    TagWord.objects.all().delete()
    with connection.schema_editor() as editor:
        triggers.install(None, editor)
    assert [row.word for row in TagWord.objects.all()] == ["energie"]
    assert TagWord.objects.get().name == TagName.objects.get()


def test_every_trigger_is_there_after_all_migrations():
    catalogue = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        catalogue = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        found = {name for (name,) in cursor.fetchall()}
    assert {f"{table}_words_{event}" for table in triggers.NAMES for event in triggers.EVENTS} <= found
