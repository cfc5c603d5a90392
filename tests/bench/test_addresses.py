import pytest

from articles.bench.addresses import empty_view, pages, spread
from articles.demo.generator import generate
from articles.demo.vocabulary import COMMON_WORD
from articles.demo.writer import Plan
from articles.models import Article
from tests.builders import NOW, build_article, build_desk, build_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    politics, sport = build_desk("Politik"), build_desk("Sport")
    build_article(desk=sport, tags=["Energie", "Brücke"])
    build_article(desk=sport, tags=["Energie"])
    build_article(desk=politics, tags=["Energie"])


def paths(name: str) -> tuple[str, ...]:
    return next(page.paths for page in pages(NOW) if page.name.startswith(name))


def test_the_busiest_desk_comes_first(archive):
    assert [path.split("/")[-2] for path in paths("desk")] == ["sport", "politik"]


def test_articles_are_those_that_readers_see(archive):
    build_draft()
    assert len(paths("article")) == 3


def test_it_searches_for_the_names_of_tags(archive):
    assert paths("search, a common")[0] == "/search/?q=Energie"
    assert paths("search, a rare")[0] == "/search/?q=Br%C3%BCcke"


def test_it_searches_generated_archives_for_the_measured_words():
    generate(Plan(5))
    assert paths("search, a common")[0] == f"/search/?q={COMMON_WORD}"


def test_chosen_articles_lie_evenly_apart():
    generate(Plan(40))
    chosen = [article.pk for article in spread(Article.objects.all(), 4)]
    assert chosen == [40, 30, 20, 10]


def test_the_floor_is_a_page_that_does_nothing():
    assert empty_view().paths == ("/healthz",)
