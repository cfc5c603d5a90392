"""The entries of a topic's chronology: their order, how exact their date is, and that nothing unpublished shows."""

from datetime import date

import pytest
from django.db import IntegrityError

from articles.models import TopicEntry
from articles.vocabulary import DatePrecision
from tests.builders import NOW, build_article, build_draft, build_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    return build_topic()


def enter(topic, line="Brücke gesperrt", **values):
    return TopicEntry.objects.create(topic=topic, line=line, **{"date": date(2021, 3, 1), **values})


def test_entries_stand_as_the_editor_ordered_them(topic):
    enter(topic, "später", date=date(2020, 1, 1), position=1)
    enter(topic, "früher", date=date(2021, 1, 1), position=0)
    assert [entry.line for entry in topic.entries.all()] == ["früher", "später"]


@pytest.mark.parametrize(
    ("precision", "told"),
    [(DatePrecision.DAY, "1. März 2021"), (DatePrecision.MONTH, "März 2021"), (DatePrecision.YEAR, "2021")],
)
def test_a_date_is_told_as_exactly_as_it_is_known(topic, precision, told):
    assert enter(topic, precision=precision).when == told


def test_an_entry_without_a_line_says_the_headline(topic):
    assert enter(topic, "", article=build_article("Brücke offen")).text == "Brücke offen"


def test_an_entry_says_something(topic):
    with pytest.raises(IntegrityError):
        enter(topic, "")


def test_an_article_has_one_entry_in_a_topic(topic):
    article = build_article()
    enter(topic, article=article)
    with pytest.raises(IntegrityError):
        enter(topic, article=article)


def test_entries_of_unpublished_articles_are_not_shown(topic):
    enter(topic, "geheim", article=build_draft())
    enter(topic, "öffentlich", article=build_article())
    enter(topic, "allein")
    assert {entry.line for entry in topic.entries.shown(NOW)} == {"öffentlich", "allein"}


def test_with_the_article_its_entry_goes(topic):
    article = build_draft()
    enter(topic, "geheim", article=article)
    article.delete()
    assert not topic.entries.exists()
