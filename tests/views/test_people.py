"""People and authors."""

from datetime import date

import pytest

from tests.builders import build_article, build_author, build_draft, build_mention, build_person
from tests.indexing import index_now
from tests.views.looking import headlines_of, links_of, text_of

pytestmark = pytest.mark.django_db


def test_a_person_has_roles_aliases_and_articles(client):
    person = build_person("Jewhen Lysohor", description="Chirurg aus der Ukraine.")
    person.names.create(name="Євген Лисогор")
    person.roles.create(title="Chefarzt", since=date(2018, 1, 1), until=date(2022, 1, 1))
    build_article("Das Krankenhaus schließt", people=[person])
    page = client.get("/people/jewhen-lysohor/")
    said = text_of(page)
    assert headlines_of(page) == ["Das Krankenhaus schließt"]
    for text in ("Chirurg aus der Ukraine.", "auch geschrieben: Євген Лисогор", "2018–2022 Chefarzt"):
        assert text in said


def test_who_is_not_public_has_no_page(client):
    build_article(people=[build_person("Irmgard Sellin", is_public=False)])
    assert client.get("/people/irmgard-sellin/").status_code == 404
    assert "Sellin" not in text_of(client.get("/people/"))


def test_who_is_named_in_drafts_only_has_no_page(client):
    build_draft(people=[build_person("Rolf Tesmer")])
    assert client.get("/people/rolf-tesmer/").status_code == 404


def test_a_rejected_mention_is_none(client):
    build_mention(build_article(), build_person("Rolf Tesmer"), status="rejected")
    assert client.get("/people/rolf-tesmer/").status_code == 404


def test_people_are_sorted_by_family_name_with_umlauts_in_their_place(client):
    people = [build_person(name) for name in ("Zoe Ahrens", "Anna Ächter", "Ursula Zander")]
    build_article(people=people)
    page = client.get("/people/")
    assert [person.name for person in page.context["rows"]] == ["Anna Ächter", "Zoe Ahrens", "Ursula Zander"]


@pytest.mark.parametrize(("letter", "name"), [("L", "Ursula von der Leyen"), ("V", "Alexander Van der Bellen")])
def test_a_particle_written_small_is_no_letter_to_stand_under(client, letter, name):
    people = [build_person("Ursula von der Leyen"), build_person("Alexander Van der Bellen")]
    build_article(people=people, authors=[build_author(person.name) for person in people])
    for folder in ("people", "authors"):
        page = client.get(f"/{folder}/?letter={letter}")
        assert [row.name for row in page.context["rows"]] == [name]


def test_the_word_a_name_is_sorted_by_stands_out(client):
    person = build_person("Ursula von der Leyen")
    build_article(people=[person], authors=[build_author("Alexander Van der Bellen")])
    assert "Ursula von der <b>Leyen</b>" in client.get("/people/").content.decode()
    assert "Alexander <b>Van der Bellen</b>" in client.get("/authors/").content.decode()


def test_people_are_listed_with_their_counts(client):
    person = build_person("Rolf Tesmer")
    build_article(people=[person])
    build_article(people=[person])
    index_now()
    assert "Rolf Tesmer 2" in text_of(client.get("/people/"))


@pytest.mark.parametrize("query", ["letter=Z", "letter=%23", "letter=%00", "letter=AB", "letter=ß", "page=x", "page=0"])
def test_any_letter_is_answered(client, query):
    build_article(people=[build_person("Rolf Tesmer")])
    assert client.get(f"/people/?{query}").status_code == 200


def test_a_letter_without_names_says_so(client):
    assert "Unter „Q“ steht hier noch nichts" in text_of(client.get("/people/?letter=q"))


def test_names_have_pages(client, monkeypatch):
    monkeypatch.setattr("articles.views.names.NAMES_PER_PAGE", 2)
    build_article(people=[build_person(f"Person {letter}") for letter in "ABC"])
    assert "?page=2" in links_of(client.get("/people/"))
    assert [person.name for person in client.get("/people/?page=2").context["rows"]] == ["Person C"]
    assert client.get("/people/?page=3").status_code == 404


def test_an_author_has_articles(client):
    author = build_author("Sven Dahlke", description="Schreibt über Brücken.")
    build_article("Der Riss", authors=[author])
    build_article("Fußball")
    page = client.get("/authors/sven-dahlke/")
    assert headlines_of(page) == ["Der Riss"]
    assert "Schreibt über Brücken." in text_of(page)


def test_who_writes_and_is_written_about_has_a_way_from_each_page_to_the_other(client):
    person = build_person("Maren Küster")
    author = build_author("Maren Küster", person=person)
    assert client.get("/authors/maren-kuester/").status_code == 404
    build_article(authors=[author], people=[person])
    assert "/people/maren-kuester/" in links_of(client.get("/authors/maren-kuester/"))
    assert "/authors/maren-kuester/" in links_of(client.get("/people/maren-kuester/"))


def test_no_way_leads_to_a_page_that_is_not_there(client):
    hidden, shown = build_person("Rolf Tesmer", is_public=False), build_person("Anna Berg")
    author = build_author("Rolf Tesmer", person=hidden)
    build_author("Anna Berg", person=shown)
    build_article(authors=[author], people=[hidden, shown])
    assert "/people/rolf-tesmer/" not in links_of(client.get("/authors/rolf-tesmer/"))
    assert "/authors/anna-berg/" not in links_of(client.get("/people/anna-berg/"))


def test_an_author_of_drafts_only_has_no_page(client):
    build_draft(authors=[build_author("Sven Dahlke")])
    assert client.get("/authors/sven-dahlke/").status_code == 404
    assert "Dahlke" not in text_of(client.get("/authors/"))


def test_authors_are_listed_with_their_counts(client):
    build_article(authors=[build_author("Sven Dahlke")])
    index_now()
    assert "Sven Dahlke 1" in text_of(client.get("/authors/"))


@pytest.mark.parametrize("address", ["/people/", "/authors/", "/people/anna-berg/", "/authors/karl-voss/"])
def test_more_articles_need_no_more_queries(client, count_queries, address):
    person, author = build_person("Anna Berg"), build_author("Karl Voss")

    def add(number: int) -> None:
        for place in range(number):
            build_article(people=[person, build_person(f"P {place}")], authors=[author, build_author(f"A {place}")])
        index_now()

    add(3)
    few = count_queries(address)
    add(27)
    assert count_queries(address) == few <= 25


def called(client, typed):
    return [person.name for person in client.get("/people/", {"q": typed}).context["rows"]]


def test_people_are_found_under_any_of_their_names(client):
    person = build_person("Jewhen Lysohor")
    person.names.create(name="Євген Лисогор")
    build_article(people=[person, build_person("Anna Berg")])
    assert called(client, "Лисо") == called(client, "lys jew") == ["Jewhen Lysohor"]


def test_the_search_keeps_what_is_hidden_hidden(client):
    build_draft(people=[build_person("Rolf Tesmer")])
    build_article(people=[build_person("Rolf Sellin", is_public=False)])
    assert called(client, "Rolf") == []


def test_nobody_of_that_name_is_said(client):
    build_article(people=[build_person("Anna Berg")])
    assert "Niemand hier heißt „<Xaver“." in text_of(client.get("/people/?q=<Xaver"))


def test_pages_keep_what_was_typed(client, monkeypatch):
    monkeypatch.setattr("articles.views.names.NAMES_PER_PAGE", 1)
    build_article(people=[build_person(f"Anna {name}") for name in ("Alt", "Berg")])
    assert "?q=Anna&page=2" in links_of(client.get("/people/?q=Anna"))


@pytest.mark.parametrize("typed", ["", " ", "\x00", "%", "a" * 500, "a b c d e f g h i j k", "'", "„", "\ud800"])
def test_any_name_is_answered(client, typed):
    build_article(people=[build_person("Anna Berg")])
    assert client.get("/people/", {"q": typed.encode("utf-8", "replace")}).status_code == 200


def test_other_spellings_stand_beside_the_name(client):
    person = build_person("Wolodymyr Selenskyj")
    for name in ("Volodymyr Zelensky", "Zelenskyy", "Selenski", "Selenskij", "Zelenski"):
        person.names.create(name=name)
    build_article(people=[person])
    assert "auch: Volodymyr Zelensky, Zelenskyy, Selenski, Selenskij …" in text_of(client.get("/people/"))


def test_the_family_name_is_set_apart_wherever_it_stands(client):
    build_article(people=[build_person("Kim Jong Un", family_name="Kim"), build_person("Ursula von der Leyen")])
    html = client.get("/people/").content.decode()
    assert "<b>Kim</b> Jong Un" in html
    assert "Ursula von der <b>Leyen</b>" in html
