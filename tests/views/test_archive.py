"""The archive by date."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.builders import NOW, build_article, build_draft
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


def test_years_have_counts(client, archived):
    page = client.get("/archive/")
    assert [(year, count) for year, count, _ in page.context["years"]] == [(2024, 2), (2023, 1)]
    assert "3 Artikel" in text_of(page)
    assert "/archive/2024/" in links_of(page)


def test_a_year_has_months_with_counts(client, archived):
    page = client.get("/archive/2024/")
    assert "November 2024 2" in text_of(page)
    assert headlines_of(page) == ["Heute", "Gestern"]


def test_a_month_has_days_with_counts(client, archived):
    page = client.get("/archive/2024/11/")
    assert "5. November 2024 1" in text_of(page)
    assert "/archive/2024/11/04/" in links_of(page)


def test_a_day_has_its_articles(client, archived):
    assert headlines_of(client.get("/archive/2024/11/05/")) == ["Heute"]


def test_a_day_is_a_day_in_the_archives_time_zone(client):
    build_article("Nach Mitternacht", published_at=datetime(2024, 11, 4, 23, 30, tzinfo=UTC))
    assert headlines_of(client.get("/archive/2024/11/05/")) == ["Nach Mitternacht"]


def test_every_bar_has_its_row_in_the_table(client, archived):
    html = client.get("/archive/2024/").content.decode()
    assert html.count('class="chart__bar"') == 1
    assert html.count('<th scope="row">') == 12


def test_the_drawing_has_numbers_as_svg_writes_them(client, archived):
    html = client.get("/archive/").content.decode()
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
