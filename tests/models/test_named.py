"""Names, addresses and places in the alphabet of desks, tags, topics, people and authors."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from articles.models import Desk, FormerSlug, Person, Tag, TagName, resolve_tag
from tests.builders import build_author, build_desk, build_person, build_tag

pytestmark = pytest.mark.django_db
sort_keys = import_module("articles.migrations.0012_sort_keys")


def test_a_slug_is_german():
    assert build_desk("Börse & Märkte").slug == "boerse-maerkte"


def test_a_namesake_gets_a_number():
    build_person("Jan Brandt")
    assert build_person("Jan Brandt").slug == "jan-brandt-2"


def test_a_former_address_is_never_used_again():
    FormerSlug.objects.create(kind="desk", slug="kultur", target_id=1)
    assert build_desk("Kultur").slug == "kultur-2"


def test_umlauts_sort_with_their_letter():
    for name in ("Zoo", "Ärzte", "Apfel", "Öl", "Oper"):
        build_tag(name)
    assert [tag.name for tag in Tag.objects.all()] == ["Apfel", "Ärzte", "Öl", "Oper", "Zoo"]


def test_blanks_sort_before_letters_on_every_database():
    for name in ("Meyerhoff Anna", "Meyer Zoe", "Meyer"):
        build_tag(name)
    assert [tag.name for tag in Tag.objects.all()] == ["Meyer", "Meyer Zoe", "Meyerhoff Anna"]


def test_people_sort_by_family_name():
    build_person("Zoe Adler")
    build_person("Anna von Zorn", family_name="von Zorn")
    build_person("Bert Müller")
    assert [person.name for person in Person.objects.all()] == ["Zoe Adler", "Bert Müller", "Anna von Zorn"]


def test_authors_sort_by_family_name():
    assert build_author("Karl Maria Voss").sort_key == "voss karl maria"


def test_a_tag_is_found_by_any_writing_of_its_name():
    tag = build_tag("Wärmenetz", "Fernwärme")
    assert {resolve_tag(name) for name in ("#wärmenetz", "WÄRMENETZ", "Waermenetz", "fernwärme")} == {tag}


def test_an_unknown_tag_is_made_with_its_name():
    tag = resolve_tag("  #Neue  Energie ")
    assert (tag.name, TagName.objects.get().folded) == ("Neue Energie", "neue energie")


@pytest.mark.parametrize("name", ["", "#", "  ", "—"])
def test_a_tag_without_letters_is_refused(name):
    with pytest.raises(ValidationError):
        resolve_tag(name)


def test_a_tag_may_not_take_anothers_synonym():
    build_tag("Wärmenetz", "Fernwärme")
    with pytest.raises(ValidationError, match="Wärmenetz"):
        Tag(name="Fernwärme").full_clean(exclude=["slug"])


def test_a_renamed_tag_keeps_its_old_name_as_synonym():
    tag = build_tag("Wärmenetz")
    tag.name = "Fernwärme"
    tag.save()
    assert resolve_tag("Wärmenetz") == tag


def test_a_desk_cannot_lie_below_itself():
    above = build_desk("Lokales")
    below = build_desk("Umland", parent=above)
    above.parent = below
    with pytest.raises(ValidationError, match="liegt selbst unter"):
        above.full_clean()


def test_ids_below_reach_down_the_tree(django_assert_num_queries):
    town = build_desk("Lokales")
    quarter = build_desk("Stadtteile", parent=town)
    street = build_desk("Altstadt", parent=quarter)
    build_desk("Sport")
    with django_assert_num_queries(1):
        assert town.ids_below() == {town.pk, quarter.pk, street.pk}


def test_ids_below_end_in_a_circle():
    first, second = build_desk("A"), build_desk("B")
    Desk.objects.filter(pk=first.pk).update(parent=second)
    Desk.objects.filter(pk=second.pk).update(parent=first)
    assert first.ids_below() == {first.pk, second.pk}


def test_people_and_authors_stand_where_their_family_name_belongs():
    assert build_person("Ursula von der Leyen").sort_key == "leyen ursula von der"
    assert build_author("Alexander Van der Bellen").sort_key == "van der bellen alexander"


@pytest.mark.parametrize("batch", [1, 1000])
def test_the_migration_files_anew_who_is_there(monkeypatch, batch):
    monkeypatch.setattr(sort_keys, "BATCH", batch)
    people = [build_person("Ursula von der Leyen"), build_person("Marine Le Pen"), build_author("Karl van Aken")]
    for row in people:
        type(row).objects.filter(pk=row.pk).update(sort_key="old")
    sort_keys.file_anew(apps, connection.schema_editor())
    keys = [type(row).objects.values_list("sort_key", flat=True).get(pk=row.pk) for row in people]
    assert keys == ["leyen ursula von der", "le pen marine", "aken karl van"]


def test_who_stands_right_is_not_written(django_assert_num_queries):
    build_person("Anna Berg")
    with django_assert_num_queries(3):
        sort_keys.file_anew(apps, connection.schema_editor())
