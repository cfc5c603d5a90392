"""What the latest month has more of than usual."""

from datetime import date, timedelta

import pytest

from articles.rising import rising_tags, steepest
from tests.builders import NOW, build_article
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_tag_that_came_up_is_told_with_what_is_usual():
    for days in (1, 2, 3, 4, 60, 90):
        build_article(tags=["Hochwasser"], published_at=NOW - days * DAY)
    index_now()
    rising = rising_tags(NOW, 10)
    assert [(rise.tag.name, rise.count, rise.usual) for rise in rising.rises] == [("Hochwasser", 4, 2 / 12)]
    assert (rising.last, rising.first) == (date(2024, 11, 4), date(2024, 10, 6))


def test_what_is_not_visible_raises_nothing():
    build_article(tags=["Hochwasser"])
    for days in (1, 2, 3):
        build_article(tags=["Geheim"], published_at=NOW - days * DAY, embargoed_until=NOW + DAY)
    index_now()
    assert rising_tags(NOW, 10).rises == []


def test_without_an_index_nothing_rises():
    build_article(tags=["Hochwasser"])
    assert rising_tags(NOW, 10) is None


def test_an_empty_archive_has_no_latest_month():
    index_now()
    assert rising_tags(NOW, 10) is None


def test_the_steepest_comes_first_and_the_usual_is_left_out():
    now, before = {1: 10, 2: 10, 3: 2, 4: 5}, {1: 60, 2: 0, 4: 120}
    assert steepest(now, before, 9) == [2, 1]
