"""The archive as one of a browser's search engines. The rules are those of OpenSearch 1.1, draft 6."""

from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest

from tests.builders import build_article, build_tag
from tests.indexing import index_now

pytestmark = pytest.mark.django_db

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
URL = f"{OPENSEARCH}Url"


@pytest.fixture
def described(client):
    answer = client.get("/opensearch.xml")
    assert answer["Content-Type"] == "application/opensearchdescription+xml"
    return ET.fromstring(answer.content)


def test_it_has_what_the_specification_requires(described):
    assert described.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert 0 < len(described.findtext(f"{OPENSEARCH}ShortName")) <= 16
    assert 0 < len(described.findtext(f"{OPENSEARCH}Description")) <= 1024
    assert described.findtext(f"{OPENSEARCH}Language") == "*"


def test_each_of_its_addresses_says_what_it_is_for(described):
    urls = {(url.get("rel", "results"), url.get("type")): url.get("template") for url in described.iter(URL)}
    forms = {"results": ["text/html", "application/atom+xml"], "suggestions": ["application/x-suggestions+json"]}
    forms["self"] = ["application/opensearchdescription+xml"]
    assert set(urls) == {(rel, form) for rel in forms for form in forms[rel]}
    assert all("{searchTerms}" in template for (rel, _form), template in urls.items() if rel != "self")


@pytest.mark.parametrize(
    ("paper", "short"), [("Marlenstedter Bote", "Marlenstedter"), ("A" * 20, "A" * 16), ("B & C", "B & C")]
)
def test_a_long_name_loses_words_and_not_letters(client, settings, paper, short):
    settings.PAPER_NAME = paper
    assert ET.fromstring(client.get("/opensearch.xml").content).findtext(f"{OPENSEARCH}ShortName") == short


def test_its_addresses_answer_in_the_form_they_say(client, described):
    build_article("Brücke & mehr", tags=["Brücke"])
    index_now()
    for url in described.iter(URL):
        address = url.get("template").replace("{searchTerms}", quote("Brücke")).replace("{startPage?}", "")
        answer = client.get(address.removeprefix("http://testserver"))
        assert (answer.status_code, answer["Content-Type"].partition(";")[0]) == (200, url.get("type"))


def test_pages_name_it(client):
    link = '<link rel="search" type="application/opensearchdescription+xml" title="Newsroom" href="/opensearch.xml">'
    for address in ("/", "/en/", "/search/", "/nix/"):
        assert link in client.get(address).content.decode()


def test_suggestions_are_four_columns(client):
    build_tag("Brückenbau")
    build_article("Brücke gesperrt", slug="gesperrt", tags=["Brückenbau"])
    index_now()
    typed, names, notes, urls = client.get("/search/suggestions.json?q=Brü").json()
    assert typed == "Brü"
    assert dict(zip(names, urls, strict=True)) == {
        "Brückenbau": "http://testserver/tags/brueckenbau/",
        "Brücke gesperrt": "http://testserver/2024/11/05/gesperrt/",
    }
    assert notes == ["1 Artikel", "5. November 2024"]


@pytest.mark.parametrize("typed", ["", "%00", "%ff", "%ED%A0%80", "x" * 5000])
def test_what_is_no_word_has_no_suggestions(client, typed):
    answer = client.get(f"/search/suggestions.json?q={typed}")
    assert answer.json()[1:] == [[], [], []]
    assert answer["Cache-Control"] == "private, no-cache"
