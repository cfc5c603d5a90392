import pytest
from django.utils import timezone

from articles.bench import searching
from articles.bench.pages import time_calls
from articles.bench.searching import asked, filtered, measurements, results
from articles.demo.generator import generate
from articles.demo.vocabulary import COMMON_WORD
from articles.demo.writer import Plan
from articles.search.engine import engine
from articles.search.rebuilding import rebuild
from articles.search.request import SearchRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(transactional_db):
    generate(Plan(40))
    rebuild()


def test_each_budget_is_measured(archive):
    budgets = [one.budget for one in measurements(timezone.now())]
    assert [budget for budget in budgets if budget] == [120, 250, 15, 80, 80, 30, 10]


def test_all_can_be_measured_on_any_archive(archive, monkeypatch):
    monkeypatch.setattr(searching, "time_calls", lambda act: time_calls(act, calls=2))
    found = list(results(timezone.now()))
    assert all(one.uncached.median > 0 and one.cached.median > 0 for one in found)
    assert any(one.alone for one in found)


def test_uncached_means_that_nothing_is_remembered(archive, monkeypatch):
    forgotten = []
    monkeypatch.setattr(type(engine()), "forget_counts", lambda engine: forgotten.append(engine))
    searching._forgetting(lambda: None)()
    assert forgotten == [engine()]


def test_a_search_has_all_that_its_page_shows(archive):
    hits = asked(SearchRequest(COMMON_WORD, facets=searching.FACETS), timezone.now())
    assert all("<mark>" in headline + passage.html for headline, passage in hits)
    assert hits


def test_three_filters_are_chosen(archive):
    request = filtered(SearchRequest(COMMON_WORD))
    assert all(request.selects(name) for name in ("desk", "tag", "span"))
