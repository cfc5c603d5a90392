"""Every hit, in pages that begin where the last one ended."""

from datetime import timedelta

import pytest

from articles.errors import IndexUnavailable
from articles.search import SearchRequest, walk, walking
from tests.builders import NOW, build_article
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def ids(pages):
    return [article_id for page in pages for article_id in page]


@pytest.fixture
def articles(monkeypatch):
    """Ten, some of the same second; the newest first."""
    monkeypatch.setattr(walking, "PAGE", 3)
    built = [build_article(published_at=NOW - timedelta(hours=1 + number // 4)) for number in range(10)]
    index_now()
    return sorted((article.pk for article in built), key=lambda pk: ((pk - built[0].pk) // 4, -pk))


def test_it_gives_each_hit_once_newest_first(articles):
    pages = list(walk(SearchRequest("Brücke"), NOW))
    assert [len(page) for page in pages] == [3, 3, 3, 1]
    assert ids(pages) == articles


def test_it_gives_the_oldest_first(articles):
    assert ids(walk(SearchRequest(sort="oldest"), NOW)) == articles[::-1]


def test_the_page_asked_for_does_not_matter(articles):
    assert ids(walk(SearchRequest(page=3, per_page=2), NOW)) == articles


def test_it_gives_what_there_was_when_it_began(articles):
    pages = walk(SearchRequest(), NOW)
    found = [next(pages)]
    build_article(published_at=NOW - timedelta(hours=2))
    index_now()
    assert ids([*found, *pages]) == articles


def test_nothing_found_is_no_page(articles):
    assert list(walk(SearchRequest("Xylophon"), NOW)) == []


def test_a_full_last_page_ends_it(monkeypatch):
    monkeypatch.setattr(walking, "PAGE", 3)
    for _ in range(6):
        build_article()
    index_now()
    assert [len(page) for page in walk(SearchRequest(), NOW)] == [3, 3]


def test_without_an_index_it_says_so_before_the_first_page():
    with pytest.raises(IndexUnavailable):
        walk(SearchRequest(), NOW)
