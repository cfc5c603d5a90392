"""Counts that are remembered: never one that was not true at that commit and moment."""

from datetime import date, timedelta
from itertools import chain, combinations

import pytest

from articles.editorial.withdraw import withdraw
from articles.models import Article, SearchSynonym
from articles.querysets import TopicRule
from articles.search import SearchRequest, count_topics, find
from articles.search.counting import COSTLY
from articles.search.engine import engine
from articles.search.request import FACETS
from tests.builders import NOW, build_article, build_desk, build_person, build_tag
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def counted(monkeypatch):
    """The facets that were really counted, not remembered."""
    asked, real = [], engine().snapshots.newest

    def newest():
        snapshot = real()
        keep = snapshot.counts.keep
        monkeypatch.setattr(snapshot.counts, "keep", lambda key, found: asked.append(key[0]) or keep(key, found))
        return snapshot

    index_now()
    newest()
    return asked


def years(at=NOW, **asked):
    return [(bucket.key, bucket.count) for bucket in find(SearchRequest(facets=("year",), **asked), at).facets["year"]]


def test_a_count_is_remembered_for_other_pages_and_orders(counted):
    assert years() == years(page=2) == years(sort="oldest", per_page=5)
    assert counted == ["year"]


def test_a_facet_is_remembered_when_its_own_value_is_chosen(counted):
    for desks in (frozenset(), frozenset({1}), frozenset({1, 2})):
        find(SearchRequest(facets=("desk",), desk_ids=desks), NOW)
    assert counted == ["desk"]


def test_an_embargo_that_passes_is_counted_anew():
    build_article(), build_article(embargoed_until=NOW + MINUTE)
    index_now()
    assert [count for at in (NOW, NOW + MINUTE, NOW) for _, count in years(at)] == [1, 2, 1]


def test_an_earlier_moment_is_another_question():
    build_article(), build_article(published_at=NOW - MINUTE)
    index_now()
    before = NOW - 2 * MINUTE
    assert [sum(count for _, count in years(at)) for at in (NOW, before, NOW)] == [2, 1, 2]


def test_a_withdrawal_still_in_the_outbox_is_not_counted():
    article, _ = build_article(), build_article()
    index_now()
    assert years()[0][1] == 2
    withdraw(article, editor=None, at=NOW, reason="Verwechslung")
    assert years()[0][1] == 1


def test_a_new_commit_is_counted_anew():
    desk, other = build_desk(), build_desk("Sport")
    article = build_article(desk=desk)
    index_now()
    found = [find(SearchRequest(facets=("desk",)), NOW).facets["desk"][0].key]
    Article.objects.filter(pk=article.pk).update(desk=other)
    index_now()
    assert [*found, find(SearchRequest(facets=("desk",)), NOW).facets["desk"][0].key] == [desk.pk, other.pk]


def test_what_is_counted_together_is_as_if_counted_alone():
    build_article(desk=build_desk(), tags=["Energie"]), build_article()
    index_now()
    together = find(SearchRequest(facets=FACETS), NOW).facets
    engine().forget_counts()
    assert together == {name: find(SearchRequest(facets=(name,)), NOW).facets[name] for name in FACETS}
    assert set(FACETS) > COSTLY


def counted_of(words):
    return sum(count for _, count in years(words=words))


def test_a_new_synonym_is_counted_at_once():
    build_article(body="<p>Ein Sperber.</p>")
    index_now()
    assert counted_of("Greifvogel") == 0
    synonym = SearchSynonym.objects.create(name="Greifvogel")
    synonym.names.create(name="Sperber")
    assert counted_of("Greifvogel") == 1
    synonym.delete()
    assert counted_of("Greifvogel") == 0


def test_a_new_name_of_a_person_or_tag_is_counted_at_once():
    tag, person = build_tag(), build_person()
    build_article(tags=[tag.name]), build_article(people=[person])
    index_now()
    assert (counted_of("Stromzeug"), counted_of("Bergerin")) == (0, 0)
    tag.names.create(name="Stromzeug"), person.names.create(name="Bergerin")
    assert (counted_of("Stromzeug"), counted_of("Bergerin")) == (1, 1)


def test_a_renamed_tag_is_counted_under_both_names_until_the_old_one_goes():
    tag = build_tag("Stromzeug")
    build_article(tags=[tag.name])
    index_now()
    assert (counted_of("Stromzeug"), counted_of("Netzbau")) == (1, 0)
    tag.name = "Netzbau"
    tag.save()
    assert (counted_of("Stromzeug"), counted_of("Netzbau")) == (1, 1)
    tag.names.filter(name="Stromzeug").delete()
    assert (counted_of("Stromzeug"), counted_of("Netzbau")) == (0, 1)


@pytest.fixture
def filed():
    """Ids by name: a desk, a tag, a person and an article, with one article filed under each and one under all."""
    desk, tag, person = build_desk("Rat"), build_tag("Strom"), build_person()
    build_article(tags=["Strom"], people=[person], desk=desk), build_article(tags=["Strom"], published_at=NOW - DAY)
    build_article(people=[person], published_at=NOW - 9 * DAY), build_article(desk=desk)
    pinned = build_article()
    index_now()
    return {"desk_ids": desk.pk, "tag_ids": tag.pk, "person_ids": person.pk, "pinned_ids": pinned.pk}


@pytest.mark.parametrize("days", [{}, {"since": NOW.date()}, {"until": NOW.date()}, {"since": date(1, 1, 1)}])
def test_topics_counted_in_one_go_are_as_if_each_were_searched(filed, days):
    choices = chain.from_iterable(combinations(filed, count) for count in range(len(filed) + 1))
    rules = {n: TopicRule(**{kind: frozenset([filed[kind], 77]) for kind in choice}, **days)
             for n, choice in enumerate(choices)}  # fmt: skip
    alone = {n: find(SearchRequest(within=(rule,)), NOW).count for n, rule in rules.items()}
    assert count_topics(rules, SearchRequest(), NOW) == alone
    assert {0, 1, 2} <= set(alone.values())
