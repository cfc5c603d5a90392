"""Accounts in the admin."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from articles.models import Editor, LogLine, Role
from articles.vocabulary import RoleCode
from tests.admin.filling import typed
from tests.builders import build_desk, build_editor, build_member

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/editor/add/"


def test_an_account_is_made(client, chief):
    passwords = {"password1": "sehr-geheimes-Wort", "password2": "sehr-geheimes-Wort", "usable_password": "true"}
    client.post(ADD, {"username": "neu", **passwords})
    assert Editor.objects.get(username="neu").check_password("sehr-geheimes-Wort")
    assert LogLine.objects.get().headline == "neu"


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


@pytest.fixture
def role_chief(client):
    chief = build_member(RoleCode.CHIEF, username="leitung")
    client.force_login(chief)
    return chief


def there(editor, name="change"):
    return reverse(f"admin:articles_editor_{name}", args=[editor.pk])


def test_a_chief_gives_a_role_and_keeps_other_groups(client, role_chief):
    editor, by_hand = build_editor("kollege", superuser=False), Group.objects.create(name="Von Hand")
    editor.groups.add(by_hand)
    role = Role.objects.get(code=RoleCode.EDITOR).group
    client.post(there(editor), typed(client.get(there(editor)), groups=[role.pk]))
    assert set(editor.groups.all()) == {role, by_hand}
    line = LogLine.objects.get()
    assert (line.editor, line.headline, line.reason) == (role_chief, "kollege", "Gruppen")


def test_a_chief_gives_nobody_more_than_roles(client, role_chief):
    editor, mighty = build_editor("kollege", superuser=False), Group.objects.create(name="Alles")
    more = {"is_superuser": "on", "user_permissions": [Permission.objects.first().pk]}
    client.post(there(editor), typed(client.get(there(editor)), **more))
    client.post(there(editor), typed(client.get(there(editor)), groups=[mighty.pk]))
    editor.refresh_from_db()
    assert not editor.is_superuser
    assert not editor.user_permissions.exists()
    assert not editor.groups.exists()


def test_a_chief_gets_hold_of_no_mightier_account(client, role_chief):
    boss = build_editor("betrieb")
    password = reverse("admin:auth_user_password_change", args=[boss.pk])
    new = {"password1": "sehr-geheimes-Wort", "password2": "sehr-geheimes-Wort"}
    assert client.post(there(boss), {"username": "x"}).status_code == 403
    assert client.post(password, new).status_code == 403
    assert Editor.objects.get(pk=boss.pk).check_password("richtig-geheim")


def test_a_mightier_account_that_is_switched_off_stays_out_of_reach(client, role_chief):
    boss = build_editor("betrieb", is_active=False)
    password = reverse("admin:auth_user_password_change", args=[boss.pk])
    new = {"password1": "sehr-geheimes-Wort", "password2": "sehr-geheimes-Wort", "usable_password": "true"}
    assert client.post(password, new).status_code == 403
    assert client.post(there(boss), {"username": "betrieb", "is_active": "on"}).status_code == 403
    assert client.post(there(boss, "second_factor")).status_code == 403
    boss.refresh_from_db()
    assert boss.check_password("richtig-geheim")
    assert not boss.is_active


def test_a_chief_switches_a_colleague_on_again(client, role_chief):
    editor = build_member(RoleCode.EDITOR, is_active=False)
    client.post(there(editor), typed(client.get(there(editor)), is_active="on"))
    assert Editor.objects.get(pk=editor.pk).is_active


@pytest.mark.parametrize("role", [RoleCode.CHIEF, RoleCode.EDITOR, RoleCode.ARCHIVIST])
def test_whoever_only_looks_at_an_account_sees_no_hash(client, role):
    boss = build_editor("betrieb")
    client.force_login(build_member(role))
    page = client.get(there(boss)).content.decode()
    assert "betrieb" in page
    assert boss.password not in page
    assert boss.password.split("$")[-1] not in page


@pytest.mark.parametrize("role", [RoleCode.REPORTER, RoleCode.EDITOR, RoleCode.ARCHIVIST])
def test_nobody_else_manages_accounts(client, role):
    client.force_login(build_member(role))
    assert client.post(there(build_editor("kollege", superuser=False)), {"username": "x"}).status_code == 403


def test_a_role_is_not_deleted(client, chief):
    build_member(RoleCode.EDITOR)
    group = Role.objects.get(code=RoleCode.EDITOR).group
    assert client.post(reverse("admin:auth_group_delete", args=[group.pk]), {"post": "yes"}).status_code == 403


def test_a_password_set_for_somebody_is_logged(client, role_chief):
    editor = build_editor("kollege", superuser=False)
    new = {"password1": "sehr-geheimes-Wort", "password2": "sehr-geheimes-Wort", "usable_password": "true"}
    client.post(reverse("admin:auth_user_password_change", args=[editor.pk]), new)
    assert Editor.objects.get(pk=editor.pk).check_password("sehr-geheimes-Wort")
    line = LogLine.objects.get()
    assert (line.editor, line.headline, line.verb) == (role_chief, "kollege", "secured")
