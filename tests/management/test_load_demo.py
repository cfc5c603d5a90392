from io import StringIO

import pytest
from django.core.management import call_command

from articles.demo import history, loader
from articles.models import Article, Editor, Tag
from tests.builders import build_editor, build_tag

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_demo(settings, tmp_path, monkeypatch):
    """The first three articles, so that loading takes no time."""
    archive = loader.contents()
    small = {**archive, "articles": archive["articles"][:3], "topics": archive["topics"][3:]}
    monkeypatch.setattr(loader, "contents", lambda: small)
    settings.VAR_DIR = tmp_path
    return tmp_path


def run() -> str:
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_it_loads_and_shows_the_login(small_demo):
    said = run()
    assert "3 Artikel" in said
    assert (small_demo / "demo-login.txt").read_text() in said


def test_a_second_time_changes_nothing(small_demo):
    first = run().splitlines()
    before = list(Article.objects.order_by("id").values())
    second = run().splitlines()
    assert list(Article.objects.order_by("id").values()) == before
    assert second[1:] == first[1:]
    assert "bleibt, wie es ist" in second[0]


def test_what_the_editor_deleted_stays_deleted():
    run()
    Article.objects.all().delete()
    run()
    assert not Article.objects.exists()


def test_an_archive_in_use_gets_no_demo():
    build_tag("Mein Schlagwort")
    run()
    assert Tag.objects.count() == 1
    assert not Article.objects.exists()


def test_an_archive_without_any_account_gets_one():
    build_tag("Mein Schlagwort")
    run()
    assert Editor.objects.get().username == "redaktion"


def test_an_archive_with_accounts_gets_no_other():
    build_tag("Mein Schlagwort")
    build_editor("chefin")
    run()
    assert Editor.objects.get().username == "chefin"


def test_an_interrupted_load_leaves_nothing(monkeypatch):
    monkeypatch.setattr(history, "link_article", lambda *args, **values: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        run()
    assert not Tag.objects.exists()
    assert not Editor.objects.exists()
