"""Editors at their desks: one who may do everything, one who may write but not publish."""

import pytest
from django.contrib.auth.models import Permission

from articles.search.sync import postponed
from tests.builders import build_editor


@pytest.fixture(autouse=True)
def index_waits():
    """A request brings nothing into the index, which takes longer than most of what is tested here: whoever searches
    says when (tests/indexing.py)."""
    with postponed():
        yield


@pytest.fixture
def chief(client):
    editor = build_editor()
    client.force_login(editor)
    return editor


@pytest.fixture
def writer(client):
    editor = build_editor("volontaer", superuser=False)
    names = ["view_article", "add_article", "change_article", "view_section", "add_section", "change_section"]
    names.append("any_article")
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(editor)
    return editor
