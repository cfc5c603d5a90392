import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models import OutboxEntry
from articles.search import outbox
from tests.builders import NOW, build_article, build_draft


def note(*articles):
    outbox.note(articles)


@pytest.fixture
def empty(db):
    OutboxEntry.objects.all().delete()


def test_rows_are_taken_oldest_first_each_article_once(empty):
    note(7, 8, 7)
    rows, articles = outbox.take()
    assert articles == [7, 8]
    assert sum(last - first + 1 for first, last in rows) == 3


def test_only_the_rows_taken_are_forgotten(empty):
    note(7)
    rows, _ = outbox.take()
    note(8)
    outbox.forget(rows)
    assert outbox.take()[1] == [8]


def test_a_smaller_id_that_came_later_is_kept(empty):
    OutboxEntry.objects.bulk_create([OutboxEntry(pk=10**6 + n, article_id=n) for n in (1, 3)])
    rows, _ = outbox.take()
    OutboxEntry.objects.create(pk=10**6 + 2, article_id=2)
    outbox.forget(rows)
    assert outbox.take()[1] == [2]


def test_many_stretches_are_forgotten(empty):
    OutboxEntry.objects.bulk_create([OutboxEntry(pk=10**6 + 2 * n, article_id=1) for n in range(500)])
    outbox.forget(outbox.everything())
    assert not outbox.is_waiting()


def test_hidden_are_the_waiting_articles_that_nobody_may_see(empty):
    visible, draft = build_article(), build_draft()
    note(10**9)  # deleted
    assert outbox.hidden_ids(NOW) == {draft.pk, 10**9}
    assert visible.pk not in outbox.hidden_ids(NOW)


def test_the_outbox_covers_everything_or_not(empty):
    article = build_article()
    assert outbox.covers_everything()
    OutboxEntry.objects.filter(article_id=article.pk).delete()
    assert not outbox.covers_everything()


def test_more_than_so_many_may_wait(empty):
    note(1, 2)
    assert outbox.is_waiting(more_than=1)
    assert not outbox.is_waiting(more_than=2)


@given(st.sets(st.integers(min_value=0, max_value=60)))
def test_stretches_hold_exactly_the_ids(ids):
    stretches = list(outbox.ranges(sorted(ids)))
    assert {n for first, last in stretches for n in range(first, last + 1)} == ids
    assert all(first <= last for first, last in stretches)
