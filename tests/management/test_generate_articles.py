import sqlite3
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command


def run(*args: str) -> str:
    out = StringIO()
    call_command("generate_articles", *args, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def made(tmp_path_factory, django_db_blocker):
    """What the command said, and where it wrote. It opens a database of its own, which no test case knows of."""
    var = tmp_path_factory.mktemp("var")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(settings, "VAR_DIR", var)
        said = run("3")
    return said, var / "bench" / "3"


def ask(path, question: str) -> int:
    with sqlite3.connect(path / "newsroom.sqlite3") as database:
        return database.execute(question).fetchone()[0]


def test_it_makes_a_file_of_its_own(made):
    assert ask(made[1], "SELECT count(*) FROM articles_article") == 3


def test_it_says_that_the_index_is_missing(made):
    assert f"INDEX_DIR={made[1] / 'index'} manage.py index_articles --rebuild" in made[0]


def test_the_file_holds_the_triggers(made):
    assert ask(made[1], "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == 33


def test_the_file_has_the_roles_itself(made):
    assert ask(made[1], "SELECT count(*) FROM articles_role") == 4


def test_its_chiefs_may_merge_topics(made):
    may = """SELECT code FROM articles_role JOIN auth_group_permissions USING (group_id)
        JOIN auth_permission ON auth_permission.id = permission_id WHERE codename = 'merge_topic'"""
    assert ask(made[1], f"SELECT group_concat(code) FROM ({may})") == "chief"


def test_it_leaves_no_unfinished_file(made):
    assert [path.name for path in made[1].iterdir()] == ["newsroom.sqlite3"]


def test_it_does_not_write_over_a_file(tmp_path):
    path = tmp_path / "mine.sqlite3"
    path.write_text("mine")
    with pytest.raises(CommandError, match=r"mine\.sqlite3 gibt es schon"):
        run("2", "--into", str(path))
    assert path.read_text() == "mine"


@pytest.mark.django_db
def test_it_writes_into_the_database_of_the_settings():
    assert "default" in run("2", "--database", "default")


@pytest.mark.parametrize("wrong", ["0", "-1", "viele"])
def test_it_refuses_what_is_no_number(wrong):
    with pytest.raises(CommandError):
        run(wrong)
