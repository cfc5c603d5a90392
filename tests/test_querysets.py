"""The newsroom's questions to the database."""

from datetime import timedelta

import pytest

from articles.models import Article
from articles.querysets import TopicRule
from articles.vocabulary import MentionStatus, Status
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

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def visible(at=NOW):
    return set(Article.objects.visible(at))


def test_a_published_article_is_visible():
    article = build_article()
    assert visible() == {article}


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.WITHDRAWN])
def test_no_other_status_is_visible(status):
    build_article(status=status)
    assert visible() == set()


def test_a_scheduled_article_appears_as_the_clock_passes():
    article = build_article(published_at=NOW + HOUR)
    assert visible() == set()
    assert visible(NOW + HOUR) == {article}


def test_an_embargo_holds_a_published_article_back():
    article = build_article(embargoed_until=NOW + HOUR)
    assert visible() == set()
    assert visible(NOW + HOUR) == {article}


def test_hidden_is_the_rest():
    build_article()
    rest = {build_draft(), build_article(published_at=NOW + HOUR), build_article(status=Status.WITHDRAWN)}
    assert set(Article.objects.hidden(NOW)) == rest


def test_only_confirmed_mentions_name_a_person():
    person, article, other = build_person(), build_article(), build_article()
    build_mention(article, person)
    build_mention(article, person)
    build_mention(other, person, status=MentionStatus.SUGGESTED)
    assert list(Article.objects.naming(person.pk)) == [article]


def test_articles_are_found_by_tag():
    article = build_article(tags=["Energie"])
    build_article()
    assert list(Article.objects.tagged(article.tags.get().pk)) == [article]


def test_between_counts_both_days():
    articles = [build_article(published_at=NOW - days * DAY) for days in range(4)]
    found = Article.objects.between((NOW - 2 * DAY).date(), (NOW - DAY).date())
    assert set(found) == {articles[1], articles[2]}


def test_newest_first_breaks_ties_by_id():
    first, second = build_article(), build_article()
    assert list(Article.objects.newest_first()) == [second, first]


def test_a_topic_is_any_within_a_kind_and_all_across():
    energy, water, desk = build_tag("Energie"), build_tag("Wasser"), build_desk()
    both = [build_article(tags=[tag], desk=desk) for tag in (energy, water)]
    build_article(tags=[energy])
    build_article(desk=desk)
    topic = build_topic(tags=[energy, water], desks=[desk])
    assert set(Article.objects.in_topic(topic.rule())) == set(both)


def test_a_topic_includes_the_desks_below():
    desk = build_desk("Lokales")
    article = build_article(desk=build_desk("Umland", parent=desk))
    assert list(Article.objects.in_topic(build_topic(desks=[desk]).rule())) == [article]


def test_pins_belong_whatever_the_rule_says():
    article = build_article()
    topic = build_topic(tags=[build_tag()])
    topic.pins.create(article=article)
    assert list(Article.objects.in_topic(topic.rule())) == [article]


def test_dates_alone_select_nothing():
    build_article()
    assert not Article.objects.in_topic(TopicRule(since=NOW.date() - DAY)).exists()


def test_a_listing_costs_two_queries_whatever_its_length(django_assert_num_queries):
    desk, author = build_desk(), build_author()
    for _ in range(7):
        build_article(desk=desk, authors=[author])
    with django_assert_num_queries(2):
        assert [(a.desk.name, a.bylines.all()[0].author.name) for a in Article.objects.for_listing()]
