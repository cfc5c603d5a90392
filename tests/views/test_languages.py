"""Every page in two languages that lead to each other; what is in another language says so."""

import re

import pytest

from articles.editorial.correct import correct
from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_tag, build_topic
from tests.indexing import index_now
from tests.views.looking import links_of

pytestmark = pytest.mark.django_db

ARTICLE = "/2024/11/05/riss/"
PAGES = [
    *("/", "/search/", "/search/?q=Riss&sort=newest", "/search/?q=Riss&facet=tag", "/tags/", "/tags/?letter=E"),
    *("/tags/energie/", "/topics/", "/topics/bruecken/", "/people/", "/people/?q=Anna", "/people/anna-berg/"),
    *("/people/anna-berg/with/berta-kahn/", "/authors/", "/authors/karl-voss/", "/desks/politik/", "/corrections/"),
    *("/archive/", "/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/", ARTICLE, f"{ARTICLE}?q=Riss"),
    *(f"{ARTICLE}versions/", f"{ARTICLE}versions/1/", f"{ARTICLE}versions/1/diff/2/", "/nix/", "/search/?page=99"),
]


@pytest.fixture(autouse=True)
def archive():
    people = [build_person("Anna Berg"), build_person("Berta Kahn", description="Ärztin")]
    people[0].names.create(name="Анна Берг")
    filed = {"desk": build_desk(), "people": people, "authors": [build_author("Karl Voss")]}
    build_topic("Brücken", tags=[build_tag("Energie")])
    article = build_article("The Crack", slug="riss", body="<p>Riss</p>", language="en", tags=["Energie"], **filed)
    for number in (1, 2):
        correct(article, kind="note", note=f"Neu {number}.", editor=None, at=NOW)
    index_now()


@pytest.mark.parametrize("address", PAGES)
def test_each_page_leads_to_its_twin_in_the_other_language(client, address):
    german, english = client.get(address), client.get(f"/en{address}")
    assert german.status_code == english.status_code
    assert f"/en{address}" in links_of(german)
    assert address in links_of(english)
    assert b'<html lang="de">' in german.content
    assert b'<html lang="en">' in english.content


@pytest.mark.parametrize("address", PAGES)
def test_an_english_page_stays_english(client, address):
    """All its links but those to feeds, files, the other language and what machines read."""
    links = links_of(client.get(f"/en{address}"))
    german = {link for link in links if link.startswith("/") and not link.startswith(("/en/", "/static/"))}
    apart = {address, "/opensearch.xml"}
    assert not {link for link in german - apart if not {"feed", "export", "cite"} & set(re.split(r"[/.]", link))}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_alias_in_another_script_says_so(client, prefix):
    for page in ("/people/", "/people/anna-berg/"):
        assert '<bdi lang="und-Cyrl">Анна Берг</bdi>' in client.get(prefix + page).content.decode()


@pytest.mark.parametrize("address", ["/", "/tags/energie/", "/search/?q=Riss", "/archive/2024/11/05/"])
def test_an_article_in_another_language_says_so_in_lists(client, address):
    assert re.search(rb'<article class="(?:row|story[^"]*)" lang="en">', client.get(address).content)
