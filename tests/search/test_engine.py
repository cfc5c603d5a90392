import pytest

from articles.search.embedded import EmbeddedEngine
from articles.search.engine import engine

pytestmark = pytest.mark.django_db


def test_a_process_has_one_engine():
    assert engine() is engine()
    assert isinstance(engine(), EmbeddedEngine)


def test_another_folder_has_another_engine(settings, tmp_path):
    first = engine()
    settings.INDEX_DIR = tmp_path / "other"
    assert engine() is not first
    assert engine().folder == tmp_path / "other"
