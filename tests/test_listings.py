"""Lists: the same articles with and without an index, never one that is not visible."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from articles import front, listings
from articles.editorial.withdraw import withdraw
from articles.querysets import TopicRule
from articles.search.request import SearchRequest
from articles.search.results import Relaxed
from articles.vocabulary import MentionStatus
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_draft,
    build_mention,
    build_person,
    build_tag,
    build_topic,
)
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(params=["index", "database"])
def indexed(request):
    """Brings articles into the index; with "database" there is none, and the database has to answer."""
    return index_now if request.param == "index" else lambda: None


def ids(request: SearchRequest) -> list[int]:
    return [article.pk for article in listings.read(request, NOW).articles]


def rule(**values) -> tuple[TopicRule]:
    return (TopicRule(**{name: frozenset(value) for name, value in values.items()}),)


def test_the_newest_comes_first(indexed):
    older, newer = build_article(published_at=NOW - DAY), build_article(published_at=NOW - HOUR)
    indexed()
    assert ids(SearchRequest(sort="newest")) == [newer.pk, older.pk]
    assert ids(SearchRequest(sort="oldest")) == [older.pk, newer.pk]


def test_what_is_not_visible_is_not_listed(indexed):
    build_draft()
    build_article(published_at=NOW + HOUR)
    build_article(embargoed_until=NOW + HOUR)
    indexed()
    assert ids(SearchRequest()) == []


def test_withdrawn_since_the_index_was_written_is_not_listed():
    article = build_article()
    index_now()
    withdraw(article, editor=None, at=NOW, reason="Verwechslung")
    assert ids(SearchRequest()) == []


def test_within_a_kind_any_value_will_do_and_all_kinds_must_hold(indexed):
    desk, tags = build_desk(), [build_tag("Energie"), build_tag("Verkehr")]
    both = [build_article(desk=desk, tags=[tag.name]).pk for tag in tags]
    build_article(tags=["Energie"])
    indexed()
    request = SearchRequest(desk_ids=frozenset([desk.pk]), tag_ids=frozenset(tag.pk for tag in tags))
    assert sorted(ids(request)) == sorted(both)


@pytest.mark.parametrize(("kind", "build"), [("author", build_author), ("person", build_person)])
def test_by_author_and_by_person(indexed, kind, build):
    row = build()
    field = {"author": "authors", "person": "people"}[kind]
    article = build_article(**{field: [row]})
    build_article()
    indexed()
    assert ids(SearchRequest(**{f"{kind}_ids": frozenset([row.pk])})) == [article.pk]


def test_by_days_and_by_language(indexed):
    article = build_article(language="en", published_at=NOW - 9 * DAY)
    build_article(published_at=NOW - 9 * DAY)
    build_article(language="en")
    indexed()
    day = (NOW - 9 * DAY).date()
    assert ids(SearchRequest(first_day=day, last_day=day, languages=frozenset(["en"]))) == [article.pk]


def test_any_of_several_topics_will_do(indexed):
    tags = [build_tag("Energie"), build_tag("Verkehr")]
    found = [build_article(tags=[tag.name]).pk for tag in tags]
    build_article()
    indexed()
    topics = tuple(TopicRule(tag_ids=frozenset([tag.pk])) for tag in tags)
    assert sorted(ids(SearchRequest(topics=topics))) == sorted(found)


def test_a_scope_narrows_what_is_asked(indexed):
    tags = [build_tag("Energie"), build_tag("Verkehr")]
    both = build_article(tags=["Energie", "Verkehr"])
    build_article(tags=["Verkehr"])
    indexed()
    scope = SearchRequest(within=rule(tag_ids=[tags[0].pk]))
    assert ids(listings.inside(scope, SearchRequest(tag_ids=frozenset([tags[1].pk])))) == [both.pk]


def test_a_scope_of_days_and_asked_days_meet():
    scope = SearchRequest(first_day=date(2024, 1, 1), last_day=date(2024, 12, 31))
    both = listings.inside(scope, SearchRequest(first_day=date(2023, 1, 1), last_day=date(2024, 3, 1)))
    assert (both.first_day, both.last_day) == (date(2024, 1, 1), date(2024, 3, 1))


def test_pages_follow_each_other(indexed):
    articles = [build_article(published_at=NOW - step * HOUR).pk for step in range(1, 6)]
    indexed()
    pages = [ids(SearchRequest(per_page=2, page=page, sort="newest")) for page in (1, 2, 3)]
    assert pages == [articles[:2], articles[2:4], articles[4:]]


@pytest.mark.parametrize("page", [2, 10**6])
def test_a_page_too_far_is_no_empty_page(indexed, page):
    build_article()
    indexed()
    with pytest.raises(listings.PageTooFar):
        listings.read(SearchRequest(page=page), NOW)


def test_an_empty_list_has_a_first_page(indexed):
    indexed()
    assert listings.read(SearchRequest(), NOW).articles == []


def test_the_index_counts_exactly_and_the_database_does_not_count():
    build_article()
    assert listings.read(SearchRequest(), NOW).count is None
    index_now()
    assert listings.read(SearchRequest(), NOW).count == 1


def test_without_an_index_words_find_nothing():
    build_article("Brücke gesperrt")
    listing = listings.read(SearchRequest(words="Brücke"), NOW)
    assert (listing.articles, listing.is_complete) == ([], False)


def test_several_years_can_be_chosen(indexed):
    old, _ = build_article(published_at=NOW - timedelta(days=800)), build_article()
    indexed()
    assert ids(SearchRequest(years=frozenset([2022]))) == [old.pk]


def counted(name: str, **values) -> dict[int, int]:
    index_now()
    listing = listings.read(SearchRequest(facets=(name,), **values), NOW)
    return {bucket.key: bucket.count for bucket in listing.facets[name]}


def test_topics_are_a_facet_that_ignores_its_own_choice():
    tags = [build_tag("Energie"), build_tag("Verkehr")]
    topics = [build_topic(tag.name, tags=[tag]) for tag in tags]
    build_topic("Leer", tags=[build_tag("Leer")])
    build_topic("Geheim", tags=tags, is_public=False)
    build_article(tags=["Energie", "Verkehr"])
    build_article(tags=["Verkehr"])
    assert counted("topic", topics=(topics[0].rule(),)) == {topics[0].pk: 1, topics[1].pk: 2}


def test_a_chosen_value_is_counted_even_where_the_facet_is_cut_off_before_it():
    build_article(tags=["Energie", "Verkehr"])
    rare = build_article(tags=["Energie", "Verkehr", "Wetter"]).tags.get(name="Wetter").pk
    assert counted("tag", tag_ids=frozenset([rare]), facet_values=1)[rare] == 1


def test_a_chosen_value_that_finds_nothing_is_counted_as_nothing():
    author, other = build_author("Anna Berg"), build_author("Karl Voss")
    build_article("Wahl", body="", authors=[author])
    assert counted("author", words="Wahl", author_ids=frozenset([other.pk])) == {author.pk: 1, other.pk: 0}


def test_tags_people_and_topics_are_counted():
    tag, person = build_tag(), build_person()
    topic = build_topic(tags=[tag])
    build_article(tags=["Energie"], people=[person])
    build_article(tags=["Energie"], embargoed_until=NOW + HOUR)
    index_now()
    assert listings.totals("tag", [tag.pk], NOW) == {tag.pk: 1}
    assert listings.people_counted([person], NOW) == {person.pk: 1}
    assert listings.topics_counted([topic], NOW) == {topic.pk: 1}


def test_without_an_index_nothing_is_counted_but_nothing_fails():
    tag = build_tag()
    assert (listings.totals("tag", [tag.pk], NOW), listings.counts("tag", NOW)) == ({}, None)


def test_only_what_is_visible_brings_a_tag_a_person_or_an_author_into_the_lists():
    tag, person, author = build_tag(), build_person(), build_author()
    build_draft(tags=["Energie"], people=[person], authors=[author])
    assert not listings.tags_in_use(NOW)
    assert not listings.people_named(NOW)
    assert not listings.authors_in_print(NOW)
    build_article(tags=["Energie"], people=[person], authors=[author])
    found = [listings.tags_in_use(NOW).get(), listings.people_named(NOW).get(), listings.authors_in_print(NOW).get()]
    assert found == [tag, person, author]


def test_a_suggested_mention_brings_nobody_into_the_list():
    build_mention(build_article(), build_person(), status=MentionStatus.SUGGESTED)
    assert not listings.people_named(NOW)


def test_who_is_not_public_is_in_no_list():
    build_article(people=[build_person(is_public=False)])
    assert not listings.people_named(NOW)


def test_the_front_page_has_the_newest_of_each_desk_and_below():
    politics = build_desk("Politik")
    council = build_desk("Rathaus", parent=politics)
    articles = [
        build_article(desk=desk, published_at=NOW - step * HOUR) for step, desk in ((1, council), (2, politics))
    ]
    build_article(desk=politics, embargoed_until=NOW + HOUR)
    assert front.newest_by_desk(NOW, 3) == [(politics, articles)]


def test_the_front_page_shows_nothing_twice():
    desk = build_desk()
    shown, other = build_article(desk=desk), build_article(desk=desk, published_at=NOW - DAY)
    assert front.newest_by_desk(NOW, 1, without=[shown.pk]) == [(desk, [other])]


def test_a_desk_without_recent_articles_is_asked_by_itself(monkeypatch):
    monkeypatch.setattr(front, "LATEST_READ", 2)
    busy, rare = build_desk("Politik"), build_desk("Wissenschaft")
    below = build_desk("Raumfahrt", parent=rare)
    old = [
        build_article(desk=desk, published_at=NOW - days * DAY) for days, desk in ((7, below), (8, rare), (9, below))
    ]
    new = [build_article(desk=busy, published_at=NOW - step * HOUR) for step in (1, 2, 3)]
    assert front.newest_by_desk(NOW, 2, without=[new[0].pk]) == [(busy, new[1:]), (rare, old[:2])]


def test_only_who_can_say_so_is_helped():
    article = build_article("Baerbock reist")
    index_now()
    request = SearchRequest("Berbock")
    assert listings.read(request, NOW).articles == []
    helped = listings.read(request, NOW, helping=True)
    assert (helped.articles, helped.relaxed, helped.words.text) == ([article], Relaxed.SPELLING, "Baerbock")


def test_a_listing_says_what_was_not_understood():
    index_now()
    assert "Stelle 6" in listings.read(SearchRequest("Wahl (Bonn"), NOW).hint
    assert listings.read(SearchRequest("Wahl"), NOW).hint is None
