import sqlite3

import pytest

from articles.bench.corpora import Corpus, large
from articles.errors import CannotDo


@pytest.fixture
def corpus(settings, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://localhost/mine")
    monkeypatch.setenv("INDEX_DIR", "/mine/index")
    settings.VAR_DIR = tmp_path
    return Corpus("small")


def test_it_stays_away_from_the_real_archive(corpus, tmp_path):
    assert not {"DATABASE_URL", "INDEX_DIR"} & corpus.environment.keys()
    assert corpus.environment["NEWSROOM_VAR"] == str(tmp_path / "bench" / "small")


def test_it_is_measured_with_production_settings(corpus, monkeypatch):
    monkeypatch.setenv("DEBUG", "1")
    assert corpus.environment["DEBUG"] == "0"


def test_a_command_that_fails_is_told_with_its_reason(corpus):
    with pytest.raises(CannotDo, match="benchmark kaffee"):
        corpus.run("benchmark", "kaffee")


def test_the_large_archive_is_made_once(corpus, django_db_blocker):
    with django_db_blocker.unblock():
        made = large(3).folder / "newsroom.sqlite3"
        with sqlite3.connect(made) as database:
            database.execute("UPDATE articles_article SET kicker = 'Behalten'")
        assert large(3).folder == made.parent
    with sqlite3.connect(made) as database:
        assert database.execute("SELECT DISTINCT kicker, count(*) FROM articles_article").fetchone() == ("Behalten", 3)
