"""The search page."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest

from articles import listings, search
from articles.models import FruitlessSearch
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_draft,
    build_person,
    build_tag,
    build_topic,
)
from tests.indexing import index_now
from tests.views.looking import headlines_of, links_of, text_of

pytestmark = pytest.mark.django_db
HOSTILE = [
    *(
        "(" * 150,
        "((a OR b) AND",
        '"' * 99,
        "NOT NOT NOT",
        "OR",
        "-",
        "*",
        "a*b*c*",
        "-(-(-(a)))",
        "person:(",
        "vor:0000",
    ),
    *("\x00a\x1f", "\u202eabc\u202c", "(.*)+$ [a-z]{9999}", "שלום -עולם", "tag:" + "x" * 190, "a " * 10_000, "\ud800"),
    *(
        "person:%_ tag:'); -- desk:*",
        "before:9999 after:9999-12-31",
        "headline:(a b OR -c)",
        "NOT (a OR b)",
        "-person:x",
    ),
]


@pytest.fixture
def found(client):
    """Search for what was built so far."""

    def search(query: str):
        index_now()
        return client.get(f"/search/?{query}")

    return search


def facet_of(page, name: str) -> list[tuple[str, int, bool]]:
    [facet] = [facet for facet in page.context["facets"] if facet.name == name]
    return [(choice.slug, choice.count, choice.is_chosen) for choice in facet.choices]


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
    assert facet_of(page, "desk") == [("politik", 2, False), ("sport", 1, True)]


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


def test_years_are_bars_that_lead_to_months_and_those_to_days(found):
    build_article("Neu")
    build_article("Alt", published_at=NOW - timedelta(days=800))
    assert "?from=2022&to=2022" in links_of(found(""))
    assert "?from=2022-08&to=2022-08" in links_of(found("from=2022&to=2022"))
    assert "?from=2022-08-28&to=2022-08-28" in links_of(found("from=2022-08&to=2022-08"))


def test_the_days_beside_the_chosen_one_stay_in_reach(found):
    build_article("Neu", body="")
    build_article("Vortag", body="", published_at=NOW - timedelta(days=1))
    page = found("from=2024-11-05&to=2024-11-05")
    assert headlines_of(page) == ["Neu"]
    assert {"?from=2024-11-04&to=2024-11-04", "?from=2024&to=2024", "?"} <= links_of(page)


def test_several_years_are_a_filter(found):
    for days in (0, 400, 800):
        build_article(f"Vor {days}", published_at=NOW - timedelta(days=days))
    page = found("year=2024&year=2022&sort=oldest")
    assert headlines_of(page) == ["Vor 800", "Vor 0"]
    assert facet_of(page, "year") == [("2022", 1, True), ("2024", 1, True), ("2023", 1, False)]


def test_within_a_facet_any_will_do_and_all_facets_must_hold(found):
    for tag, language in (("Energie", "de"), ("Verkehr", "de"), ("Verkehr", "en"), ("Wetter", "de")):
        build_article(f"{tag} {language}", tags=[tag], language=language)
    page = found("tag=energie&tag=verkehr&lang=de&sort=oldest")
    assert headlines_of(page) == ["Energie de", "Verkehr de"]
    assert facet_of(page, "tag") == [("energie", 1, True), ("verkehr", 1, True), ("wetter", 1, False)]
    assert facet_of(page, "lang") == [("de", 2, True), ("en", 1, False)]


def test_all_seven_facets_are_there(found):
    tag = build_tag("Energie")
    build_topic("Strom", tags=[tag])
    build_article(desk=build_desk(), tags=["Energie"], people=[build_person()], authors=[build_author()])
    names = [facet.name for facet in found("").context["facets"]]
    assert names == ["desk", "tag", "person", "topic", "author", "lang", "year"]


def test_topics_and_authors_narrow(found):
    build_topic("Strom", tags=[build_tag("Energie")])
    build_article("Beides", tags=["Energie"], authors=[build_author("Karl Voss")])
    build_article("Nur Energie", tags=["Energie"])
    assert headlines_of(found("topic=strom&author=karl-voss")) == ["Beides"]
    assert facet_of(found("author=karl-voss"), "topic") == [("strom", 1, False)]


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
    page = found("q=Xylophon")
    assert "Kein Artikel passt" in text_of(page)
    assert {"/topics/", "/people/", "/tags/", "/archive/", "/search/"} <= links_of(page)


def test_nothing_found_says_what_less_would_find(found):
    build_article("Brücke", tags=["Energie"])
    page = found("q=Brücke&tag=energie&lang=en")
    assert "in allen Sprachen 1 Artikel" in text_of(page)
    assert "?q=Br%C3%BCcke&tag=energie" in links_of(page)


def test_the_last_page_is_the_true_one(found):
    build_articles = [build_article(f"Brücke {number}") for number in range(41)]
    assert headlines_of(found("q=Brücke&sort=oldest&page=3")) == [build_articles[-1].headline]
    assert found("q=Brücke&page=4").status_code == 404


def test_what_listing_knows_of_the_question_is_said(found, monkeypatch):
    build_article("Barbock")
    known = {"suggestion": SimpleNamespace(text="Baerbock", count=12), "hint": "Das Zeichen zählt nicht."}
    read = listings.read
    monkeypatch.setattr(listings, "read", lambda *args, **kwargs: replace(read(*args, **kwargs), **known))
    page = found("q=Barbock&page=1")
    assert "Meinten Sie Baerbock ? 12 Artikel" in text_of(page).replace("Baerbock?", "Baerbock ?")
    assert "?q=Baerbock" in links_of(page)
    assert "Das Zeichen zählt nicht." in text_of(page)


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


@pytest.mark.parametrize(
    "query",
    [
        "q=%00%ff",
        "q=" + "a" * 5000,
        'q="',
        "q=---",
        "q=(OR",
        "q=*",
        "%ff=%fe",
        "lang=xx",
        "year=9999&from=9999&to=9999",
    ],
)
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


@pytest.mark.parametrize(
    ("query", "most"), [("", 25), ("q=Brücke", 25), ("q=Brücke&tag=t&year=2024", 25), ("q=Nichts&tag=t&lang=en", 35)]
)
def test_more_articles_need_no_more_queries(found, count_queries, query, most):
    desk = build_desk()

    def add(number: int) -> None:
        for place in range(number):
            tag, people, authors = (
                build_tag(f"T {place}{number}"),
                [build_person(f"P {place}")],
                [build_author(f"A {place}")],
            )
            build_article("Brücke", desk=desk, tags=["T", tag.name], people=people, authors=authors)
            build_topic(f"T {place} {number}", tags=[tag])
        index_now()

    add(3)
    few = count_queries(f"/search/?{query}")
    add(17)
    assert count_queries(f"/search/?{query}") <= few <= most


@pytest.mark.parametrize("typed", ["Berbock", '"reist Baerbock"'])
def test_what_was_relaxed_leads_to_the_words_that_were_found(found, typed):
    article = build_article("Meldung", body="<p>Baerbock reist.</p>")
    page = found(f"q={typed}")
    (link,) = {link for link in links_of(page) if link.startswith(f"{article.get_absolute_url()}?q=")}
    assert "Baerbock" in link
    assert "<mark>Baerbock</mark>" in page.content.decode()


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_an_error(found, typed):
    build_article("Brücke")
    assert found(urlencode({"q": typed}, errors="surrogatepass")).status_code == 200


def test_one_question_is_one_search(found, monkeypatch):
    build_article(tags=["Energie"], authors=[build_author()])
    found("q=Brücke")
    asked = []
    answer = search.answer
    monkeypatch.setattr(search, "answer", lambda request, at: asked.append(request) or answer(request, at))
    found("q=Brücke&tag=energie&from=2024&to=2024")
    assert [one.facets for one in asked] == [("desk", "tag", "person", "author", "language", "year", "month")]


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
