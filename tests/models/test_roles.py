"""The roles that a migration makes: known by their code, made again without harm."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection

from articles.models import Article, Role
from articles.vocabulary import RoleCode, Verb
from tests.builders import NOW, build_draft, build_editor, make_roles, role_groups

pytestmark = pytest.mark.django_db


def again():
    make_roles(apps, connection.schema_editor())


@pytest.fixture(autouse=True)
def roles():
    again()


def test_each_role_is_a_group():
    assert set(Role.objects.values_list("code", flat=True)) == set(RoleCode.values)


def test_made_again_a_role_keeps_its_name_and_what_it_was_given():
    group = Role.objects.get(code=RoleCode.EDITOR).group
    group.name = "Blattmacher"
    group.save()
    group.permissions.add(Permission.objects.get(codename="merge_person"))
    count = group.permissions.count()
    again()
    assert Role.objects.get(code=RoleCode.EDITOR).group.name == "Blattmacher"
    assert (group.permissions.count(), Group.objects.count()) == (count, len(RoleCode))


def test_a_group_made_by_hand_is_not_made_a_role():
    Role.objects.all().delete()
    Group.objects.all().delete()
    mine = Group.objects.create(name="Archiv")
    again()
    assert Role.objects.get(code=RoleCode.ARCHIVIST).group.name == "Archiv (2)"
    assert not mine.permissions.exists()


def test_who_had_a_right_on_every_article_keeps_it():
    Role.objects.all().delete()
    Group.objects.all().delete()
    editor = build_editor("kollege", superuser=False)
    editor.user_permissions.add(Permission.objects.get(codename="change_article"))
    again()
    assert editor.user_permissions.filter(codename="any_article").exists()


def test_a_role_does_not_reach_further_when_made_again():
    again()
    assert not Role.objects.get(code=RoleCode.REPORTER).group.permissions.filter(codename="any_article").exists()


def test_every_right_a_role_names_is_there():
    named = {codename for names in role_groups.PERMISSIONS.values() for codename in names.split()}
    assert named <= set(Permission.objects.values_list("codename", flat=True))


def test_who_made_an_article_is_read_from_the_log():
    editor, article, imported = build_editor(), build_draft(), build_draft()
    article.log.create(at=NOW, editor=editor, verb=Verb.CREATED, headline="x")
    imported.log.create(at=NOW, editor=editor, verb=Verb.IMPORTED, headline="x")
    role_groups.note_creators(apps, connection.schema_editor())
    assert list(Article.objects.filter(created_by=editor)) == [article]


def test_whoever_was_a_chief_before_may_merge_topics_and_nobody_else():
    Permission.objects.filter(codename="merge_topic").delete()
    import_module("articles.migrations.0022_merge_topics").let_chiefs(apps, connection.schema_editor())
    allowed = Role.objects.filter(group__permissions__codename="merge_topic")
    assert [role.code for role in allowed] == [RoleCode.CHIEF]
