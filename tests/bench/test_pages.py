import pytest

from articles.bench.addresses import Page
from articles.bench.pages import time_page, timing
from articles.errors import CannotDo

pytestmark = pytest.mark.django_db


def test_it_gives_median_and_95th_percentile_in_milliseconds():
    found = timing([number / 1000 for number in range(1, 102)])
    assert (found.median, found.p95, found.requests) == (51, pytest.approx(96), 101)


def test_it_asks_as_often_as_told():
    assert time_page(Page("nothing", ("/healthz", "/robots.txt")), requests=7).requests == 7


def test_it_stops_when_the_time_is_over():
    assert time_page(Page("nothing", ("/healthz",)), seconds=0).requests == 2


def test_it_does_not_time_errors():
    with pytest.raises(CannotDo, match="answers 404"):
        time_page(Page("missing", ("/gibt-es-nicht/",)))
