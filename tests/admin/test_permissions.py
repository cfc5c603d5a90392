"""Who may not publish finds no button, no action, and no way around them."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.admin.verbs import VERBS
from articles.models import Article
from articles.vocabulary import Status
from tests.admin.filling import typed
from tests.builders import build_article, build_draft, build_editor

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
FORBIDDEN = [name for name, verb in VERBS.items() if verb.permission != "change_article"]


def page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def address(article, name):
    return reverse("admin:articles_article_do", args=[article.pk, name])


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED, Status.WITHDRAWN])
def test_a_writer_sees_no_link_to_what_is_forbidden(client, writer, status):
    article = build_article(status=status)
    html = client.get(page(article)).content.decode()
    assert not [name for name in FORBIDDEN if address(article, name) in html]


def test_the_chief_sees_them(client, chief):
    article = build_draft()
    assert address(article, "publish") in client.get(page(article)).content.decode()


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_writer_cannot_do_what_is_forbidden(client, writer, name):
    article = build_draft()
    assert client.get(address(article, name)).status_code == 403
    assert client.post(address(article, name), {"reason": "x", "when": "2020-01-01T10:00"}).status_code == 403
    assert Article.objects.get().status == Status.DRAFT


@pytest.mark.parametrize("action", ["publish_chosen", "withdraw_chosen"])
def test_a_writer_has_no_bulk_action(client, writer, action):
    article = build_draft() if action == "publish_chosen" else build_article()
    before = article.status
    assert action not in client.get(LIST).content.decode()
    client.post(LIST, {"action": action, ACTION_CHECKBOX_NAME: [article.pk], "confirmed": "1", "reason": "x"})
    assert Article.objects.get().status == before


def test_a_writer_writes_drafts(client, writer):
    article = build_draft()
    client.post(page(article), typed(client.get(page(article)), headline="Besser"))
    assert Article.objects.get().headline == "Besser"


def test_a_writer_cannot_move_the_date_of_a_published_article(client, writer):
    article = build_article()
    data = typed(client.get(page(article)), published_at_0="2020-01-01", published_at_1="10:00")
    client.post(page(article), data)
    assert Article.objects.get().published_at == article.published_at


@pytest.mark.parametrize("name", ["change", "delete"])
def test_the_log_and_the_versions_cannot_be_changed_by_anybody(client, chief, name):
    client.post(address(build_draft(), "publish"), {"overrule": "on"})
    article = Article.objects.get()
    for kind, row in (("logline", article.log.get()), ("version", article.versions.get())):
        there = reverse(f"admin:articles_{kind}_{name}", args=[row.pk])
        assert client.post(there, {"post": "yes"}).status_code == 403


def test_the_sidebar_shows_only_what_one_may_open(client, writer):
    html = client.get("/admin/").content.decode()
    assert "/admin/articles/article/" in html
    assert "/admin/articles/editor/" not in html


@pytest.mark.parametrize("path", ["", "add/", "1/change/", "1/do/publish/"])
def test_strangers_are_sent_to_the_login(client, path):
    build_editor()
    response = client.get(LIST + path)
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


def test_who_may_only_look_sees_the_article_and_no_button(client):
    editor = build_editor("archiv", superuser=False)
    editor.user_permissions.set(Permission.objects.filter(codename="view_article"))
    client.force_login(editor)
    article = build_article("Zum Ansehen", tags=["Energie"])
    html = client.get(page(article)).content.decode()
    assert "Zum Ansehen" in html
    assert 'name="_continue"' not in html
    assert client.post(page(article), {"headline": "Anders"}).status_code == 403
