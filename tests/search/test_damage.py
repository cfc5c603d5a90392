from pathlib import Path

import pytest
from django.conf import settings

from articles.search.damage import KINDS, damaged
from articles.search.engine import engine
from tests.builders import build_article
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder():
    """An index with a segment in which something was deleted."""
    first, _ = build_article("Brücke"), build_article("Hafen")
    index_now()
    first.delete()
    index_now()
    return next(Path(settings.INDEX_DIR).glob("g-*"))


def test_a_sound_index_has_no_damage(folder):
    assert damaged(folder) == engine().damaged() == []


@pytest.mark.parametrize("kind", [*KINDS, "del"])
def test_one_bit_is_enough(folder, kind):
    file = next(folder.glob(f"*.{kind}"))
    content = bytearray(file.read_bytes())
    content[0] ^= 1
    file.unlink()
    file.write_bytes(content)
    assert damaged(folder) == [file.name]


@pytest.mark.parametrize("content", [None, b"", b"rubbish", b"rubbish" * 100])
def test_a_file_that_is_gone_or_another_is_damaged(folder, content):
    file = next(folder.glob("*.term"))
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    assert damaged(folder) == [file.name]


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"segments": [{}]}'])
def test_so_is_the_list_of_its_parts(folder, content):
    (folder / "meta.json").unlink()
    (folder / "meta.json").write_text(content)
    assert damaged(folder) == ["meta.json"]
