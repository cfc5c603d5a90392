"""The page a reader asks for, and numbers out of bounds."""

import pytest
from django.test import RequestFactory

from articles.views.errors import NothingHere
from articles.views.paging import page_asked, page_too_far


def asked(query: str) -> int:
    return page_asked(RequestFactory().get(f"/?{query}"))


@pytest.mark.parametrize(("query", "page"), [("", 1), ("page=3", 3), ("page=003", 3), ("page=0", 1), ("page=-2", 1)])
def test_a_page_is_at_least_the_first(query, page):
    assert asked(query) == page


@pytest.mark.parametrize("typed", ["abc", "", "1.5", "1e9", "٣", "²", "%00", "+1"])
def test_what_is_no_number_is_the_first_page(typed):
    assert asked(f"page={typed}") == 1


def test_a_number_nobody_counts_to_is_not_found():
    with pytest.raises(NothingHere):
        asked(f"page={10**30}")


def test_the_help_says_the_last_page_where_it_is_known():
    assert "Seite 7" in str(page_too_far(7))
    assert "So viele Seiten" in str(page_too_far(None))
