"""Every list and every search as a subscription."""

import os
from datetime import timedelta
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date

from articles.editorial.correct import correct
from articles.editorial.rename import rename
from articles.models import Author, Tag, Topic
from articles.vocabulary import Status
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
from tests.feeds.rules import broken_rules
from tests.indexing import index_now
from tests.views.looking import links_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed():
    """One article in every list there is, and one in none but the archive's."""
    build_topic("Brückenbau", tags=[build_tag("Brücken")])
    people, authors = [build_person("Anna Berg")], [build_author("Karl Voss")]
    article = build_article("Der Riss", desk=build_desk("Politik"), tags=["Brücken"], people=people, authors=authors)
    build_article("Fußball", published_at=NOW - timedelta(days=800))
    index_now()
    return article


def titles(answer):
    assert answer.status_code == 200
    if answer["Content-Type"].startswith("application/feed+json"):
        return [item["title"] for item in answer.json()["items"]]
    return [entry.title for entry in feedparser.parse(answer.content).entries]


DATES = ("/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/")


@pytest.fixture
def lists(filed):
    """The addresses of its lists."""
    rows = [filed.desk, filed.tags.get(), Topic.objects.get(), filed.people.get(), Author.objects.get()]
    return [*(reverse(row._meta.model_name, args=[row.slug]) for row in rows), *DATES]


@pytest.mark.parametrize("form", ["atom", "json"])
def test_every_list_has_its_feed(client, lists, form):
    for address in (*lists, "/search/?desk=politik&x=", "/search/?q=Riss&x="):
        path, _, query = address.partition("?")
        assert titles(client.get(f"{path}feed.{form}?{query}")) == ["Der Riss"], address


@pytest.mark.parametrize("form", ["atom", "json"])
def test_it_keeps_the_rules_of_its_format(client, lists, form):
    for address in (*lists, "/", "/search/"):
        assert broken_rules(client.get(f"{address}feed.{form}?tag=").content, form) == []


def test_the_front_page_is_everything_newest_first(client, filed):
    assert titles(client.get("/feed.atom")) == titles(client.get("/feed.json")) == ["Der Riss", "Fußball"]


def test_a_search_is_newest_first_unless_it_says_otherwise(client):
    build_article("Brücke, Brücke", published_at=NOW - timedelta(days=800))
    build_article("Ein Tag", body="<p>" + "Regen. " * 50 + "Brücke</p>")
    index_now()
    assert titles(client.get("/search/feed.atom?q=Brücke")) == ["Ein Tag", "Brücke, Brücke"]
    assert titles(client.get("/search/feed.atom?q=Brücke&sort=relevance")) == ["Brücke, Brücke", "Ein Tag"]


def test_pages_name_each_other(client):
    for number in range(61):
        build_article(f"Nr. {number}")
    index_now()
    feed = feedparser.parse(client.get("/search/feed.atom?q=Brücke&page=2").content).feed
    pages = {link.rel: link.href.partition("?q=Br%C3%BCcke")[2] for link in feed.links if link.rel != "search"}
    wanted = {"self": "&page=2", "alternate": "", "first": "", "previous": "", "next": "&page=3", "last": "&page=3"}
    assert pages == wanted


@pytest.mark.parametrize("form", ["atom", "json"])
@pytest.mark.parametrize("address", ["/", "/tags/brücke/", "/corrections/", "/search/"])
def test_every_page_of_a_feed_keeps_the_rules_and_leads_to_each_entry_once(client, address, form):
    for number in range(61):
        article = build_article(f"Nr. {number}", tags=["Brücke"])
        correct(article, kind="note", note="Neu.", editor=None, at=NOW + timedelta(minutes=number))
    index_now()
    found, url = [], f"{address}feed.atom".replace("ü", "ue")
    while url:
        answer = client.get(url.replace("feed.atom", f"feed.{form}"))
        assert broken_rules(answer.content, form) == []
        feed = feedparser.parse(client.get(url).content)
        found += [entry.id for entry in feed.entries]
        url = next((link.href.removeprefix("http://testserver") for link in feed.feed.links if link.rel == "next"), "")
    assert len(found) == len(set(found)) == 61


def test_it_says_how_much_there_is_and_where_more_is_found(client):
    for number in range(31):
        build_article(f"Nr. {number}")
    assert "opensearch_totalresults" not in feedparser.parse(client.get("/feed.atom").content).feed  # nobody can say
    index_now()
    feed = feedparser.parse(client.get("/search/feed.atom?q=Brücke&page=2").content).feed
    said = (feed.opensearch_totalresults, feed.opensearch_startindex, feed.opensearch_itemsperpage)
    assert said == ("31", "31", "30")
    assert "http://testserver/opensearch.xml" in {link.href for link in feed.links if link.rel == "search"}


def test_it_says_what_it_is_of(client, filed):
    Tag.objects.update(description="Über den Fluss.")
    Topic.objects.update(intro="<p>Seit <em>2019</em>.</p>")
    assert client.get("/tags/bruecken/feed.json").json()["description"] == "Über den Fluss."
    assert client.get("/topics/brueckenbau/feed.json").json()["description"] == "Seit 2019."
    assert "description" not in client.get("/desks/politik/feed.json").json()


@pytest.mark.parametrize("query", ["?desk=&tag=bruecken", "?tag=bruecken&utm_source=x", "?tag=bruecken&q=%20&page=1"])
def test_however_it_is_asked_for_it_is_one_feed(client, filed, query):
    feed, plain = (feedparser.parse(client.get(f"/feed.atom{one}").content).feed for one in (query, "?tag=bruecken"))
    assert (feed.id, feed.links) == (plain.id, plain.links)


def test_the_order_of_the_filters_makes_no_other_feed(client, filed):
    one, other = ("/feed.atom?tag=bruecken&desk=politik", "/feed.atom?desk=politik&tag=bruecken")
    assert client.get(one).content == client.get(other).content


def test_json_names_the_next_page(client):
    for number in range(31):
        build_article(f"Nr. {number}")
    index_now()
    said = client.get("/feed.json").json()
    assert said["next_url"] == "http://testserver/feed.json?page=2"
    assert "next_url" not in client.get("/feed.json?page=2").json()


def test_a_page_too_far_is_not_found(client, filed):
    assert client.get("/feed.atom?page=2").status_code == 404
    assert client.get("/feed.atom?page=99999999999").status_code == 404


def test_a_former_slug_leads_on(client, filed):
    rename(filed.desk, editor=None, at=NOW, slug="innenpolitik")
    answer = client.get("/desks/politik/feed.json?page=1")
    assert answer.status_code == 301
    assert answer["Location"] == "/desks/innenpolitik/feed.json?page=1"


def test_a_renamed_desks_feed_is_the_same_feed(client, filed):
    before = feedparser.parse(client.get("/desks/politik/feed.atom").content).feed.id
    rename(filed.desk, editor=None, at=NOW, slug="innenpolitik")
    assert feedparser.parse(client.get("/desks/innenpolitik/feed.atom").content).feed.id == before


@pytest.mark.parametrize(
    "address", ["/desks/nix/feed.atom", "/archive/2024/13/feed.atom", "/feed.rss", "/en/feed.atom"]
)
def test_what_is_not_there_is_not_found(client, db, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["tag=nix", "from=gestern", "from=2024&to=2023", "q=" + "a" * 300])
def test_a_wrong_question_is_refused_with_the_reason(client, filed, query):
    """Without the filter it would be a subscription to everything."""
    answer = client.get(f"/search/feed.atom?{query}")
    assert answer.status_code == 400
    assert answer.content.decode().startswith(query.partition("=")[0]) or "to:" in answer.content.decode()


@pytest.mark.parametrize("query", ["q=%00%ff", 'q="', "q=---", "q=(OR", "q=*", "%ff=%fe", "q=%ED%A0%80"])
def test_hostile_questions_are_answered_well_formed(client, filed, query):
    answer = client.get(f"/search/feed.atom?{query}")
    assert answer.status_code == 200
    ET.fromstring(answer.content)


def test_what_is_not_visible_is_not_in_it(client, filed):
    build_draft("Entwurf")
    build_article("Gesperrt", embargoed_until=timezone.now() + timedelta(hours=1))
    build_article("Zurück", status=Status.WITHDRAWN)
    index_now()
    assert titles(client.get("/feed.atom")) == ["Der Riss", "Fußball"]


def test_a_withdrawn_article_vanishes_before_the_index_knows(client, filed):
    type(filed).objects.filter(pk=filed.pk).update(status=Status.WITHDRAWN, withdrawn_at=NOW, withdrawal_reason="x")
    assert titles(client.get("/feed.atom")) == ["Fußball"]


def test_unchanged_it_is_not_sent_again(client, filed):
    etag = client.get("/feed.atom")["ETag"]
    assert client.get("/feed.atom", headers={"if-none-match": etag}).status_code == 304


def test_a_new_name_is_a_change(client, filed):
    etag = client.get("/feed.atom")["ETag"]
    filed.desk.name = "Inneres"
    filed.desk.save()
    assert client.get("/feed.atom", headers={"if-none-match": etag}).status_code == 200


def test_what_changed_just_now_has_no_date(client, filed):
    """Within the same second it may change again."""
    assert "Last-Modified" not in client.get("/feed.atom")


@pytest.fixture
def settled(filed, settings):
    """The index was written an hour ago; returns the date the feed gives."""
    [written] = settings.INDEX_DIR.glob("g-*/meta.json")
    an_hour_ago = timezone.now().timestamp() - 3600
    os.utime(written, (an_hour_ago, an_hour_ago))
    return http_date(an_hour_ago)


def test_unchanged_since_a_date_it_is_not_sent_again(client, settled):
    assert client.get("/feed.atom")["Last-Modified"] == settled
    assert client.get("/feed.atom", headers={"if-modified-since": settled}).status_code == 304


def test_what_vanished_is_a_change_since_that_date(client, filed, settled):
    type(filed).objects.filter(pk=filed.pk).update(status=Status.WITHDRAWN, withdrawn_at=NOW, withdrawal_reason="x")
    answer = client.get("/feed.atom", headers={"if-modified-since": settled})
    assert titles(answer) == ["Fußball"]


def test_without_an_index_a_list_has_its_feed(client):
    build_article("Energie!", tags=["Energie"])
    answer = client.get("/tags/energie/feed.atom")
    assert titles(answer) == ["Energie!"]
    assert "Last-Modified" not in answer


def test_without_an_index_words_find_nothing_and_it_says_so(client, db):
    answer = client.get("/search/feed.atom?q=Brücke")
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert b"index_articles --rebuild" in answer.content


def test_a_searchs_feed_is_not_for_search_machines(client, filed):
    assert client.get("/search/feed.atom")["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/feed.atom")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_pages_name_their_feed(client, filed, prefix):
    assert "/desks/politik/feed.atom?tag=energie" in links_of(client.get(f"{prefix}/desks/politik/?tag=energie&page=1"))
    assert "/feed.json" in links_of(client.get(f"{prefix}/"))
    assert "/search/feed.atom?q=Riss" in links_of(client.get(f"{prefix}/search/?q=Riss&sort=oldest"))


EACH = [
    *("/", "/desks/politik/", "/tags/t/", "/topics/t/", "/people/anna-berg/", "/people/anna-berg/with/berta-kahn/"),
    *("/authors/karl-voss/", "/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/"),
]


@pytest.mark.parametrize("address", [*(f"{path}feed.atom" for path in EACH), "/search/feed.json?q=Brücke&tag=t"])
def test_more_articles_need_no_more_queries(client, count_queries, address):
    build_topic("T", tags=[build_tag("T")])
    shared = {"desk": build_desk(), "people": [build_person("Anna Berg"), build_person("Berta Kahn")]}
    author = build_author("Karl Voss")

    def add(number: int) -> None:
        for place in range(number):
            build_article("Brücke", tags=["T", f"T{place}"], authors=[author, build_author(f"A {place}")], **shared)
        index_now()

    add(3)
    few = count_queries(address)
    add(17)
    assert count_queries(address) == few <= 18


def test_a_list_offers_its_feeds_and_a_search_its_files_besides(client, filed):
    assert {"/tags/feed.atom", "/search/export.csv"}.isdisjoint(links_of(client.get("/tags/")))
    files = {"/search/feed.json?q=Riss", "/search/export.csv?q=Riss", "/search/export.jsonl?q=Riss"}
    assert files <= links_of(client.get("/en/search/?q=Riss&page=1"))
    links = [link for link in links_of(client.get("/desks/politik/")) if "export" in link]
    assert links == []


@pytest.fixture
def with_hub(settings):
    settings.WEBSUB_HUB, settings.SITE_URL = "https://hub.example/", "http://testserver"


@pytest.mark.parametrize("form", ["atom", "json"])
def test_feeds_name_the_hub_that_is_told_of_their_changes(client, lists, with_hub, form):
    for address in (*lists, "/", "/corrections/"):
        answer = client.get(f"{address}feed.{form}")
        assert b"https://hub.example/" in answer.content, address
        own = f'<http://testserver{address}feed.{form}>; rel="self"'
        assert answer["Link"] == f'{own}, <https://hub.example/>; rel="hub"'


@pytest.mark.parametrize("address", ["/search/feed.atom", "/tags/bruecken/feed.atom?desk=politik", "/feed.atom?page=2"])
def test_what_the_hub_is_not_told_of_does_not_name_it(client, filed, with_hub, address):
    for number in range(31):
        build_article(f"Nr. {number}")
    index_now()
    answer = client.get(address)
    assert answer.status_code == 200
    assert "Link" not in answer
    assert b"hub.example" not in answer.content


def test_whatever_the_host_is_called_a_feed_has_one_address(client, filed, settings):
    settings.SITE_URL = "https://zeitung.example"
    for host in ("localhost", "127.0.0.1"):
        feed = feedparser.parse(client.get("/feed.atom", headers={"host": host}).content)
        assert {link.href for link in feed.feed.links if link.rel == "self"} == {"https://zeitung.example/feed.atom"}
        assert all(entry.link.startswith("https://zeitung.example/") for entry in feed.entries)
