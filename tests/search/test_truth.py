"""Whatever state articles are in, and at any moment, the index counts what the database counts, drained or not."""

from datetime import timedelta
from random import Random

import pytest
from django.db.models import Count

from articles.models import Article
from articles.search import SearchRequest, find, sync
from tests.builders import NOW, build_article, build_desk, build_draft, build_person

pytestmark = pytest.mark.django_db
FACETS = {"desk": "desk", "tag": "filings__tag", "person": "mentions__person", "language": "language"}


def days(random):
    return NOW + timedelta(days=random.randint(-3, 3))


def some_articles(random):
    desks, people = [build_desk(name) for name in ("Politik", "Sport")], [build_person("Karl Voss")]
    for _ in range(12):
        filed = {"desk": random.choice(desks), "tags": random.sample(["Energie", "Wasser", "Hafen"], 2)}
        spoken, named = random.choice(["de", "en"]), random.choice([people, []])
        build_article("Brücke", published_at=days(random), people=named, language=spoken, **filed)
    build_draft("Brücke")


def change(random):
    """In bulk, which no code of ours sees."""
    some = random.sample(list(Article.objects.values_list("pk", flat=True)), 3)
    Article.objects.filter(pk=some[0]).update(embargoed_until=random.choice([None, days(random)]))
    Article.objects.filter(pk=some[1]).exclude(published_at=None).update(published_at=days(random))
    withdrawn = {"status": "withdrawn", "withdrawal_reason": "Verwechslung", "withdrawn_at": NOW}
    if random.random() < 0.5:
        Article.objects.filter(pk=some[2], status="published").update(**withdrawn)
    else:
        Article.objects.filter(pk=some[2]).delete()


def counted(at, name):
    rows = Article.objects.visible(at).order_by().values_list(FACETS[name]).annotate(n=Count("pk", distinct=True))
    return {key: n for key, n in rows if key is not None}


@pytest.mark.parametrize("seed", range(8))
def test_counts_are_those_of_the_database(seed):
    random = Random(seed)
    some_articles(random)
    sync.drain()
    for _ in range(6):
        change(random)
        sync.drain()
        at = days(random)
        found = find(SearchRequest("Brücke", facets=tuple(FACETS), per_page=50), at)
        assert set(found.ids) == set(Article.objects.visible(at).values_list("pk", flat=True))
        assert found.count == len(found.ids)
        facets = {name: {bucket.key: bucket.count for bucket in found.facets[name]} for name in FACETS}
        assert facets == {name: counted(at, name) for name in FACETS}


@pytest.mark.parametrize("seed", range(8))
def test_what_may_not_be_seen_is_not_counted_before_a_drain_either(seed):
    random = Random(seed)
    some_articles(random)
    sync.drain()
    for _ in range(6):
        change(random)
        at = days(random)
        found = find(SearchRequest("Brücke", facets=("year",), per_page=50), at)
        visible = set(Article.objects.visible(at).values_list("pk", flat=True))
        assert set(found.ids) <= visible
        assert found.count == len(found.ids) == sum(bucket.count for bucket in found.facets["year"])
