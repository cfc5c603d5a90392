"""Accounts in the admin."""

import pytest
from django.urls import reverse

from articles.models import Editor
from tests.admin.filling import typed
from tests.builders import build_desk, build_editor

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/editor/add/"


def test_an_account_is_made(client, chief):
    passwords = {"password1": "sehr-geheimes-Wort", "password2": "sehr-geheimes-Wort", "usable_password": "true"}
    client.post(ADD, {"username": "neu", **passwords})
    assert Editor.objects.get(username="neu").check_password("sehr-geheimes-Wort")


def test_an_account_has_desks(client, chief):
    editor, desk = build_editor("kollege", superuser=False), build_desk()
    there = reverse("admin:articles_editor_change", args=[editor.pk])
    client.post(there, typed(client.get(there), desks=[desk.pk]))
    assert editor.desks.get() == desk


def test_an_account_is_switched_off_and_not_deleted(client, chief):
    editor = build_editor("kollege", superuser=False)
    assert client.post(reverse("admin:articles_editor_delete", args=[editor.pk]), {"post": "yes"}).status_code == 403
    there = reverse("admin:articles_editor_change", args=[editor.pk])
    client.post(there, typed(client.get(there), is_active=None))
    assert not Editor.objects.get(pk=editor.pk).is_active
