"""What people search by besides the main names."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from articles.models import PersonName, SearchSynonym, SynonymName
from tests.builders import build_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "last"),
    [("Angela Merkel", "merkel"), ("Kim Jong-un", "jong un"), ("Prinz", "prinz"), ("Jörg Müßig", "muessig")],
)
def test_the_last_word_of_a_name_is_kept_folded(name, last):
    assert build_person(name).names.get().folded_last == last


def test_it_is_kept_for_the_names_that_were_there_before():
    build_person("Angela Merkel")
    PersonName.objects.update(folded_last="")
    import_module("articles.migrations.0003_search_names").fill(apps, connection.schema_editor())
    assert PersonName.objects.get().folded_last == "merkel"


def test_the_word_itself_is_one_of_the_names():
    synonym = SearchSynonym.objects.create(name="Handy")
    assert [(name.folded, name.is_main) for name in synonym.names.all()] == [("handy", True)]


def test_a_word_may_belong_to_several_groups_but_once_to_each():
    for name in ("Bank", "Geldinstitut"):
        SearchSynonym.objects.create(name=name).names.create(name="Sparkasse")
    assert SynonymName.objects.filter(folded="sparkasse").count() == 2
    with pytest.raises(IntegrityError):
        SearchSynonym.objects.get(name="Bank").names.create(name="SPARKASSE")


@pytest.mark.parametrize("name", ["", "#", "–"])
def test_a_word_needs_letters(name):
    with pytest.raises(ValidationError):
        SearchSynonym(name=name).clean()
    with pytest.raises(ValidationError):
        SynonymName(name=name).clean()
