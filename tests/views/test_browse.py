"""Desks, tags and topics."""

import re
from datetime import timedelta

import pytest

from articles import listings
from articles.models import FormerSlug
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
HOUR = timedelta(hours=1)


def test_a_desk_lists_its_articles_and_those_below(client):
    politics = build_desk("Politik", description="Rat und Kreistag.")
    build_article("Oben", desk=politics)
    build_article("Unten", desk=build_desk("Rathaus", parent=politics), published_at=NOW - 2 * HOUR)
    build_article("Anderswo", desk=build_desk("Sport"))
    page = client.get("/desks/politik/")
    assert headlines_of(page) == ["Oben", "Unten"]
    assert "Rat und Kreistag." in text_of(page)
    assert "/desks/rathaus/" in links_of(page)


def test_an_empty_desk_says_so(client):
    build_desk("Sport")
    index_now()
    page = client.get("/desks/sport/")
    assert page.status_code == 200
    assert "Noch ist hier kein Artikel erschienen" in text_of(page)


def test_a_tag_lists_its_articles_and_says_its_other_names(client):
    build_tag("Energie", "Strom", description="Wärme und Licht.")
    build_article("Teurer Strom", tags=["Energie"])
    build_article("Fußball")
    page = client.get("/tags/energie/")
    assert headlines_of(page) == ["Teurer Strom"]
    assert "auch: Strom" in text_of(page)
    assert "Wärme und Licht." in text_of(page)


def test_a_topic_made_public_meanwhile_has_its_page(client, monkeypatch):
    article = build_article("Netz", tags=["Energie"])
    build_topic("Strom", tags=article.tags.all())
    monkeypatch.setattr(listings, "topic_rules", dict)
    index_now()
    assert "Netz" in client.get("/topics/strom/").content.decode()


def test_a_topic_lists_what_its_rule_takes_and_what_is_pinned(client):
    topic = build_topic("Brückenbau", tags=[build_tag("Brücke")], intro="<p>Wie alles begann.</p>")
    build_article("Der Riss", tags=["Brücke"])
    topic.pins.create(article=build_article("Das Fest", published_at=NOW - 2 * HOUR))
    build_article("Fußball")
    page = client.get("/topics/brueckenbau/")
    assert headlines_of(page) == ["Das Fest", "Der Riss", "Das Fest"]
    assert "Wie alles begann." in text_of(page)


def test_a_topic_that_is_not_public_is_not_found(client):
    build_topic("Geheim", is_public=False)
    assert client.get("/topics/geheim/").status_code == 404
    assert "Geheim" not in text_of(client.get("/topics/"))


def test_topics_are_listed_with_their_counts(client):
    build_topic("Brückenbau", tags=[build_tag("Brücke")])
    build_article(tags=["Brücke"])
    build_draft(tags=["Brücke"])
    index_now()
    assert "Brückenbau 1 Artikel" in text_of(client.get("/topics/"))


def test_tags_are_listed_with_their_counts(client):
    build_article(tags=["Energie", "Ärzte"])
    build_article(tags=["Energie"])
    index_now()
    page = client.get("/tags/")
    assert "Energie 2" in text_of(page)
    assert [key for key, _ in page.context["groups"]] == ["A", "E"]


def test_a_letter_shows_its_tags_only(client):
    build_article(tags=["Energie", "Ärzte"])
    page = client.get("/tags/?letter=a")
    assert "/tags/aerzte/" in links_of(page)
    assert "/tags/energie/" not in links_of(page)


def test_a_tag_of_drafts_only_has_no_page(client):
    build_draft(tags=["Rücktritt"])
    assert client.get("/tags/ruecktritt/").status_code == 404
    assert "Rücktritt" not in text_of(client.get("/tags/"))


@pytest.mark.parametrize("folder", ["desks", "tags", "topics", "people", "authors"])
def test_a_wrong_slug_is_not_found(client, folder):
    assert client.get(f"/{folder}/gibtsnicht/").status_code == 404


def test_a_former_slug_redirects_with_its_question(client):
    desk = build_desk("Politik")
    FormerSlug.objects.create(kind="desk", slug="staat", target_id=desk.pk)
    moved = client.get("/desks/staat/?page=2")
    assert (moved.status_code, moved["Location"]) == (301, "/desks/politik/?page=2")


def test_a_former_slug_does_not_betray_a_hidden_tag(client):
    tag = build_tag("Rücktritt")
    build_draft(tags=[tag.name])
    FormerSlug.objects.create(kind="tag", slug="alt", target_id=tag.pk)
    assert client.get("/tags/alt/").status_code == 404


def test_a_former_slug_of_one_kind_is_none_of_another(client):
    FormerSlug.objects.create(kind="desk", slug="staat", target_id=build_desk("Politik").pk)
    assert client.get("/tags/staat/").status_code == 404


def test_a_list_can_be_narrowed(client):
    build_person("Anna Berg")
    build_article("Beides", desk=build_desk("Politik"), tags=["Energie"])
    build_article("Nur Energie", tags=["Energie"])
    index_now()
    assert headlines_of(client.get("/tags/energie/?desk=politik")) == ["Beides"]


def test_a_list_that_is_narrowed_to_nothing_helps_on(client):
    build_article(tags=["Energie"])
    index_now()
    page = client.get("/tags/energie/?from=1950&to=1951")
    assert page.status_code == 200
    assert "Alle Filter aufheben" in text_of(page)


def test_a_desk_leads_with_its_newest_and_counts_the_desks_below(client):
    politics = build_desk("Politik")
    build_article("Unten", desk=build_desk("Rathaus", parent=politics))
    index_now()
    page = client.get("/desks/politik/")
    assert (page.context["lead"].headline, headlines_of(page)) == ("Unten", ["Unten"])
    assert [(desk.name, count) for desk, count in page.context["below"]] == [("Rathaus", 1)]


def test_a_narrowed_desk_has_no_lead(client):
    build_article("Neu", desk=build_desk("Politik"))
    index_now()
    assert "lead" not in client.get("/desks/politik/?year=2024").context


def test_tags_can_be_listed_by_count(client):
    for tags in (["Energie", "Ärzte"], ["Energie"]):
        build_article(tags=tags)
    build_draft(tags=["Rücktritt"])
    index_now()
    page = client.get("/tags/?order=count")
    assert [tag.name for tag in page.context["rows"]] == ["Energie", "Ärzte"]
    assert "Energie 2" in text_of(page)


def test_by_count_without_an_index_is_the_alphabet(client):
    build_article(tags=["Energie"])
    page = client.get("/tags/?order=count")
    assert (page.context["order"], "Energie" in text_of(page)) == ("a-z", True)


def test_tags_on_the_rise_are_told_with_what_is_usual(client):
    for _ in range(3):
        build_article(tags=["Hochwasser"])
    index_now()
    assert "Hochwasser 3 0,0" in text_of(client.get("/tags/?order=rise"))


@pytest.mark.parametrize("typed", ["ene", "stro", "Strom"])
def test_tags_are_found_by_the_beginning_of_any_of_their_names(client, typed):
    build_tag("Energie", "Strom")
    build_article(tags=["Energie", "Verkehr"])
    page = client.get("/tags/", {"q": typed})
    assert [tag.name for tag in page.context["rows"]] == ["Energie"]


def test_a_tag_nobody_has_leads_to_the_search(client):
    build_article(tags=["Energie"])
    assert "/search/?q=Gibtsnicht" in links_of(client.get("/tags/?q=Gibtsnicht"))


@pytest.mark.parametrize("question", ["order=geheim", "q=%00", "q=" + "x" * 900, "page=999", "order=count&page=999"])
def test_no_question_breaks_the_index_of_tags(client, question):
    build_article(tags=["Energie"])
    index_now()
    assert client.get(f"/tags/?{question}").status_code in {200, 404}


def test_words_that_find_nothing_on_a_list_lead_to_the_whole_archive(client):
    build_article(tags=["Energie"])
    build_article("Fußball", body="<p>Tore.</p>")
    index_now()
    assert "/search/?q=Zebra" in links_of(client.get("/tags/energie/?q=Zebra"))


LISTS = ["/desks/politik/", "/tags/energie/", "/topics/thema/"]
LISTS += ["/authors/karl-voss/", "/archive/2024/", "/people/anna-berg/"]


@pytest.fixture
def one_of_each():
    build_topic("Thema", tags=[build_tag("Energie")])
    values = {"tags": ["Energie"], "people": [build_person("Anna Berg")], "authors": [build_author("Karl Voss")]}
    values["desk"] = build_desk("Politik")
    build_article("Drin", **values)
    build_article("Sonst", published_at=NOW - 2 * HOUR, **{**values, "tags": ["Energie", "Stadt"]})
    index_now()


@pytest.mark.parametrize("address", LISTS)
def test_every_list_gives_the_same(client, one_of_each, address):
    page = client.get(address)
    assert "2 Artikel" in text_of(page)
    assert "?sort=oldest" in links_of(page)
    assert {f"{address}feed.atom", f"{address}feed.json"} <= links_of(page)
    assert {"q", "from", "to"} <= set(re.findall(r'name="(\w+)"', page.content.decode()))


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("question", ["", "topic=thema&", "year=2024&", "person=anna-berg&"])
def test_every_list_takes_the_same_filters(client, one_of_each, address, question):
    page = client.get(f"{address}?{question}tag=stadt")
    assert [article.headline for article in page.context["listing"].articles] == ["Sonst"]


@pytest.mark.parametrize("address", LISTS)
def test_what_every_article_has_is_no_choice(client, one_of_each, address):
    choices = {choice.slug for facet in client.get(address).context["facets"] for choice in facet.choices}
    assert "energie" not in choices or address.startswith("/people/")


@pytest.mark.parametrize("address", ["/desks/politik/", "/tags/energie/", "/topics/thema/", "/tags/", "/topics/"])
def test_more_articles_need_no_more_queries(client, count_queries, address):
    desk, topic = build_desk("Politik"), build_topic("Thema", tags=[build_tag("Energie")])

    def add(number: int) -> None:
        for _ in range(number):
            build_article(desk=desk, tags=["Energie"], people=[build_person(f"Person {topic.pk}")])
        index_now()

    add(3)
    few = count_queries(address)
    add(27)
    assert count_queries(address) == few <= 25


def test_a_search_that_finds_nothing_leads_to_names_like_the_words(client):
    build_article(tags=["Energie"])
    index_now()
    assert "/tags/energie/" in links_of(client.get("/search/?q=Energiekrisenstab"))


def test_a_topic_has_its_key_people_beside_the_story(client):
    topic = build_topic("Brückenbau", tags=[build_tag("Brücke")])
    topic.entries.create(date=NOW.date(), line="Der Beschluss")
    build_article(tags=["Brücke"], people=[build_person("Anna Berg")])
    build_article(tags=["Brücke"])
    index_now()
    page = client.get("/topics/brueckenbau/")
    assert "Die wichtigsten Personen Anna Berg" in text_of(page)
    assert all(group.kind != "person" for group in page.context["around"])


def test_a_further_page_says_so_in_its_title(client):
    for number in range(25):
        build_article(f"Artikel {number}", tags=["Energie"])
    assert "<title>Energie –" in client.get("/tags/energie/").content.decode()
    title = client.get("/tags/energie/?page=2").content.decode().partition("<title>")[2].partition("</title>")[0]
    assert " ".join(title.split()).startswith("Energie, Seite 2 –")


def test_a_page_in_english_says_what_of_it_is_german(client):
    build_tag("Energie", description="Wärme und Licht.")
    build_article(tags=["Energie"], desk=build_desk("Politik"))
    index_now()
    page = client.get("/en/tags/energie/").content.decode()
    assert '<p class="page-head__intro" lang="de">Wärme und Licht.</p>' in page
    assert '<ul lang="de">' in page.partition("</header>")[0]
    assert '<p class="page-head__intro">Wärme und Licht.</p>' in client.get("/tags/energie/").content.decode()


def test_an_english_list_says_which_names_are_german(client):
    build_article(tags=["Energie", "Wärme"], desk=build_desk("Politik"))
    for tags in (["Energie", "Wärme"], ["Energie"], [], []):
        build_article(tags=tags)
    index_now()
    page = client.get("/en/tags/energie/").content.decode()
    assert '<a href="/en/desks/politik/" lang="de">Politik</a>' in page.partition("<article")[2]
    assert '<a href="/en/tags/waerme/" lang="de">Wärme</a>' in page


def test_a_desk_that_leads_nowhere_is_in_no_menu(client):
    build_desk("Sport")
    build_article(desk=build_desk("Politik"))
    index_now()
    assert {link for link in links_of(client.get("/")) if link.startswith("/desks/")} == {"/desks/politik/"}
