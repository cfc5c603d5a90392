"""What was answered is remembered for as long as it is true."""

from datetime import timedelta

import pytest

from articles import search
from articles.errors import IndexUnavailable
from articles.models import Article
from tests.builders import NOW, build_article
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """`asked(at)` asks; its `times` says how often somebody had to think."""

    def ask(at=NOW) -> int:
        return search.remembered("question", at, lambda _hidden: think())

    def think() -> int:
        ask.times += 1
        return ask.times

    ask.times = 0
    return ask


def test_the_same_is_not_asked_twice(asked):
    build_article()
    index_now()
    assert [asked(), asked(NOW + timedelta(minutes=1))] == [1, 1]


def test_it_is_asked_anew_when_something_becomes_visible(asked):
    build_article(embargoed_until=NOW + timedelta(hours=1))
    index_now()
    assert [asked(), asked(NOW + timedelta(hours=2))] == [1, 2]


def test_it_is_asked_anew_when_the_index_changes(asked):
    build_article()
    index_now()
    asked()
    build_article()
    index_now()
    assert asked() == 2


def test_it_is_asked_anew_when_something_is_hidden(asked):
    article = build_article()
    index_now()
    asked()
    Article.objects.filter(pk=article.pk).update(status="draft")
    assert asked() == 2


def test_without_an_index_nothing_is_remembered(asked):
    with pytest.raises(IndexUnavailable):
        asked()
