"""The share picture over the wire: of visible articles only, and asked for as seldom as can be."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from articles.models import FormerAddress
from articles.sharing import share_picture_url
from articles.vocabulary import Status
from tests.builders import NOW, build_article, build_draft
from tests.views.looking import head_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return build_article(published_at=NOW, slug="bruecke")


def plain(article):
    return share_picture_url(article).partition("?")[0]


def test_it_is_a_png(client, article):
    answer = client.get(share_picture_url(article))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("query", ["", "?v=old", "?v=%00", "?v=1&v=2"])
def test_caches_ask_each_time_for_it_may_be_withdrawn(client, article, query):
    answer = client.get(plain(article) + query)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")


def test_who_has_it_gets_nothing_and_nothing_is_drawn(client, article, monkeypatch):
    etag = client.get(plain(article))["ETag"]
    monkeypatch.setattr("articles.views.share.drawn_once", lambda key, draw: pytest.fail("drawn"))
    answer = client.get(plain(article), headers={"If-None-Match": etag})
    assert (answer.status_code, answer["ETag"], answer.content) == (304, etag, b"")


def test_a_draft_has_no_address_and_a_scheduled_one_no_picture(client):
    scheduled = build_article(published_at=timezone.now() + timedelta(days=2), slug="morgen")
    assert share_picture_url(build_draft()) == ""
    assert client.get(plain(scheduled)).status_code == 404


def test_of_what_was_withdrawn_it_is_gone(client):
    article = build_article(status=Status.WITHDRAWN, published_at=NOW, slug="weg")
    assert client.get(plain(article)).status_code == 410


def test_a_former_address_leads_on(client, article):
    FormerAddress.objects.create(article=article, published_on="2020-01-01", slug="alt")
    answer = client.get("/2020/01/01/alt/share.png")
    assert (answer.status_code, answer["Location"]) == (301, plain(article))


@pytest.mark.parametrize("address", ["/2024/13/45/x/share.png", "/2024/11/05/nichts/share.png"])
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_it_takes_one_query(client, article, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(plain(article))


def test_the_article_names_it_whole(client, article):
    html = client.get(article.get_absolute_url()).content.decode()
    address = f"http://testserver{share_picture_url(article)}"
    assert f'<meta property="og:image" content="{address}">' in html
    assert client.get(urlsplit(address).path).status_code == 200


@pytest.mark.parametrize("address", ["/", "/en/tags/", "/archive/2024/11/"])
def test_all_other_pages_have_the_papers(client, article, address):
    [named] = head_of(client.get(address))["og:image"]
    assert named == head_of(client.get("/"))["og:image"][0]
    answer = client.get(named.removeprefix("http://testserver"))
    assert answer.content.startswith(b"\x89PNG")
    assert client.get("/share.png", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_a_paper_of_another_name_has_another_picture(client, settings, db):
    before = client.get("/share.png")["ETag"]
    settings.PAPER_NAME = "Der Bote"
    assert client.get("/share.png")["ETag"] != before


def test_a_preview_names_none(client, admin_client):
    draft = build_draft()
    assert "og:image" not in admin_client.get(f"/preview/{draft.pk}/").content.decode()
