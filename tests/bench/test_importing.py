import pytest

from articles.bench.importing import articles_per_second, write_files
from articles.demo.generator import generate
from articles.demo.writer import Plan
from articles.formats import plain
from articles.models import Article, Mention
from tests.builders import NOW

pytestmark = pytest.mark.django_db


def test_the_files_are_articles_as_journalists_send_them(tmp_path):
    generate(Plan(5))
    write_files(tmp_path, 3)
    record = plain.read((tmp_path / "000001.txt").read_bytes()).record
    assert len(list(tmp_path.iterdir())) == 3
    assert len(record.sections) == 4
    assert len(record.tags) == 5
    assert record.desk


def test_it_imports_all_of_them():
    generate(Plan(5))
    assert articles_per_second(3, at=NOW) > 0
    assert Article.objects.visible(NOW).filter(source="benchmark").count() == 3
    assert Mention.objects.filter(article__source="benchmark", person__isnull=False).exists()
