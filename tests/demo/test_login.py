import os
import stat

import pytest

from articles.demo.login import make_account, make_members, refresh
from articles.models import Editor
from articles.vocabulary import RoleCode
from tests.builders import build_desk, build_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(tmp_path):
    return tmp_path / "demo-login.txt"


def password_in(path) -> str:
    return path.read_text().splitlines()[1].removeprefix("Kennwort: ")


def test_the_file_holds_a_password_that_works(path):
    editor = make_account(path)
    assert editor.is_staff
    assert Editor.objects.get(username="redaktion").check_password(password_in(path))


def test_the_password_is_another_each_time(path):
    make_account(path).delete()
    first = password_in(path)
    make_account(path)
    assert password_in(path) != first


def test_only_the_owner_can_read_the_file(path):
    path.write_text("alt")
    path.chmod(0o644)
    make_account(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_file_was_never_wider(path, monkeypatch):
    modes, real = [], os.fdopen
    monkeypatch.setattr(
        os, "fdopen", lambda fd, *args, **kw: modes.append(os.fstat(fd).st_mode) or real(fd, *args, **kw)
    )
    make_account(path)
    assert [stat.S_IMODE(mode) for mode in modes] == [0o600]
    assert os.listdir(path.parent) == [path.name]


def test_a_second_start_shows_the_same_password(path):
    make_account(path)
    before = path.read_text()
    assert refresh(path) == before == path.read_text()


def test_a_password_changed_by_its_owner_is_not_shown_nor_touched(path):
    editor = make_account(path)
    editor.set_password("ganz mein eigenes")
    editor.save()
    assert "changepassword redaktion" in refresh(path)
    assert Editor.objects.get().check_password("ganz mein eigenes")


def test_a_lost_file_is_said(path):
    make_account(path)
    path.unlink()
    assert "changepassword" in refresh(path)


def test_a_deleted_account_stays_deleted(path):
    make_account(path).delete()
    assert "gibt es nicht mehr" in refresh(path)
    assert not Editor.objects.exists()


def test_each_role_has_an_account_whose_password_works(path):
    build_member(RoleCode.REPORTER, username="von-hand")
    desk = build_desk()
    make_members(path)
    accounts = [line.partition(": ")[2].split(" / ") for line in path.read_text().splitlines()]
    assert len(accounts) == len(RoleCode)
    assert all(Editor.objects.get(username=name).check_password(password) for name, password in accounts)
    assert Editor.objects.filter(desks=desk).count() == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_account_that_is_there_keeps_its_password(path):
    colleague = build_member(RoleCode.EDITOR, username="redakteur")
    make_members(path)
    colleague.refresh_from_db()
    assert colleague.check_password("richtig-geheim")
    assert "redakteur /" not in path.read_text()
