"""What an editor types into the search box of a list or of an autocomplete field."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.builders import build_person

pytestmark = pytest.mark.django_db

LISTS = sorted(
    f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    for model, made in admin.site._registry.items()
    if made.search_fields
)
LONG = "wort " * 1_500


@pytest.mark.parametrize("there", LISTS)
def test_more_words_than_a_database_takes_are_no_error(client, chief, there):
    assert client.get(reverse(there), {"q": LONG}).status_code == 200


@pytest.mark.parametrize("kind", ["person", "desk"])
def test_nor_in_an_autocomplete_field(client, chief, kind):
    field = {"person": ("mention", "person"), "desk": ("article", "desk")}[kind]
    asked = {"app_label": "articles", "model_name": field[0], "field_name": field[1], "term": LONG}
    assert client.get(reverse("admin:autocomplete"), asked).status_code == 200


def test_nor_where_tags_are_offered(client, chief):
    assert client.get(reverse("admin:tag_names"), {"term": LONG}).json()["results"] == []


def test_all_of_the_words_typed_must_be_there(client, chief):
    build_person("Anna Berg"), build_person("Anna Voss")
    found = client.get(reverse("admin:articles_person_changelist"), {"q": "anna berg"}).context["cl"].queryset
    assert [person.name for person in found] == ["Anna Berg"]
