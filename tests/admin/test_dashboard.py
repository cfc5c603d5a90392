"""The admin's first page."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles.search.fruitless import note_fruitless

pytestmark = pytest.mark.django_db


@pytest.fixture
def searched():
    for words in ("Tunnel & <b>", "Brücke", "Brücke"):
        note_fruitless(words, timezone.now())


def test_it_says_which_searches_found_nothing(client, chief, searched):
    page = client.get("/admin/")
    assert page.context["fruitless"]["searches"] == [("brücke", 2), ("tunnel & <b>", 1)]
    html = page.content.decode()
    assert '<a href="/search/?q=tunnel%20%26%20%3Cb%3E">tunnel &amp; &lt;b&gt;</a>' in html


def test_it_says_so_where_everything_was_found(client, chief):
    assert "wurde alles gefunden" in client.get("/admin/").content.decode()


def test_only_those_see_it_who_may(client, writer, searched):
    assert "fruitless_" not in client.get("/admin/").content.decode()
    writer.user_permissions.add(Permission.objects.get(codename="view_fruitlesssearch"))
    assert "fruitless_" in client.get("/admin/").content.decode()
