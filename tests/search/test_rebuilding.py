from contextlib import contextmanager

import pytest

from articles.errors import IndexUnavailable, NewsroomError
from articles.models import Article, OutboxEntry
from articles.search import SearchRequest, find, for_editors, generations, outbox, rebuilding, sync
from articles.search.engine import engine
from articles.search.generations import POINTER
from articles.search.locks import journal, lock, rebuild_lock
from articles.search.rebuilding import Mended, check, rebuild
from tests.builders import NOW, build_article, build_draft
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def found(words=""):
    return sorted(find(SearchRequest(words), NOW).ids)


def quietly(change):
    """As if the index had missed it."""
    result = change()
    OutboxEntry.objects.all().delete()
    return result


def test_a_rebuild_brings_in_everything_and_shows_what_is_public():
    article, draft = quietly(build_article), quietly(build_draft)
    assert rebuild() == 2
    assert found() == [article.pk]
    assert set(for_editors(SearchRequest())) == {article.pk, draft.pk}


def test_a_rebuild_answers_for_what_was_waiting():
    build_article()
    rebuild()
    assert not outbox.is_waiting()


def test_the_old_index_is_served_meanwhile():
    article = build_article()
    index_now()
    seen = []
    rebuild(progress=lambda done, total: seen.append(found()))
    assert seen == [[article.pk]]
    assert found() == [article.pk]


def test_what_changes_meanwhile_is_in_both():
    article = build_article("Brücke")
    index_now()
    seen = []

    def change_and_drain(done, total):
        Article.objects.filter(pk=article.pk).update(headline="Hafen")
        sync.drain()
        seen.append(found("Hafen"))

    rebuild(progress=change_and_drain)
    assert seen == [[article.pk]]
    assert found("Hafen") == [article.pk]
    assert not journal().exists()


def test_what_is_withdrawn_meanwhile_is_gone():
    build_article()
    index_now()

    def delete_and_drain(done, total):
        Article.objects.all().delete()
        sync.drain()

    rebuild(progress=delete_and_drain)
    assert found() == []
    assert engine().stamps(0, 2**40) == []


def test_an_index_of_another_version_is_replaced(settings):
    article = build_article()
    index_now()
    pointer = settings.INDEX_DIR / POINTER
    pointer.write_text(pointer.read_text().replace('"version": "', '"version": "0'))
    with pytest.raises(IndexUnavailable, match="anderen Version"):
        found()
    rebuild()
    assert found() == [article.pk]


def test_a_drain_does_not_write_to_an_index_of_another_version(settings):
    index_now()
    pointer = settings.INDEX_DIR / POINTER
    pointer.write_text(pointer.read_text().replace('"version": "', '"version": "0'))
    build_article()
    with pytest.raises(IndexUnavailable, match="--rebuild"):
        sync.drain()
    assert outbox.is_waiting()


def test_two_rebuilds_at_once_are_one_too_many(monkeypatch):
    monkeypatch.setattr(rebuilding, "PATIENCE", 0)
    with lock(rebuild_lock()), pytest.raises(NewsroomError, match="gerade schon"):
        rebuild()


def test_a_sound_index_needs_no_mending():
    build_article(tags=["Energie"])
    index_now()
    assert not check()


def test_a_check_brings_in_what_is_missing():
    index_now()
    article = quietly(build_article)
    assert check() == Mended(missing=1)
    assert found() == [article.pk]


def test_a_check_mends_what_is_outdated():
    article = build_article("Brücke")
    index_now()
    quietly(lambda: Article.objects.filter(pk=article.pk).update(headline="Hafen"))
    assert check() == Mended(outdated=1)
    assert found("Hafen") == [article.pk]


def test_a_check_takes_out_what_should_not_be_there():
    first, *_others = [build_article() for _ in range(3)]
    index_now()
    quietly(lambda: Article.objects.exclude(pk=first.pk).delete())
    assert check() == Mended(surplus=2)
    assert engine().stamps(0, 2**40) == engine().stamps(first.pk, first.pk)


def test_a_check_mends_a_tampered_index():
    article, other = build_article(), build_article()
    index_now()
    with engine().writer() as writer:
        writer.remove([article.pk])
        writer.put(rebuilding.load([other.pk]))
        writer.commit()
    assert check() == Mended(missing=1, outdated=1)
    assert found() == [article.pk, other.pk]


def test_a_check_leaves_what_is_on_its_way():
    build_article()
    index_now()
    late = []

    def build_meanwhile(done, total):
        if not late:
            late.append(build_article())

    assert not check(progress=build_meanwhile)
    assert len(found()) == 2


def test_without_an_index_there_is_nothing_to_check():
    quietly(build_article)
    with pytest.raises(IndexUnavailable, match="--rebuild"):
        check()


# ---- a process of another version -----------------------------------------------------------------------------------


@pytest.fixture
def newer(monkeypatch):
    """The engine of a process that runs the next version of the program."""

    @contextmanager
    def process():
        with monkeypatch.context() as patch:
            patch.setattr(generations, "VERSION", "next")
            other = type(engine())(engine().folder)
            patch.setattr(rebuilding, "engine", lambda: other)
            patch.setattr(sync, "engine", lambda: other)
            yield

    return process


def test_the_old_version_answers_while_the_new_one_builds_and_after(newer):
    article = build_article("Brücke")
    index_now()
    found()
    with newer():
        rebuild()
    assert found("Brücke") == [article.pk]


def test_the_old_index_is_there_until_the_new_one_is_used(newer):
    build_article("Brücke")
    index_now()
    old, was_there = next(engine().folder.glob("g-*")), []
    with newer():
        rebuild(on_step=lambda step: was_there.append((step, old.exists())))
    assert was_there[:3] == [("written", True), ("caught up", True), ("switched", False)]


def test_what_the_old_version_saves_afterwards_waits_and_a_withdrawal_is_hidden(newer):
    article = build_article("Brücke")
    index_now()
    found()
    with newer():
        rebuild()
    Article.objects.filter(pk=article.pk).delete()
    with pytest.raises(IndexUnavailable, match="anderen Version"):
        sync.drain()
    assert outbox.is_waiting()
    assert found("Brücke") == []


def test_the_old_version_says_nothing_once_the_new_one_knows_more(newer):
    build_article("Brücke")
    index_now()
    found()
    with newer():
        rebuild()
        build_article("Hafen")
        sync.drain()
    with pytest.raises(IndexUnavailable, match="anderen Version"):
        found()


def test_nor_if_something_was_waiting_that_it_never_knew(newer):
    build_article("Brücke")
    index_now()
    found()
    build_article("Hafen")
    with newer():
        rebuild()
    with pytest.raises(IndexUnavailable, match="anderen Version"):
        found()


# ---- damage ---------------------------------------------------------------------------------------------------------


def test_a_check_builds_a_damaged_index_anew_and_says_so():
    article = build_article("Brücke")
    index_now()
    file = next(engine().folder.glob("g-*/*.term"))
    file.write_bytes(file.read_bytes()[:-9])
    assert file.name in check().rebuilt
    assert found("Brücke") == [article.pk]


def test_a_check_builds_an_index_of_another_version_anew(settings):
    article = build_article()
    index_now()
    pointer = settings.INDEX_DIR / POINTER
    pointer.write_text(pointer.read_text().replace('"version": "', '"version": "0'))
    assert "anderen Version" in check().rebuilt
    assert found() == [article.pk]


def test_a_rebuild_that_fails_leaves_nothing_behind(monkeypatch):
    article = build_article()
    index_now()
    folders = list(engine().folder.glob("g-*"))
    monkeypatch.setattr(rebuilding, "all_ids", lambda: iter([["rubbish"]]))
    with pytest.raises(ValueError, match="rubbish"):
        rebuild()
    assert list(engine().folder.glob("g-*")) == folders
    assert found() == [article.pk]


@pytest.mark.parametrize("last", ["written", "caught up"])
def test_nor_does_one_that_fails_at_its_end(last):
    article = build_article()
    index_now()
    folders = list(engine().folder.glob("g-*"))
    with pytest.raises(ZeroDivisionError):
        rebuild(on_step=lambda step: 1 // (step != last))
    assert list(engine().folder.glob("g-*")) == folders
    assert found() == [article.pk]
