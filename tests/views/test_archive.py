"""The archive by date."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.builders import NOW, build_article, build_desk, build_draft
from tests.indexing import index_now
from tests.views.looking import headlines_of, links_of, text_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(params=["index", "database"])
def archived(request):
    """Three articles: two of November 2024, one of the year before."""
    build_article("Heute")
    build_article("Gestern", published_at=NOW - DAY)
    build_article("Voriges Jahr", published_at=NOW - 400 * DAY)
    build_draft("Geheimplan")
    if request.param == "index":
        index_now()


def test_years_have_counts_where_there_is_an_index(client, archived):
    page = client.get("/archive/")
    counts = [(year, count) for year, count, *_ in page.context["years"]]
    assert counts in ([("2024", 2), ("2023", 1)], [("2024", None), ("2023", None)])
    assert ("3 Artikel" in text_of(page)) == (counts[0][1] is not None)
    assert "/archive/2024/" in links_of(page)


def test_the_years_months_are_links_where_there_is_something(client):
    build_article()
    index_now()
    assert {link for link in links_of(client.get("/archive/")) if link.startswith("/archive/2024/")} == {
        "/archive/2024/",
        "/archive/2024/11/",
    }


def test_the_link_of_a_month_leads_to_it(client):
    build_article(published_at=datetime(2024, 3, 14, 12, tzinfo=UTC))
    index_now()
    assert "/archive/2024/03/" in links_of(client.get("/archive/"))


def test_a_year_has_a_calendar_of_the_days_there_are(client, archived):
    page = client.get("/archive/2024/")
    days = {link for link in links_of(page) if link.startswith("/archive/2024/11/0")}
    assert days == {"/archive/2024/11/04/", "/archive/2024/11/05/"}
    assert headlines_of(page) == ["Heute", "Gestern"]


def test_a_calendar_says_its_counts_in_words(client):
    build_article()
    index_now()
    assert "5. 1 Artikel" in text_of(client.get("/archive/2024/"))
    assert "1 . 1 Artikel" in text_of(client.get("/archive/2024/11/")).replace("51", "1 ")


def test_a_calendar_keeps_the_filters_and_counts_with_them(client):
    build_article("Politik", desk=build_desk("Politik"))
    build_article("Sport", desk=build_desk("Sport"))
    index_now()
    page = client.get("/archive/2024/?desk=politik&page=1")
    assert "/archive/2024/11/05/?desk=politik" in links_of(page)
    assert [month.count for month in page.context["calendar"]][10] == 1


def test_the_periods_before_and_after_skip_what_is_empty(client, archived):
    assert client.get("/archive/2024/11/05/").context["before"].url == "/archive/2024/11/04/"
    assert client.get("/archive/2024/11/").context["before"].url == "/archive/2023/10/"
    assert client.get("/archive/2023/").context["after"].url == "/archive/2024/"
    assert client.get("/archive/2024/").context["after"] is None


def test_a_day_has_its_articles(client, archived):
    assert headlines_of(client.get("/archive/2024/11/05/")) == ["Heute"]


def test_a_day_is_a_day_in_the_archives_time_zone(client):
    build_article("Nach Mitternacht", published_at=datetime(2024, 11, 4, 23, 30, tzinfo=UTC))
    assert headlines_of(client.get("/archive/2024/11/05/")) == ["Nach Mitternacht"]


def test_every_bar_has_its_row_in_the_table(client):
    for days in (0, 800):
        build_article(published_at=NOW - days * DAY)
    index_now()
    html = client.get("/archive/").content.decode()
    assert html.count('class="chart__bar"') == 2
    assert html.count('<th scope="row">') == 3
    assert 'viewBox="0 0 720 148"' in html
    assert 'width="38,' not in html


@pytest.mark.parametrize("address", ["/archive/1950/", "/archive/2024/02/", "/archive/2024/11/06/"])
def test_a_time_without_articles_is_not_found_and_helps_on(client, archived, address):
    page = client.get(address)
    assert page.status_code == 404
    assert "Hier steht zurzeit kein Artikel" in text_of(page)


@pytest.mark.parametrize(
    "address", ["0000/", "9999/", "2024/00/", "2024/13/", "2024/02/30/", "9999/12/31/", "0001/01/01/", "２０２４/"]
)
def test_impossible_dates_are_not_found(client, archived, address):
    assert client.get(f"/archive/{address}").status_code == 404


@pytest.mark.parametrize("dates", ["2024", "2024/11", "2024/11/05"])
def test_the_short_form_redirects(client, dates):
    moved = client.get(f"/{dates}/?page=2")
    assert (moved.status_code, moved["Location"]) == (301, f"/archive/{dates}/?page=2")


def test_an_empty_archive_says_so(client):
    assert "Noch ist hier kein Artikel erschienen" in text_of(client.get("/archive/"))


@pytest.mark.parametrize("address", ["/archive/", "/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/"])
def test_more_articles_need_no_more_queries(client, count_queries, address):
    def add(number: int) -> None:
        for step in range(number):
            build_article(published_at=NOW - timedelta(minutes=step))
        index_now()

    add(3)
    few = count_queries(address)
    add(27)
    assert count_queries(address) == few <= 20


def test_the_first_year_of_the_calendar_has_its_address(client):
    article = build_article(
        "Augustus regiert", slug="augustus-regiert", published_at=datetime(14, 8, 19, 12, tzinfo=UTC)
    )
    assert article.get_absolute_url() == "/0014/08/19/augustus-regiert/"
    assert client.get("/archive/0014/").status_code == 200


def test_a_month_without_articles_is_not_linked_in_its_year(client, archived):
    links = links_of(client.get("/archive/2024/"))
    assert "/archive/2024/11/" in links
    assert "/archive/2024/02/" not in links
