"""Suggestions as the search box gets them."""

import json
from urllib.parse import quote

import pytest

from tests.builders import build_article, build_desk, build_person, build_tag, build_topic
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    person, desk, tag = build_person("Berta Berg"), build_desk("Berichte"), build_tag("Bergbau")
    build_topic("Bergwerke", tags=[tag])
    person.names.create(name="Bertha B.")
    build_article("Berg und Tal", slug="berg-und-tal", people=[person], desk=desk, tags=["Bergbau"])
    index_now()


def groups(response) -> dict[str, list[tuple[str, ...]]]:
    found = response.json()["groups"]
    return {group["label"]: [tuple(option.values()) for option in group["options"]] for group in found}


def test_it_suggests_every_kind_with_counts_and_addresses(client, archive):
    assert groups(client.get("/search/suggest?q=ber")) == {
        "Personen": [("Berta Berg", "", "1 Artikel", "/people/berta-berg/")],
        "Schlagwörter": [("Bergbau", "", "1 Artikel", "/tags/bergbau/")],
        "Themen": [("Bergwerke", "", "1 Artikel", "/topics/bergwerke/")],
        "Ressorts": [("Berichte", "", "1 Artikel", "/desks/berichte/")],
        "Artikel": [("Berg und Tal", "de", "", "5. November 2024", "/2024/11/05/berg-und-tal/")],
    }


def test_it_says_how_many_there_are(client, archive):
    assert client.get("/search/suggest?q=ber").json()["said"] == "5 Vorschläge"
    assert client.get("/search/suggest?q=bergb").json()["said"] == "1 Vorschlag"


def test_the_alias_that_was_typed_is_shown(client, archive):
    assert groups(client.get("/search/suggest?q=bertha"))["Personen"][0][1] == "(Bertha B.)"


def test_english_addresses_lead_to_english_pages(client, archive):
    [option] = groups(client.get("/en/search/suggest?q=bergb")).popitem()[1]
    assert option[-1] == "/en/tags/bergbau/"


def test_it_is_for_no_robot_and_no_cache(client, archive):
    response = client.get("/search/suggest?q=ber")
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"] == "private, no-cache"
    assert client.get("/search/suggest?q=ber", headers={"if-none-match": response["ETag"]}).status_code == 304


def test_every_address_it_gives_exists(client, archive):
    addresses = [option[-1] for options in groups(client.get("/search/suggest?q=ber")).values() for option in options]
    assert {client.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize("typed", ["", "b", "x" * 201, "x" * 5000, "\x00ber", "ber\r\n", "%FF%FE", "\ud800"])
def test_what_nobody_types_is_an_empty_list(client, archive, typed):
    response = client.get(f"/search/suggest?q={quote(typed.encode('utf-8', 'surrogatepass'))}")
    assert (response.status_code, response.json()) == (200, {"groups": [], "said": ""})


def test_without_a_question_it_is_an_empty_list(client):
    assert client.get("/search/suggest").json() == {"groups": [], "said": ""}


def test_without_an_index_it_is_an_empty_list(client):
    build_article("Berg und Tal")
    assert client.get("/search/suggest?q=berg").json() == {"groups": [], "said": ""}


def test_nothing_may_be_sent_to_it(client):
    assert client.post("/search/suggest?q=berg").status_code == 405


def test_markup_in_names_stays_text(client):
    build_article("Berg <script>", slug="b")
    index_now()
    response = client.get("/search/suggest?q=berg")
    assert response["Content-Type"] == "application/json"
    assert json.loads(response.content)["groups"][0]["options"][0]["text"] == "Berg <script>"


def test_its_queries_do_not_grow_with_the_archive(archive, count_queries):
    few = count_queries("/search/suggest?q=ber")
    for number in range(12):
        person, tag = build_person(f"Bert Berger {number}"), build_tag(f"Bericht {number}")
        build_topic(f"Bergthema {number}", tags=[tag])
        build_article(f"Bergfest {number}", people=[person], tags=[tag.name], desk=build_desk(f"Bern {number}"))
    index_now()
    assert count_queries("/search/suggest?q=ber") == few <= 11


def test_both_search_boxes_ask_for_suggestions(client):
    index_now()
    assert 'data-suggest="/search/suggest"' in client.get("/").content.decode()
    english = client.get("/en/search/").content.decode()
    assert english.count('data-suggest="/en/search/suggest"') == 2
