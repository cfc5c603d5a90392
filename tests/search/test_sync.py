import logging
import threading

import pytest
from django.db import connection, transaction
from django.test import RequestFactory

from articles.editorial.withdraw import withdraw
from articles.errors import IndexUnavailable
from articles.models import Article, Filing, OutboxEntry
from articles.search import SearchRequest, find, for_editors, outbox, sync
from articles.search.engine import engine
from articles.search.locks import drain_lock, lock, rebuild_lock
from tests.builders import NOW, build_article, build_draft, build_tag

committed = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty_outbox(request):
    if "django_db" in request.keywords:
        request.getfixturevalue("transactional_db" if _commits(request) else "db")
        OutboxEntry.objects.all().delete()


def _commits(request):
    return request.node.get_closest_marker("django_db").kwargs.get("transaction")


def found(words="", **filters):
    return list(find(SearchRequest(words, **filters), NOW).ids)


# ---- draining -------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_drain_empties_the_outbox_and_says_how_many_articles():
    build_article(tags=["Energie", "Wasser"])
    build_draft()
    assert sync.drain() == 2
    assert not outbox.is_waiting()
    assert sync.drain() == 0


@pytest.mark.django_db
def test_an_empty_archive_gets_its_index():
    sync.drain()
    assert found() == []


@pytest.mark.django_db
def test_without_an_index_there_is_never_half_of_one():
    build_article()
    OutboxEntry.objects.all().delete()
    build_article()
    with pytest.raises(IndexUnavailable, match="--rebuild"):
        sync.drain()
    assert engine().is_missing()
    assert outbox.is_waiting()


@pytest.mark.django_db
def test_no_first_index_is_made_beside_a_rebuild():
    build_article()
    with lock(rebuild_lock()), pytest.raises(IndexUnavailable):
        sync.drain()
    assert outbox.is_waiting()


@pytest.mark.django_db
def test_bulk_updates_and_raw_sql_are_found():
    article, other = build_article("Brücke"), build_article("Brücke")
    sync.drain()
    Article.objects.filter(pk=article.pk).update(headline="Hafen")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_section SET body = '<p>Hafen</p>' WHERE article_id = %s", [other.pk])
    sync.drain()
    assert sorted(found("Hafen")) == [article.pk, other.pk]


@pytest.mark.django_db
def test_a_deleted_article_leaves_the_index():
    build_article().delete()
    kept = build_article()
    sync.drain()
    kept.delete()
    sync.drain()
    assert not outbox.is_waiting()
    assert found() == []


@pytest.mark.django_db
def test_an_article_that_is_no_longer_public_is_there_for_editors_only():
    article = build_article()
    sync.drain()
    withdraw(article, editor=None, at=NOW, reason="Verwechslung")
    sync.drain()
    assert found() == []
    assert for_editors(SearchRequest()) == (article.pk,)


@pytest.mark.django_db
def test_filing_and_unfiling_count():
    tag, article = build_tag(), build_article()
    sync.drain()
    filing = Filing.objects.create(content_object=article, tag=tag)
    sync.drain()
    assert found(tag_ids=frozenset({tag.pk})) == [article.pk]
    filing.delete()
    sync.drain()
    assert found(tag_ids=frozenset({tag.pk})) == []


@pytest.mark.django_db
def test_many_rows_are_taken_in_turns(monkeypatch):
    monkeypatch.setattr(outbox, "MOST_ROWS", 3)
    monkeypatch.setattr(sync, "BATCH", 2)
    articles = [build_article().pk for _ in range(6)]
    sync.drain()
    assert sorted(found()) == articles


@pytest.mark.django_db
def test_what_another_process_holds_is_left_to_it():
    build_article()
    with lock(drain_lock()):
        assert sync.drain(wait=0) == 0
    assert outbox.is_waiting()
    assert sync.drain(wait=0) == 1


@pytest.mark.django_db
def test_after_letting_go_the_drain_looks_once_more():
    """A row that came while the lock was held, and whose own drain gave up, is not left behind."""
    first, late = build_article(), []

    def somebody_else(step):
        if step == "forgotten" and not late:
            late.append(build_article())
            assert sync.drain(wait=0) == 0

    sync.drain(on_step=somebody_else)
    assert sorted(found()) == [first.pk, late[0].pk]


@pytest.mark.django_db
def test_progress_is_told():
    build_article()
    told = []
    sync.drain(progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]


# ---- after a commit, after a request --------------------------------------------------------------------------------


@committed
def test_a_change_by_a_verb_is_found_at_once():
    article = build_article("Brücke")
    sync.drain()
    withdraw(article, editor=None, at=NOW, reason="Verwechslung")
    assert not outbox.is_waiting()
    assert found("Brücke") == []


@committed
def test_one_transaction_drains_once(monkeypatch):
    drains = []
    monkeypatch.setattr(sync, "drain", lambda once: drains.append(once))
    with transaction.atomic():
        for _ in range(3):
            sync.drain_after_commit()
        assert not drains
    assert drains == [True]


@committed
def test_a_savepoint_rolled_back_takes_no_drain_with_it(monkeypatch):
    drains = []
    monkeypatch.setattr(sync, "drain", lambda once: drains.append(once))
    with transaction.atomic():
        with transaction.atomic():
            sync.drain_after_commit()
            transaction.set_rollback(True)
        sync.drain_after_commit()
    assert drains == [True]


@committed
def test_a_transaction_rolled_back_drains_nothing():
    with transaction.atomic():
        build_article()
        sync.drain_after_commit()
        transaction.set_rollback(True)
    assert engine().is_missing()


@committed
def test_a_save_does_not_fail_where_the_index_cannot_be_written(settings, caplog):
    settings.INDEX_DIR.parent.mkdir(exist_ok=True)
    settings.INDEX_DIR.write_text("no folder")
    with transaction.atomic():
        article = build_article()
        sync.drain_after_commit()
    assert Article.objects.filter(pk=article.pk).exists()
    assert outbox.is_waiting()
    assert "wait in the outbox" in caplog.text


@committed
def test_an_import_may_postpone_the_drains():
    with sync.postponed(), transaction.atomic():
        build_article()
        sync.drain_after_commit()
    assert outbox.is_waiting()


@committed
def test_many_changes_are_left_to_a_thread(monkeypatch):
    monkeypatch.setattr(sync, "AT_ONCE", 1)
    before = set(threading.enumerate())
    with transaction.atomic():
        article = build_article()
        sync.drain_after_commit()
    for thread in set(threading.enumerate()) - before:
        thread.join()
    assert found() == [article.pk]


@pytest.mark.django_db
def test_who_saves_does_not_wait_for_those_who_write_on_and_on(monkeypatch):
    article, before, handed_on, bring_in = build_article(), set(threading.enumerate()), [], sync.bring_in
    monkeypatch.setattr(sync, "bring_in", lambda *args: (bring_in(*args), outbox.note([article.pk])))
    monkeypatch.setattr(sync, "_drain_in_thread", lambda: handed_on.append("the rest"))
    sync.drain_soon()
    for thread in set(threading.enumerate()) - before:
        thread.join()
    assert handed_on == ["the rest"]


@committed
def test_an_error_in_the_thread_is_a_line_in_the_log(settings, caplog):
    build_article()
    settings.INDEX_DIR.write_text("no folder")
    with caplog.at_level(logging.ERROR):
        thread = threading.Thread(target=sync._drain_in_thread)
        thread.start()
        thread.join()
    assert "could not be brought up to date" in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "waits"), [("post", False), ("delete", False), ("get", True), ("head", True)])
def test_a_request_that_may_write_is_followed_by_a_drain(method, waits):
    build_article()
    middleware = sync.DrainMiddleware(lambda request: "response")
    assert middleware(getattr(RequestFactory(), method)("/")) == "response"
    assert outbox.is_waiting() == waits
