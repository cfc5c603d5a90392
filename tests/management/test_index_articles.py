import shutil

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, OutboxEntry
from articles.search import SearchRequest, find, sync, writing
from articles.search.engine import engine
from articles.search.generations import writing_clearly
from tests.builders import NOW, build_article

pytestmark = pytest.mark.django_db


def index_articles(capsys, *options):
    call_command("index_articles", *options)
    return capsys.readouterr().out.strip()


def found():
    return find(SearchRequest(), NOW).count


def test_it_brings_in_what_waits(capsys):
    build_article()
    assert index_articles(capsys) == "1 Artikel in den Suchindex gebracht."
    assert index_articles(capsys) == "Der Suchindex ist auf dem Stand."
    assert found() == 1


def test_it_mends_a_deleted_index_by_itself(capsys, settings):
    build_article()
    sync.drain()
    shutil.rmtree(settings.INDEX_DIR)
    assert index_articles(capsys) == "Suchindex neu gebaut: 1 Artikel."
    assert found() == 1


def test_it_rebuilds(capsys):
    build_article()
    assert index_articles(capsys, "--rebuild") == "Suchindex neu gebaut: 1 Artikel."
    assert found() == 1


def test_it_checks_and_says_what_it_mended(capsys):
    article = build_article()
    sync.drain()
    assert index_articles(capsys, "--check") == "Suchindex und Datenbank stimmen überein."
    Article.objects.filter(pk=article.pk).update(headline="Hafen")
    OutboxEntry.objects.all().delete()
    assert "0 Artikel fehlten, 1 waren veraltet, 0 überzählig" in index_articles(capsys, "--check")


def test_a_check_without_an_index_says_what_to_run():
    build_article()
    OutboxEntry.objects.all().delete()
    with pytest.raises(CommandError, match="--rebuild"):
        call_command("index_articles", "--check")


def test_rebuild_and_check_exclude_each_other():
    with pytest.raises(CommandError, match="not allowed with"):
        call_command("index_articles", "--rebuild", "--check")


def test_a_folder_that_cannot_be_written_is_one_clear_line(settings):
    settings.INDEX_DIR.write_text("no folder")
    with pytest.raises(CommandError, match="nicht beschreibbar"):
        call_command("index_articles")


def test_it_builds_a_damaged_index_anew_and_says_which_file_it_was(capsys):
    build_article()
    sync.drain()
    file = next(engine().folder.glob("g-*/*.idx"))
    file.write_bytes(b"rubbish")
    said = index_articles(capsys, "--check")
    assert said == f"Suchindex neu gebaut. Beschädigt: {file.name}."
    assert index_articles(capsys, "--check") == "Suchindex und Datenbank stimmen überein."


def test_a_full_disk_is_no_reason_to_build_another_index(monkeypatch):
    build_article()
    sync.drain()
    build_article()

    def full(*_args):
        raise OSError("No space left on device")

    monkeypatch.setattr(writing._Writer, "remove", lambda *_args: _clearly(full))
    with pytest.raises(CommandError, match="lässt sich nicht schreiben: No space left"):
        call_command("index_articles")
    assert find(SearchRequest(), NOW).count == 1


def _clearly(act):
    with writing_clearly():
        act()
