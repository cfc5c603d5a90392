"""An article at another time, asked for by machines (RFC 7089)."""

import re

import pytest

from articles.editorial.withdraw import withdraw
from tests.builders import NOW, build_article
from tests.editorial.living import DAY, build_corrected, saved

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
FIRST, SECOND = "Tue, 05 Nov 2024 12:00:00 GMT", "Wed, 06 Nov 2024 12:00:00 GMT"


@pytest.fixture
def article():
    return build_corrected(slug="bruecke")


@pytest.fixture
def asked(client, article):
    return lambda moment, **more: client.get(article.get_absolute_url(), headers={"Accept-Datetime": moment}, **more)


def links(response):
    """{address: relations} as the header says."""
    return dict(re.findall(r'<([^>]*)>; rel="([^"]*)"', response["Link"]))


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        (FIRST, 1),
        ("Wed, 06 Nov 2024 11:59:59 GMT", 1),
        (SECOND, 2),
        ("Mon, 01 Jan 2001 00:00:00 GMT", 1),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 2),
    ],
)
def test_it_leads_to_the_version_of_that_moment(article, asked, moment, number):
    answer = asked(moment)
    assert answer.status_code == 302
    assert answer["Location"] == f"{SITE}{article.get_absolute_url()}versions/{number}/"
    assert "accept-datetime" in answer["Vary"].lower()
    assert "Memento-Datetime" not in answer


@pytest.mark.parametrize("moment", ["", "gestern", "2024-11-05", "Tue, 31 Feb 2024 12:00:00 GMT", "x" * 9999])
def test_what_is_no_date_is_a_bad_request(asked, moment):
    answer = asked(moment)
    assert answer.status_code == 400
    assert "Accept-Datetime" in answer.content.decode()


def test_the_article_says_where_its_past_is(client, article):
    answer = client.get(article.get_absolute_url())
    address = SITE + article.get_absolute_url()
    assert links(answer) == {address: "original timegate", f"{address}versions/timemap": "timemap"}
    assert "accept-datetime" in answer["Vary"].lower()


def test_a_version_says_since_when_it_stood_and_what_is_near(client, article):
    saved(article, NOW + 2 * DAY, headline="Drei")
    address = f"{SITE}{article.get_absolute_url()}"
    answer = client.get(f"{address}versions/2/")
    assert answer["Memento-Datetime"] == SECOND
    assert links(answer) == {
        address: "original timegate",
        f"{address}versions/timemap": "timemap",
        f"{address}versions/1/": "first prev memento",
        f"{address}versions/3/": "next last memento",
    }


def test_in_english_the_addresses_are_the_same(client, article):
    there = f"{article.get_absolute_url()}versions/1/"
    assert client.get(f"/en{there}")["Link"] == client.get(there)["Link"]


def test_the_timemap_lists_all_of_them(client, article):
    answer = client.get(f"{article.get_absolute_url()}versions/timemap")
    address = f"{SITE}{article.get_absolute_url()}"
    assert answer["Content-Type"] == "application/link-format"
    assert answer.content.decode().split(",\n") == [
        f'<{address}>; rel="original timegate"',
        f'<{address}versions/timemap>; rel="self"; type="application/link-format"; from="{FIRST}"; until="{SECOND}"',
        f'<{address}versions/1/>; rel="first memento"; datetime="{FIRST}"',
        f'<{address}versions/2/>; rel="last memento"; datetime="{SECOND}"\n',
    ]


def test_one_alone_is_the_first_and_the_last(client):
    article = saved(build_article(), NOW)
    assert 'rel="first last memento"' in client.get(f"{article.get_absolute_url()}versions/timemap").content.decode()


def test_where_nothing_was_kept_nothing_is_found(client):
    article = build_article()
    assert client.get(article.get_absolute_url(), headers={"Accept-Datetime": FIRST}).status_code == 404
    assert "from=" not in client.get(f"{article.get_absolute_url()}versions/timemap").content.decode()


def test_what_was_withdrawn_is_gone_at_any_time(article, asked):
    withdraw(article, editor=None, at=NOW + 2 * DAY, reason="Verwechslung")
    assert asked(FIRST).status_code == 410


def test_what_is_not_visible_is_not_found_at_any_time(client):
    article = saved(build_article(embargoed_until=NOW + 9999 * DAY), NOW)
    assert client.get(article.get_absolute_url(), headers={"Accept-Datetime": FIRST}).status_code == 404
