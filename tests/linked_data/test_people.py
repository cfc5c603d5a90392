"""What a person's page says to machines."""

from datetime import date

import pytest

from articles.linked_data import author_data, person_data
from articles.linked_data.people import author_named, person_named
from tests.builders import build_article, build_author, build_editor, build_person
from tests.views.looking import data_of

pytestmark = pytest.mark.django_db

DAY = date(2024, 11, 5)
SITE = "https://zeitung.example"


def test_it_says_what_is_known():
    known = {"family_name": "von der Leyen", "wikidata_id": "Q60772", "born": date(1958, 10, 8)}
    person = build_person("Ursula von der Leyen", **known)
    person.names.create(name="Урсула фон дер Ляйен")
    person.roles.create(title="Ministerin", until=date(2019, 7, 17))
    person.roles.create(title="Präsidentin", since=date(2019, 12, 1))
    said = person_data(person, "https://zeitung.example/people/leyen/", DAY)
    assert said["sameAs"] == ["https://www.wikidata.org/wiki/Q60772"]
    assert said["alternateName"] == ["Урсула фон дер Ляйен"]
    assert (said["jobTitle"], said["birthDate"], said["familyName"]) == (["Präsidentin"], "1958-10-08", "von der Leyen")


def test_what_is_unknown_is_left_out():
    said = person_data(build_person("Anna Berg"), "https://zeitung.example/people/anna-berg/", DAY)
    assert set(said) == {"@type", "@id", "url", "name"}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_page_carries_it_with_the_german_address(client, prefix):
    build_article(people=[build_person("Anna Berg", description="</script><script>alert(1)</script>")])
    page = client.get(f"{prefix}/people/anna-berg/")
    assert data_of(page)["Person"]["url"] == "http://testserver/people/anna-berg/"
    assert b"<script>alert" not in page.content


def test_who_writes_is_a_person_too(client):
    build_article(authors=[build_author("Karl Voss", description="Schreibt über Brücken.")])
    said = data_of(client.get("/en/authors/karl-voss/"))["Person"]
    assert said["url"] == "http://testserver/authors/karl-voss/"
    assert (said["name"], said["description"]) == ("Karl Voss", "Schreibt über Brücken.")


@pytest.mark.parametrize(
    ("name", "kind"), [("Karl Voss", "Person"), ("dpa", "Organization"), ("Redaktion Sport", "Organization")]
)
def test_an_agency_is_no_person(name, kind):
    assert author_named(build_author(name), SITE)["@type"] == kind
    assert author_data(build_author(f"{name} "), f"{SITE}/")["@type"] == kind


def test_who_has_an_account_or_a_page_is_somebody():
    assert author_data(build_author("Sibylle", editor=build_editor()), SITE)["@type"] == "Person"
    assert author_data(build_author("Karla", person=build_person()), SITE)["@type"] == "Person"


def test_wherever_they_are_named_they_are_the_same():
    person, author = build_person("Anna Berg"), build_author("Karl Voss")
    assert person_named(person, SITE)["@id"] == person_data(person, f"{SITE}/people/anna-berg/", DAY)["@id"]
    assert author_named(author, SITE)["@id"] == author_data(author, f"{SITE}/authors/karl-voss/")["@id"]
