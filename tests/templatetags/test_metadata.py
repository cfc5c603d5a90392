"""What the head of each kind of page says to machines."""

import json
import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string

from articles.editorial.correct import correct
from articles.templatetags.metadata import in_english, json_ld
from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_tag, build_topic
from tests.indexing import index_now
from tests.linked_data.required import lacking
from tests.views.looking import data_of, head_of

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
ARTICLE = "/2024/11/05/riss/"


@pytest.fixture(autouse=True)
def archive():
    desk = build_desk("Brücken", parent=build_desk("Politik"))
    tag, people = build_tag("Energie"), [build_person("Anna Berg"), build_person("Berta Kahn")]
    build_topic("Brückenbau", tags=[tag])
    more = {"desk": desk, "tags": ["Energie"], "people": people, "authors": [build_author("Karl Voss")]}
    article = build_article('Der "Riss" & mehr', slug="riss", standfirst="<Kurz> & gut.", **more)
    index_now()
    return article


def trail_of(page):
    return [
        (step["name"], step["item"].removeprefix(SITE)) for step in data_of(page)["BreadcrumbList"]["itemListElement"]
    ]


LISTS = [
    *("/desks/bruecken/", "/tags/energie/", "/topics/brueckenbau/", "/people/anna-berg/", "/authors/karl-voss/"),
    *("/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/", "/people/anna-berg/with/berta-kahn/"),
]
NAMES = ["/tags/", "/topics/", "/people/", "/authors/", "/archive/", "/corrections/"]


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("address", ["/", ARTICLE, *LISTS, *NAMES])
def test_each_kind_of_page_says_what_its_type_requires(client, address, prefix):
    said = data_of(client.get(prefix + address))
    assert [lack for thing in said.values() for lack in lacking(thing)] == []
    assert "WebSite" in said if address == "/" else "BreadcrumbList" in said
    assert ("CollectionPage" in said) == (address in LISTS)
    assert ("NewsArticle" in said) == (address == ARTICLE)


@pytest.mark.parametrize("address", ["/", ARTICLE, *LISTS])
def test_each_thing_of_a_page_is_another(client, address):
    """Two of one name would be one: a person who is a page, for instance."""
    names = [thing["@id"] for thing in data_of(client.get(address)).values() if "@id" in thing]
    assert len(names) == len(set(names)) >= 1


def test_an_article_has_a_picture(client):
    assert data_of(client.get(ARTICLE))["NewsArticle"]["image"]


@pytest.mark.parametrize("address", ["/people/anna-berg/", "/authors/karl-voss/"])
def test_a_page_says_whom_it_is_about(client, address):
    said = data_of(client.get(address))
    assert said["CollectionPage"]["about"] == {"@id": said["Person"]["@id"]}


def test_the_second_page_of_a_list_goes_on_counting(client):
    for number in range(25):
        build_article(f"Nr. {number}", tags=["Energie"])
    index_now()
    listed = data_of(client.get("/tags/energie/?page=2"))["CollectionPage"]["mainEntity"]
    assert [item["position"] for item in listed["itemListElement"]] == [21, 22, 23, 24, 25, 26]
    assert listed["numberOfItems"] == 26


@pytest.mark.parametrize("address", ["/search/?q=Riss", "/search/", "/nix/", "/tags/energie/?facet=person"])
def test_what_is_not_for_search_machines_says_nothing(client, address):
    html = client.get(address).content
    assert b"application/ld+json" not in html
    assert b'rel="canonical"' not in html


def test_a_filtered_list_is_no_collection(client):
    assert set(data_of(client.get("/tags/energie/?desk=politik"))) == {"BreadcrumbList", "NewsMediaOrganization"}


def test_the_way_to_an_article_leads_over_its_desk(client):
    way = [("Newsroom", "/"), ("Brücken", "/desks/bruecken/"), ('Der "Riss" & mehr', ARTICLE)]
    assert trail_of(client.get(ARTICLE)) == way
    assert trail_of(client.get(f"/en{ARTICLE}")) == way


def test_the_way_to_a_day_leads_over_its_year_and_month(client):
    names = [name for name, _path in trail_of(client.get("/archive/2024/11/05/"))]
    assert names == ["Newsroom", "Archiv nach Datum", "2024", "November 2024", "5. November 2024"]
    assert len(trail_of(client.get("/archive/2024/"))) == 3


def test_the_way_to_a_desk_leads_over_the_one_above(client):
    assert trail_of(client.get("/desks/bruecken/"))[1] == ("Politik", "/desks/politik/")
    assert len(trail_of(client.get("/desks/politik/"))) == 2


def test_a_correction_is_told(client, archive):
    correct(archive, editor=None, at=NOW, kind="correction", note="Es waren </script> drei.")
    said = data_of(client.get(ARTICLE))["NewsArticle"]
    assert said["correction"][0]["text"] == "Es waren </script> drei."
    assert list(lacking(said)) == []


@pytest.mark.parametrize("address", ["/", ARTICLE, *LISTS, *NAMES])
def test_every_page_names_itself_and_its_twin_and_so_does_the_twin(client, address):
    named = {name: [f"{SITE}{prefix}{address}"] for name, prefix in (("de", ""), ("en", "/en"), ("x-default", ""))}
    for prefix in ("", "/en"):
        page = client.get(prefix + address)
        head = head_of(page)
        assert page.status_code == 200
        assert {name: head[f"alternate {name}"] for name in named} == named
        assert head["canonical"] == head["og:url"] == named["de"]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_both_languages_name_each_other_and_the_german_one_is_canonical(client, prefix):
    head = head_of(client.get(f"{prefix}/tags/energie/?utm=x&q="))
    assert head["canonical"] == head["alternate de"] == head["alternate x-default"] == [f"{SITE}/tags/energie/"]
    assert head["alternate en"] == [f"{SITE}/en/tags/energie/"]


def test_a_marked_article_is_canonical_without_the_words(client):
    head = head_of(client.get(f"{ARTICLE}?q=Riss"))
    assert head["canonical"] == head["og:url"] == [SITE + ARTICLE]


def test_a_versions_page_is_the_article_to_machines(client, archive):
    correct(archive, editor=None, at=NOW, kind="correction", note="Drei.")
    page = client.get(f"{ARTICLE}versions/1/")
    assert head_of(page)["canonical"] == [SITE + ARTICLE]
    assert b"application/ld+json" not in page.content


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_article_shared_elsewhere_shows_title_and_standfirst(client, prefix):
    head = head_of(client.get(prefix + ARTICLE))
    assert (head["og:title"], head["og:description"]) == (['Der "Riss" & mehr'], ["<Kurz> & gut."])
    assert head["og:type"] == ["article"]
    assert head["article:published_time"] == ["2024-11-05T12:00:00+01:00"]
    assert (head["article:section"], head["article:tag"]) == (["Brücken"], ["Energie"])
    assert head["article:author"] == [f"{SITE}/authors/karl-voss/"]


def test_an_article_nobody_signed_names_no_author(client):
    unsigned = build_article(slug="ohne")
    assert "article:author" not in head_of(client.get(unsigned.get_absolute_url()))


@pytest.mark.parametrize(("address", "kind"), [("/", "website"), ("/people/anna-berg/", "profile")])
def test_other_pages_are_shared_as_what_they_are(client, address, kind):
    """With the four that ogp.me requires of every page."""
    head = head_of(client.get(address))
    assert head["og:type"] == [kind]
    assert all(head[f"og:{name}"][0] for name in ("title", "type", "image", "url"))
    assert head["og:site_name"] == ["Newsroom"]
    assert head["og:locale"] == ["de_DE"]


def test_pages_of_a_list_name_the_ones_beside_them(client):
    for number in range(45):
        build_article(f"Nr. {number}", tags=["Energie"], published_at=NOW - timedelta(days=number))
    index_now()
    first, second, last = (head_of(client.get(f"/tags/energie/?lang=de{page}")) for page in ("", "&page=2", "&page=3"))
    assert ("prev" in first, first["next"]) == (False, ["/tags/energie/?lang=de&page=2"])
    assert (second["prev"], second["next"]) == (["/tags/energie/?lang=de"], ["/tags/energie/?lang=de&page=3"])
    assert (last["prev"], "next" in last) == (["/tags/energie/?lang=de&page=2"], False)


def test_the_colours_are_those_of_the_paper(client):
    with open("static/css/tokens.css", encoding="utf-8") as file:
        papers = re.findall(r"--paper: (#\w+);", file.read())
    assert head_of(client.get("/"))["theme-color"] == papers[:2]


def test_no_text_ends_the_block():
    html = json_ld([{"name": "</script><b>&\u2028 „Ä“"}])
    assert html.count("<") == html.count(">") == 2
    said = json.loads(re.fullmatch(r"<script[^>]*>(.*)</script>", html)[1])
    assert said["@graph"] == [{"name": "</script><b>&\u2028 „Ä“"}]


@pytest.mark.parametrize(
    ("german", "english"),
    [("http://a.b/", "http://a.b/en/"), ("http://a.b:8/x/?page=2", "http://a.b:8/en/x/?page=2")],
)
def test_the_english_address(german, english):
    assert in_english(german) == english


def test_a_preview_tells_machines_nothing(client, admin_client, archive):
    html = admin_client.get(f"/preview/{archive.pk}/").content
    assert b"application/ld+json" not in html
    assert b'rel="canonical"' not in html


def test_the_public_name_is_canonical_whatever_the_host_is_called(client, settings):
    settings.SITE_URL = "https://zeitung.example"
    page = client.get("/en/tags/energie/", headers={"host": "localhost"})
    assert head_of(page)["canonical"] == ["https://zeitung.example/tags/energie/"]
    assert head_of(page)["alternate en"] == ["https://zeitung.example/en/tags/energie/"]
    assert data_of(page)["CollectionPage"]["url"] == "https://zeitung.example/tags/energie/"
    assert b"<loc>https://zeitung.example/" in client.get("/sitemap.xml").content


def test_a_page_that_is_no_list_offers_the_front_pages_feed(client):
    for address in (ARTICLE, "/tags/", "/en/topics/"):
        assert b'href="/feed.atom"' in client.get(address).content
    assert b"Energie \xe2\x80\x93 Newsroom (Atom)" in client.get("/tags/energie/").content


@pytest.mark.parametrize(
    ("data", "picture", "card"),
    [
        ({"headline": "Riss", "image": [f"{SITE}/share.png"]}, [f"{SITE}/share.png"], "summary_large_image"),
        ({"headline": "Riss"}, None, "summary"),
        ({"name": "Anna", "image": {"url": f"{SITE}/a.webp"}}, [f"{SITE}/a.webp"], "summary"),
        ({"name": "Anna"}, None, "summary"),
    ],
)
def test_a_picture_is_shown_where_there_is_one(rf, data, picture, card):
    said = {"data": data, "page_title": "Riss", "page_description": "Kurz", "own_address": ""}
    html = render_to_string("components/metadata.html", said, request=rf.get("/"))
    head = head_of(HttpResponse(html))
    assert (head.get("og:image"), head["twitter:card"]) == (picture, [card])


@pytest.mark.parametrize("address", ["/", ARTICLE, "/archive/", "/topics/"])
def test_what_has_no_pages_has_one_address_whatever_page_is_asked_for(client, address):
    said = client.get(f"{address}?page=7").content.decode()
    assert f'<link rel="canonical" href="{SITE}{address}">' in said
