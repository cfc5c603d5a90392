"""Desks are merged in the admin, and a merge is taken back; moved about, they stay a tree."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles.editorial.merge_desks import DESKS
from articles.models import Desk
from tests.admin.filling import typed
from tests.builders import build_article, build_desk, build_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    kept, gone = build_desk("Politik"), build_desk("Inland")
    build_desk("Kommunen", parent=gone)
    build_article(desk=gone)
    return kept, gone


def page(desk, name):
    return f"/admin/articles/desk/{desk.pk}/{name}/"


def html(response):
    return response.content.decode()


def test_the_merge_shows_what_would_move(client, chief, pair):
    told = html(client.get(page(pair[0], "merge"), {"other": pair[1].pk}))
    assert "„Politik“ hat jetzt 0 Artikel, danach 1." in told
    assert "Kommunen" in told
    assert page(pair[0], "merge") in html(client.get(page(pair[0], "change")))


def test_the_merge_is_done_and_taken_back(client, chief, pair):
    client.post(page(pair[0], "merge"), {"other": pair[1].pk})
    assert Desk.objects.get(name="Kommunen").parent == pair[0]
    record = DESKS.merge(pair[0], [Desk.objects.get(name="Kommunen")], editor=chief, at=timezone.now())[0]
    client.post(f"/admin/articles/mergerecord/{record.pk}/undo/")
    assert Desk.objects.get(name="Kommunen").parent == pair[0]


def test_a_desk_is_not_put_below_itself(client, chief, pair):
    below = Desk.objects.get(name="Kommunen")
    told = html(client.post(page(pair[1], "change"), typed(client.get(page(pair[1], "change")), parent=below.pk)))
    assert "Dieses Ressort liegt selbst unter „Inland“." in told


def test_who_may_not_merge_sees_none_of_it(client, pair):
    editor = build_editor("redakteur", superuser=False)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["view_desk", "change_desk"]))
    client.force_login(editor)
    assert client.get(page(pair[0], "merge")).status_code == 403
    assert client.post(page(pair[0], "merge"), {"other": pair[1].pk}).status_code == 403
    assert "Zusammenführen" not in html(client.get(page(pair[0], "change")))
