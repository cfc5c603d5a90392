"""What caches may keep, and for whom."""

import pytest

from articles.models import Article
from articles.vocabulary import Status
from tests.builders import build_article, build_draft, build_editor, build_person
from tests.indexing import index_now

pytestmark = pytest.mark.django_db

ARTICLE = "/2024/11/05/riss/"
PUBLIC = ["/", "/en/", ARTICLE, "/search/?q=Riss", "/people/", "/feed.atom", "/sitemap.xml", "/nix/", "/a/1/"]


@pytest.fixture(autouse=True)
def archive():
    build_article("Riss", slug="riss", people=[build_person()])
    index_now()


@pytest.mark.parametrize("address", PUBLIC)
def test_public_answers_may_be_kept_and_must_be_asked_for_each_time(client, address):
    assert client.get(address)["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", PUBLIC)
def test_they_are_the_same_for_everybody(client, address):
    before = client.get(address)
    client.force_login(build_editor())
    after = client.get(address, headers={"accept-language": "en"})
    assert after.content == before.content
    assert not {"cookie", "accept-language"} & set(after.get("Vary", "").lower().split(", "))
    assert not after.cookies


def test_an_article_varies_by_the_moment_that_is_asked_for(client):
    assert client.get(ARTICLE)["Vary"] == "Accept-Datetime, Accept-Encoding"


@pytest.mark.parametrize("address", [ARTICLE, "/feed.atom", "/sitemap.xml"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_that_nothing_changed_is_said_with_the_headers_of_the_whole_answer(client, address, encoding):
    """RFC 9110, 15.4.5: else a cache may not take it for news of what it keeps."""
    whole = client.get(address, headers={"accept-encoding": encoding})
    asked = {"accept-encoding": encoding, "if-none-match": whole["ETag"]}
    short = client.get(address, headers=asked)
    assert short.status_code == 304
    names = ("ETag", "Vary", "Cache-Control", "Last-Modified")
    assert [short.get(name) for name in names] == [whole.get(name) for name in names]


@pytest.mark.parametrize("address", [ARTICLE, "/feed.json", "/sitemap-2024-11.xml", f"{ARTICLE}share.png"])
def test_the_head_alone_says_what_the_whole_answer_says(client, address):
    whole, head = client.get(address), client.head(address)
    assert head.headers == whole.headers
    assert client.head(address, headers={"if-none-match": whole["ETag"]}).status_code == 304


def test_compressed_or_not_it_is_the_same_answer(client):
    tags = {client.get(ARTICLE, headers={"accept-encoding": encoding})["ETag"] for encoding in ("gzip", "identity")}
    assert len(tags) == 1
    assert tags.pop().startswith('W/"')


def test_what_is_not_there_is_never_unchanged(client):
    etag = client.get("/nix/")["ETag"]
    assert client.get("/nix/", headers={"if-none-match": etag}).status_code == 404


@pytest.mark.parametrize("address", ["/admin/", "/en/admin/", "/admin/articles/article/", "/admin/login/"])
def test_the_editors_pages_are_kept_by_nobody(client, address):
    client.force_login(build_editor())
    kept = client.get(address)["Cache-Control"]
    assert "no-store" in kept
    assert "private" in kept


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_preview_is_kept_by_nobody(client, signed_in):
    if signed_in:
        client.force_login(build_editor())
    assert "no-store" in client.get(f"/preview/{build_draft().pk}/")["Cache-Control"]


def test_what_answers_a_form_is_kept_by_nobody(client):
    assert client.post("/admin/login/", {"username": "x", "password": "y"})["Cache-Control"].count("no-store") == 1
    assert client.post("/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ["/robots.txt", "/humans.txt", "/opensearch.xml"])
def test_what_hardly_changes_is_kept_for_a_day(client, address):
    assert client.get(address)["Cache-Control"] == "max-age=86400"


@pytest.mark.parametrize("address", ["/", ARTICLE, "/people/anna-berg/", "/sitemap-2024-11.xml"])
def test_an_unchanged_page_is_not_sent_again(client, address):
    etag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": etag})
    assert (again.status_code, again["Cache-Control"], again.content) == (304, "no-cache", b"")


def test_both_languages_are_different_pages(client):
    assert client.get("/")["ETag"] != client.get("/en/")["ETag"]


def test_a_withdrawal_is_effective_at_once(client):
    etag = client.get(ARTICLE)["ETag"]
    gone = {"status": Status.WITHDRAWN, "withdrawal_reason": "x", "withdrawn_at": "2024-11-05T12:00Z"}
    Article.objects.update(**gone, address_fixed=True)
    assert client.get(ARTICLE, headers={"if-none-match": etag}).status_code == 410
