"""Pages that never count the whole table."""

import pytest

from articles.admin import paging
from articles.admin.paging import BoundedPaginator
from articles.models import Desk
from tests.builders import build_desk

pytestmark = pytest.mark.django_db


def test_it_counts_to_its_bound_and_no_further(monkeypatch):
    monkeypatch.setattr(paging, "MOST", 2)
    for number in range(3):
        build_desk(f"Ressort {number}")
    assert BoundedPaginator(Desk.objects.all(), 1).count == 2


def test_the_count_is_limited_in_the_database(django_assert_num_queries):
    with django_assert_num_queries(1) as captured:
        assert BoundedPaginator(Desk.objects.all(), 1).count == 0
    assert "LIMIT 5000" in captured[0]["sql"]
