"""When the archive last changed for its readers."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.errors import IndexUnavailable
from articles.search.changes import changed_at
from tests.builders import build_article
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def settled(settings):
    """One old article; the index was written long ago."""
    article = build_article(published_at=LONG_AGO - timedelta(days=5))
    index_now()
    [written] = settings.INDEX_DIR.glob("g-*/meta.json")
    os.utime(written, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))
    return article


def test_it_is_when_the_index_was_written(settled):
    assert changed_at(timezone.now()) == LONG_AGO


def test_a_change_not_yet_in_the_index_counts(settled):
    settled.headline = "Neu"
    settled.save()
    assert timezone.now() - changed_at(timezone.now()) < timedelta(minutes=1)


def test_an_embargo_that_ended_counts_from_its_end_on(settled, settings):
    end = LONG_AGO + timedelta(days=1)
    type(settled).objects.filter(pk=settled.pk).update(embargoed_until=end)
    index_now()
    [written] = settings.INDEX_DIR.glob("g-*/meta.json")
    os.utime(written, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))
    assert changed_at(end - timedelta(hours=1)) == LONG_AGO
    assert changed_at(end) == end


def test_without_an_index_nobody_knows():
    with pytest.raises(IndexUnavailable):
        changed_at(timezone.now())
