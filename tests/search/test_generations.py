import json

import pytest

from articles.errors import IndexUnavailable
from articles.search.generations import POINTER, Generations


@pytest.fixture
def generations(tmp_path):
    return Generations(tmp_path / "index")


def test_at_first_there_is_none(generations):
    assert generations.is_missing()
    with pytest.raises(IndexUnavailable, match=r"fehlt.*manage.py index_articles --rebuild"):
        generations.in_use()


def test_a_new_one_is_used_only_once_it_is_said(generations):
    first = generations.new()
    generations.use(first)
    second = generations.new()
    assert generations.in_use() == first
    generations.use(second)
    assert generations.in_use() == second


def test_old_and_unfinished_ones_are_cleared(generations):
    generations.use(generations.new())
    unfinished = generations.new()
    used = generations.new()
    generations.use(used)
    assert not unfinished.exists()
    assert [path.name for path in generations.folder.glob("g-*")] == [used.name]


def test_another_version_of_the_schema_is_of_no_use(generations):
    generations.use(generations.new())
    pointer = generations.folder / POINTER
    pointer.write_text(json.dumps({**json.loads(pointer.read_text()), "version": "0.0"}))
    with pytest.raises(IndexUnavailable, match=r"anderen Version.*--rebuild"):
        generations.in_use()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "{}", "\x00"])
def test_a_broken_pointer_is_said(generations, content):
    generations.new()
    (generations.folder / POINTER).write_text(content)
    with pytest.raises(IndexUnavailable, match=r"nicht lesbar.*--rebuild"):
        generations.in_use()
