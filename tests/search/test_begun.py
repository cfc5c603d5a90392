"""Headlines by words of which the last is only begun."""

import pytest

from articles.search.engine import engine
from tests.builders import NOW, build_article, build_draft
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def found(*words, hidden=frozenset()):
    index_now()
    return engine().headlines(words, NOW, 5, hidden)


@pytest.mark.parametrize("words", [["Bür"], ["burger"], ["Bürgerentscheide"], ["Rathaus", "bü"], ["rathäuser", "Bürg"]])
def test_the_last_word_may_be_begun(words):
    article = build_article("Bürgerentscheid im Rathaus")
    assert found(*words) == (article.pk,)


@pytest.mark.parametrize("words", [["Bür", "Rathaus"], ["Rathaus", "Kreis"], ["ürger"]])
def test_all_others_must_be_there_whole(words):
    build_article("Bürgerentscheid im Rathaus")
    assert found(*words) == ()


def test_only_the_visible_are_found():
    build_draft("Bürgerentscheid")
    hidden, shown = build_article("Bürgermeister"), build_article("Bürgerbus")
    assert found("Bürger", hidden=frozenset([hidden.pk])) == (shown.pk,)


@pytest.mark.parametrize("language", ["de", "en", "uk"])
def test_the_language_of_the_article_does_not_matter(language):
    article = build_article("Running Зеленський", language=language)
    assert found("run") == (article.pk,)
    assert found("зелен") == (article.pk,)
