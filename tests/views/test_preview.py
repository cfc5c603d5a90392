"""The preview: for logged-in editors and for nobody else."""

import pytest
from django.contrib.auth.models import Permission

from articles.vocabulary import Status
from tests.builders import build_article, build_draft, build_editor
from tests.views.looking import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    editor = build_editor(superuser=False)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "any_article"]))
    client.force_login(editor)
    return editor


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.PUBLISHED, Status.WITHDRAWN])
def test_an_editor_sees_every_article(client, editor, status):
    page = client.get(f"/preview/{build_article('Geheimplan', status=status).pk}/")
    assert page.status_code == 200
    assert "Geheimplan" in text_of(page)


def test_it_says_that_it_is_a_preview(client, editor):
    assert "Vorschau · Entwurf" in text_of(client.get(f"/preview/{build_draft().pk}/"))


def test_nobody_keeps_or_indexes_it(client, editor):
    page = client.get(f"/preview/{build_draft().pk}/")
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert b'name="robots" content="noindex' in page.content
    assert b'rel="canonical"' not in page.content


def test_a_reader_is_sent_to_the_login_whether_it_exists_or_not(client):
    for number in (build_draft().pk, 4711):
        page = client.get(f"/preview/{number}/")
        assert page.status_code == 302
        assert page["Location"].startswith("/admin/login/")


def test_staff_without_the_permission_may_not(client):
    client.force_login(build_editor(superuser=False))
    assert client.get(f"/preview/{build_draft().pk}/").status_code == 403


def test_an_account_that_is_not_staff_may_not(client):
    client.force_login(build_editor(superuser=False, is_staff=False))
    assert client.get(f"/preview/{build_draft().pk}/").status_code == 302


@pytest.mark.parametrize("number", [4711, 10**30])
def test_a_wrong_number_is_not_found(client, editor, number):
    assert client.get(f"/preview/{number}/").status_code == 404
