"""The search page."""

from datetime import timedelta

import pytest

from articles.models import FruitlessSearch
from tests.builders import NOW, build_article, build_desk, build_draft, build_person
from tests.indexing import index_now
from tests.views.looking import headlines_of, links_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(client):
    """Search for what was built so far."""

    def search(query: str):
        index_now()
        return client.get(f"/search/?{query}")

    return search


def test_it_finds_a_word_and_says_how_often(found):
    build_article("Der Riss", body="<p>Die Brücke ist alt.</p>")
    build_article("Fußball", body="<p>Drei Tore.</p>")
    page = found("q=Brücke")
    assert headlines_of(page) == ["Der Riss"]
    assert "1 Artikel" in text_of(page)


def test_a_hit_is_marked_and_leads_to_its_passage(found):
    sections = [("Der Riss", "<p>Taucher fanden ihn.</p>"), ("Der Umweg", "<p>Die Umleitung ist lang.</p>")]
    article = build_article("Neues", sections=sections)
    page = found("q=Umleitung")
    assert "<mark>Umleitung</mark> ist lang" in page.content.decode()
    assert f"{article.get_absolute_url()}?q=Umleitung#abschnitt-2" in links_of(page)
    assert "im Abschnitt „Der Umweg“" in text_of(page)


def test_a_hit_in_the_headline_is_marked(found):
    build_article("Brücke gesperrt", body="<p>Drei Tore.</p>")
    assert "<mark>Brücke</mark> gesperrt" in found("q=Brücke").content.decode()


def test_a_hit_is_escaped_before_it_is_marked(found):
    build_article("Brücke <script>alert(1)</script>", standfirst="Brücke <img src=x>")
    html = found("q=Brücke").content.decode()
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<mark>Brücke</mark>" in html


def test_what_was_typed_stands_in_the_box_escaped(found):
    html = found("q=%22%3E%3Cscript%3E").content.decode()
    assert 'value="&quot;&gt;&lt;script&gt;"' in html


def test_facets_count_exactly_and_ignore_their_own_choice(found):
    politics, sport = build_desk("Politik"), build_desk("Sport")
    for desk in (politics, politics, sport):
        build_article(desk=desk)
    page = found("desk=sport")
    [facet] = [facet for facet in page.context["facets"] if facet.name == "desk"]
    assert [(choice.slug, choice.count, choice.is_chosen) for choice in facet.choices] == [
        ("politik", 2, False),
        ("sport", 1, True),
    ]


def test_a_desks_count_includes_the_desks_below(found):
    politics = build_desk("Politik")
    build_article(desk=build_desk("Rathaus", parent=politics))
    [facet] = [facet for facet in found("").context["facets"] if facet.name == "desk"]
    assert [(choice.name, choice.count, choice.depth) for choice in facet.choices] == [
        ("Politik", 1, 0),
        ("Rathaus", 1, 1),
    ]


def test_people_who_are_not_public_are_no_facet(found):
    build_article(people=[build_person("Irmgard Sellin", is_public=False), build_person("Rolf Tesmer")])
    said = text_of(found(""))
    assert "Rolf Tesmer" in said
    assert "Sellin" not in said


def test_filters_narrow_and_can_be_taken_away(found):
    build_article("Beides", desk=build_desk("Politik"), tags=["Energie"])
    build_article("Nur Energie", tags=["Energie"])
    page = found("tag=energie&desk=politik")
    assert headlines_of(page) == ["Beides"]
    assert {"?tag=energie", "?desk=politik"} <= links_of(page)


def test_a_span_of_days_narrows(found):
    build_article("Neu")
    build_article("Alt", published_at=NOW - timedelta(days=800))
    assert headlines_of(found("from=2022&to=2023")) == ["Alt"]


def test_years_are_links(found):
    build_article("Neu")
    build_article("Alt", published_at=NOW - timedelta(days=800))
    assert "?from=2022&to=2022" in links_of(found(""))


def test_the_order_can_be_chosen(found):
    build_article("Neu")
    build_article("Alt", published_at=NOW - timedelta(days=800))
    assert headlines_of(found("sort=oldest")) == ["Alt", "Neu"]


def test_nonsense_is_answered_in_the_form(found):
    said = text_of(found("from=gestern&tag=nix"))
    assert "„gestern“ ist kein Datum" in said
    assert "Das gibt es hier nicht: nix" in said


def test_nothing_found_helps_on(found):
    build_article()
    assert "Kein Artikel passt" in text_of(found("q=Xylophon"))


def test_pages_keep_the_question(found):
    for _ in range(21):
        build_article("Brücke")
    page = found("q=Brücke&sort=newest")
    assert any(link.startswith("?q=") and "sort=newest" in link and "page=2" in link for link in links_of(page))
    assert "21 Artikel · Seite 1 von 2" in text_of(page)


@pytest.mark.parametrize("page", ["abc", "", "-1", "1.5", "%00", "９"])
def test_a_page_that_is_no_number_is_the_first(found, page):
    build_article()
    assert found(f"page={page}").status_code == 200


@pytest.mark.parametrize("page", ["2", "999999999", str(10**30)])
def test_a_page_too_far_is_not_found_and_helps_on(found, page):
    build_article()
    assert found(f"page={page}").status_code == 404


@pytest.mark.parametrize("query", ["q=%00%ff", "q=" + "a" * 5000, 'q="', "q=---", "q=(OR", "q=*", "%ff=%fe", "lang=xx"])
def test_hostile_questions_are_answered(found, query):
    build_article()
    assert found(query).status_code == 200


def test_it_is_not_indexed_by_search_machines(found):
    page = found("q=x")
    assert page["X-Robots-Tag"] == "noindex"
    assert b'content="noindex, follow"' in page.content


def test_drafts_are_not_found(found):
    build_draft("Geheimplan")
    assert headlines_of(found("q=Geheimplan")) == []


def test_without_an_index_it_says_what_to_run(client):
    build_article("Brücke")
    said = text_of(client.get("/search/?q=Brücke"))
    assert "manage.py index_articles --rebuild" in said
    assert "nicht möglich" in said


def test_without_an_index_filters_still_work(client):
    build_article("Energie!", tags=["Energie"])
    build_article("Fußball")
    assert headlines_of(client.get("/search/?tag=energie")) == ["Energie!"]


@pytest.mark.parametrize("query", ["", "q=Brücke", "q=Brücke&tag=t"])
def test_more_articles_need_no_more_queries(found, count_queries, query):
    desk = build_desk()

    def add(number: int) -> None:
        for place in range(number):
            build_article("Brücke", desk=desk, tags=["T"], people=[build_person(f"P {place}")])
        index_now()

    add(3)
    few = count_queries(f"/search/?{query}")
    add(17)
    assert count_queries(f"/search/?{query}") == few <= 25


@pytest.mark.parametrize("query", ["q=Xylophon", "q=Xylophon&sort=oldest", "q=Xylophon&page=1"])
def test_words_that_find_nothing_are_counted(found, query):
    build_article()
    found(query)
    assert FruitlessSearch.objects.get().words == "xylophon"


@pytest.mark.parametrize("query", ["q=Brücke", "", "q=Xylophon&tag=t", "q=Xylophon&from=2023", "q=Xylophon&lang=en"])
def test_nothing_else_is_counted(found, query):
    """What a filter shuts out may be there all the same."""
    build_article(tags=["t"])
    found(query)
    assert not FruitlessSearch.objects.exists()


def test_without_an_index_nothing_is_counted(client):
    client.get("/search/?q=Xylophon")
    assert not FruitlessSearch.objects.exists()
