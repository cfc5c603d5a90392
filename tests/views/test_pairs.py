"""Two people together."""

from datetime import date, timedelta

import pytest

from articles.models import FormerSlug
from articles.vocabulary import MentionStatus, Status
from tests.builders import NOW, build_article, build_mention, build_person
from tests.indexing import index_now
from tests.views.looking import headlines_of, links_of, text_of

pytestmark = pytest.mark.django_db

ADDRESS = "/people/anna-berg/with/karl-berg/"
BOTH = "<p>Es regnete. Anna Berg traf Karl Berg. Anna Berg schwieg.</p>"


@pytest.fixture(params=["index", "database"], autouse=True)
def way(request):
    return request.param


@pytest.fixture
def people():
    return [build_person("Anna Berg"), build_person("Karl Berg")]


def build(people, headline="Sie trafen sich", *, body=BOTH, **values):
    article = build_article(headline, body=body, **values)
    text = article.sections.first().plain
    for person in people:
        start = text.find(person.name)
        build_mention(article, person, start=start, end=start + len(person.name), surface=person.name)
    return article


@pytest.fixture
def ready(way):
    """Call it when the archive is as it should be."""
    return index_now if way == "index" else lambda: None


def test_it_lists_what_names_both_with_the_sentence(client, people, ready):
    build(people)
    build(people[:1], "Sie allein")
    ready()
    page = client.get(ADDRESS)
    assert headlines_of(page) == ["Sie trafen sich"]
    assert "<strong>Anna Berg</strong> traf <strong>Karl Berg</strong>." in page.content.decode()


def test_two_sentences_where_none_names_both(client, people, ready):
    build(people, body="<p>Anna Berg kam. Karl Berg ging.</p>")
    ready()
    assert client.get(ADDRESS).content.decode().count('class="row__standfirst row__quote"') == 2


def test_any_other_order_leads_to_the_one(client, people, ready):
    build(people)
    ready()
    answer = client.get("/people/karl-berg/with/anna-berg/?year=2024")
    assert (answer.status_code, answer["Location"]) == (301, f"{ADDRESS}?year=2024")


@pytest.mark.parametrize("old", ["/people/anna-alt/with/karl-berg/", "/people/karl-berg/with/anna-alt/"])
@pytest.mark.parametrize("below", ["", "feed.atom"])
def test_former_slugs_lead_there_too(client, people, ready, old, below):
    FormerSlug.objects.create(kind="person", slug="anna-alt", target_id=people[0].pk)
    build(people)
    ready()
    answer = client.get(old + below)
    assert (answer.status_code, answer["Location"]) == (301, ADDRESS + below)


def test_who_shares_nothing_has_no_page(client, people, ready):
    build(people[:1])
    build(people[1:])
    ready()
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize("address", ["/people/anna-berg/with/anna-berg/", "/people/anna-berg/with/niemand/"])
def test_one_person_is_no_pair(client, people, ready, address):
    build(people)
    ready()
    assert client.get(address).status_code == 404


def test_who_is_not_public_has_no_pair(client, people, ready):
    build(people)
    ready()
    people[1].is_public = False
    people[1].save()
    assert client.get(ADDRESS).status_code == 404
    assert client.get("/people/karl-berg/with/anna-berg/").status_code == 404


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": Status.DRAFT},
        {"status": Status.WITHDRAWN},
        {"published_at": NOW + timedelta(days=9000)},
        {"embargoed_until": NOW + timedelta(days=9000)},
    ],
)
def test_what_only_hidden_articles_share_is_nothing(client, people, ready, hidden):
    build(people, **hidden)
    for person in people:
        build([person])
    ready()
    assert client.get(ADDRESS).status_code == 404


def test_a_suggested_mention_shares_nothing(client, people, ready):
    article = build(people[:1])
    build([people[1]])
    build_mention(article, people[1], status=MentionStatus.SUGGESTED, start=20, end=25)
    ready()
    assert client.get(ADDRESS).status_code == 404


def test_filters_that_find_nothing_leave_the_page(client, people, ready):
    build(people)
    ready()
    page = client.get(f"{ADDRESS}?year=1999")
    assert page.status_code == 200
    assert headlines_of(page) == []


@pytest.mark.parametrize("form", ["atom", "json"])
def test_it_can_be_subscribed_to(client, people, ready, form):
    build(people)
    build(people[:1], "Sie allein")
    ready()
    feed = client.get(f"{ADDRESS}feed.{form}").content.decode()
    assert "Anna Berg und Karl Berg" in feed
    assert "Sie trafen sich" in feed
    assert "Sie allein" not in feed
    assert f"{ADDRESS}feed.{form}" in links_of(client.get(ADDRESS))


def test_who_they_were_is_said_of_each(client, people, ready):
    people[1].roles.create(title="Landrat", since=date(2019, 1, 1), until=date(2021, 1, 1))
    build(people)
    ready()
    said = text_of(client.get(ADDRESS))
    assert "2019–2021 Landrat" in said


def test_more_articles_need_no_more_queries(client, people, ready, count_queries):
    def add(number: int) -> None:
        for place in range(number):
            build([*people, build_person(f"Person {place}")], body=f"{BOTH}<p>Person {place}</p>")
        ready()

    add(4)
    few = count_queries(ADDRESS)
    add(26)
    assert count_queries(ADDRESS) == few <= 30
