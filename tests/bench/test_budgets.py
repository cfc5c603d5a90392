"""Each type of page against its budget: that it is asked as readers ask, not how long it takes."""

import pytest

from articles.bench import budgets
from articles.bench.addresses import Page
from articles.errors import CannotDo
from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_topic
from tests.indexing import index_now

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def archive():
    named = {"people": [build_person()], "authors": [build_author()], "desk": build_desk()}
    article = build_article(tags=["Energie"], **named)
    build_topic(tags=article.tags.all())
    index_now()


def test_every_type_of_page_is_timed_with_and_without_what_is_remembered(archive):
    found = budgets.results(NOW, calls=2)
    kinds = {"article", "home", "busiest tag", "desk", "person", "topic", "author", "month"}
    assert kinds <= {one.name for one in found}
    assert all(min(one.remembered.median, one.anew.median) > 0 for one in found)


def test_a_page_that_does_not_answer_is_told(archive):
    with pytest.raises(CannotDo, match="/nirgends/ answers 404"):
        budgets._timed(Page("nowhere", ("/nirgends/",)), 2)
