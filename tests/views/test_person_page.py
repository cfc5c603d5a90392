"""The page of a person: the sentences, the months, who and what else."""

from datetime import UTC, date, datetime, timedelta

import pytest

from articles.vocabulary import Status
from tests.builders import NOW, build_article, build_desk, build_mention, build_person, build_topic
from tests.indexing import index_now
from tests.views.looking import headlines_of, links_of, text_of

pytestmark = pytest.mark.django_db

ADDRESS = "/people/anna-berg/"


@pytest.fixture
def person():
    return build_person("Anna Berg")


def build(person, headline="Die Rede", *, others=(), **values):
    article = build_article(headline, body="<p>Still war es. Dann sprach Anna Berg laut.</p>", **values)
    build_mention(article, person, start=26, end=35, surface="Anna Berg")
    for other in others:
        build_mention(article, other)
    return article


def test_each_article_comes_with_its_sentence(client, person):
    build(person, standfirst="Ein Vorspann ohne sie.")
    html = client.get(ADDRESS).content.decode()
    assert '<p class="row__standfirst row__quote">Dann sprach <strong>Anna Berg</strong> laut.</p>' in html
    assert "Ein Vorspann ohne sie." not in html


def test_where_the_place_no_longer_fits_the_standfirst_stands(client, person):
    article = build(person, standfirst="Ein Vorspann ohne sie.")
    article.sections.update(body="<p>Ein anderer Text.</p>")
    said = text_of(client.get(ADDRESS))
    assert "Ein Vorspann ohne sie." in said
    assert "laut" not in said


def test_a_sentence_is_escaped(client, person):
    article = build_article(body="<p>&lt;b&gt; Anna Berg &amp; Co.</p>")
    build_mention(article, person, start=4, end=13, surface="Anna Berg")
    assert "&lt;b&gt; <strong>Anna Berg</strong> &amp; Co." in client.get(ADDRESS).content.decode()


def test_words_show_the_passage_instead(client, person):
    build(person)
    index_now()
    html = client.get(f"{ADDRESS}?q=laut").content.decode()
    assert "row__quote" not in html
    assert "<mark>laut</mark>" in html


def test_months_are_drawn_and_told_in_a_table(client, person):
    for month in (1, 3, 3):
        build(person, published_at=datetime(2024, month, 5, tzinfo=UTC))
    index_now()
    page = client.get(ADDRESS)
    assert "Artikel je Monat" in text_of(page)
    assert "März 2024 2" in text_of(page)
    assert {"?from=2024-01&to=2024-01", "?from=2024-03&to=2024-03"} <= links_of(page)


def test_company_leads_to_the_person_and_to_the_pair(client, person):
    build(person, others=[build_person("Karl Voss")])
    index_now()
    links = links_of(client.get(ADDRESS))
    assert {"/people/karl-voss/", "/people/anna-berg/with/karl-voss/"} <= links


def test_from_three_on_the_company_is_drawn(client, person):
    build(person, others=[build_person(f"Karl Voss{number}") for number in range(2)])
    index_now()
    assert client.get(ADDRESS).context["network"] is None
    build(person, others=[build_person("Ida Alt")])
    index_now()
    drawn = client.get(ADDRESS).context["network"]
    assert {dot.node.label for dot in drawn.dots} == {"Voss0", "Voss1", "Alt"}


def test_two_of_one_family_have_their_whole_names(client, person):
    build(person, others=[build_person(name) for name in ("Karl Berg", "Ida Alt", "Kim Neu")])
    index_now()
    drawn = client.get(ADDRESS).context["network"]
    assert drawn.centre.node.label == "Anna Berg"
    assert {dot.node.label for dot in drawn.dots} == {"Karl Berg", "Alt", "Neu"}


def test_the_person_is_no_choice_on_the_own_page(client, person):
    build(person, others=[build_person("Karl Voss")])
    build(person)
    index_now()
    for address in (ADDRESS, f"{ADDRESS}?facet=person"):
        html = client.get(address).content.decode()
        assert 'value="karl-voss"' in html
        assert 'value="anna-berg"' not in html


@pytest.mark.parametrize("query", ["year=2023", "desk=politik", "tag=energie", "topic=strom", "person=karl-voss"])
def test_the_list_can_be_narrowed(client, person, query):
    values = {"tags": ["Energie"], "desk": build_desk("Politik"), "others": [build_person("Karl Voss")]}
    wanted = build(person, "Gesucht", published_at=datetime(2023, 5, 5, tzinfo=UTC), **values)
    build(person, "Anderes")
    build_topic("Strom", tags=wanted.tags.all())
    index_now()
    assert headlines_of(client.get(f"{ADDRESS}?{query}")) == ["Gesucht"]
    feed = client.get(f"{ADDRESS}feed.atom?{query}").content.decode()
    assert ("Gesucht" in feed, "Anderes" in feed) == (True, False)


def test_topics_and_tags_are_named(client, person):
    article = build(person, tags=["Energie"])
    build_topic("Strom", tags=article.tags.all())
    index_now()
    assert {"?tag=energie", "?topic=strom"} <= links_of(client.get(ADDRESS))


@pytest.mark.parametrize(
    "query", ["year=x", "year=0000", "topic=weg", "person=niemand", "facet=year", "facet=topic", "page=x"]
)
def test_whatever_is_typed_is_answered(client, person, query):
    build(person)
    index_now()
    assert client.get(f"{ADDRESS}?{query}").status_code == 200


def test_roles_are_dated_and_stand_in_their_order(client, person):
    person.roles.create(title="Stadträtin", until=date(2019, 1, 1))
    person.roles.create(title="Ministerin", since=date(2020, 1, 1))
    build(person)
    assert "seit 2020 Ministerin bis 2019 Stadträtin" in text_of(client.get(ADDRESS))


@pytest.mark.parametrize(
    "hidden", [{"status": Status.DRAFT}, {"status": Status.WITHDRAWN}, {"embargoed_until": NOW + timedelta(days=9999)}]
)
def test_hidden_articles_give_no_sentence_no_company_and_no_count(client, person, hidden):
    build(person, "Sichtbar")
    build(person, "Verborgen", others=[build_person("Karl Voss")], **hidden)
    index_now()
    page = client.get(ADDRESS)
    assert (headlines_of(page), page.context["listing"].count, page.context["around"]) == (["Sichtbar"], 1, [])


def test_more_company_needs_no_more_queries(client, person, count_queries):
    def add(number: int) -> None:
        for place in range(number):
            build(person, others=[build_person(f"Person {place} N{number}{place}")], tags=[f"T{place}"])
        index_now()

    add(4)
    few = count_queries(ADDRESS)
    add(26)
    assert count_queries(ADDRESS) == few <= 25
