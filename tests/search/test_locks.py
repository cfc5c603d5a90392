import pytest

from articles.errors import IndexUnavailable
from articles.search.locks import is_held, lock


def test_a_lock_has_one_holder(tmp_path):
    with lock(tmp_path / "a") as ours, lock(tmp_path / "a") as again:
        assert ours
        assert not again


def test_a_lock_is_free_after_use(tmp_path):
    with lock(tmp_path / "a"):
        assert is_held(tmp_path / "a")
    assert not is_held(tmp_path / "a")


def test_a_lock_nobody_made_is_not_held(tmp_path):
    assert not is_held(tmp_path / "none")


def test_a_lock_is_waited_for(tmp_path):
    with lock(tmp_path / "a"), lock(tmp_path / "a", wait=0.03) as ours:
        assert not ours
    with lock(tmp_path / "a", wait=None) as ours:
        assert ours


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexUnavailable, match="nicht beschreibbar"), lock(tmp_path / "file" / "a"):
        pass
