import shutil
from pathlib import Path

import pytest
from django.conf import settings

from articles.errors import IndexUnavailable
from articles.search import SearchRequest, find
from articles.search.embedded import EmbeddedEngine
from articles.search.engine import engine
from articles.search.request import FACETS
from tests.builders import NOW, build_article
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    article = build_article("Brücke", tags=["Energie"])
    index_now()
    return article


def test_a_missing_index_says_what_to_run():
    with pytest.raises(IndexUnavailable, match=r"manage.py index_articles --rebuild"):
        find(SearchRequest("Brücke"), NOW)


def test_an_index_deleted_under_way_is_missing(article):
    assert find(SearchRequest(), NOW).count == 1
    shutil.rmtree(settings.INDEX_DIR)
    with pytest.raises(IndexUnavailable, match="--rebuild"):
        find(SearchRequest(), NOW)


def test_an_index_without_its_files_is_missing(article):
    shutil.rmtree(next(Path(settings.INDEX_DIR).glob("g-*")))
    with pytest.raises(IndexUnavailable, match="--rebuild"):
        EmbeddedEngine(Path(settings.INDEX_DIR)).generation()


@pytest.mark.parametrize("pattern", ["*.term", "*.fast", "*.idx", "meta.json"])
@pytest.mark.parametrize("rubbish", [b"", b"rubbish" * 100])
def test_a_corrupt_index_says_what_to_run(article, pattern, rubbish):
    for file in Path(settings.INDEX_DIR).glob(f"g-*/{pattern}"):
        file.unlink()
        file.write_bytes(rubbish)
    with pytest.raises(IndexUnavailable, match="--rebuild"):
        EmbeddedEngine(Path(settings.INDEX_DIR)).find(SearchRequest("Brücke", facets=FACETS), NOW)


def test_what_another_writer_committed_is_seen(article):
    other = EmbeddedEngine(Path(settings.INDEX_DIR))
    assert other.find(SearchRequest(), NOW).count == 1
    build_article()
    index_now()
    assert other.find(SearchRequest(), NOW).count == 2


def test_the_generation_changes_with_the_index_only(article):
    before = engine().generation()
    find(SearchRequest("Brücke"), NOW)
    assert engine().generation() == before
    build_article()
    index_now()
    assert engine().generation() != before


def test_nothing_is_seen_before_the_commit(article):
    with engine().writer() as writer:
        writer.remove([article.pk])
        assert engine().find(SearchRequest(), NOW).count == 1
        writer.commit()
    assert engine().find(SearchRequest(), NOW).count == 0


def test_an_error_while_writing_leaves_the_index_as_it_was(article):
    with pytest.raises(ZeroDivisionError):
        _fail_after_removing(article)
    assert engine().find(SearchRequest(), NOW).count == 1


def test_a_second_writer_is_refused_clearly(article):
    with engine().writer(), pytest.raises(IndexUnavailable), engine().writer():
        pass


def test_small_changes_do_not_pile_up():
    for _ in range(30):
        build_article()
        index_now()
    assert engine().find(SearchRequest(), NOW).count == 30
    assert engine().searcher().num_segments < 15


def _fail_after_removing(article):
    with engine().writer() as writer:
        writer.remove([article.pk])
        raise ZeroDivisionError
