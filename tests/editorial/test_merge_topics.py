"""Several topics become one, and several again."""

from datetime import date, timedelta

import pytest

from articles.editorial.merge_tags import TAGS
from articles.editorial.merge_topics import TOPICS, preview
from articles.errors import CannotDo, NotAllowed
from articles.models import Article, FormerSlug, LogLine, Pin, Topic, TopicEntry
from articles.vocabulary import Verb
from tests.builders import NOW, build_article, build_desk, build_editor, build_person, build_tag, build_topic
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
THEN = {"since": date(2020, 1, 1), "until": date(2021, 12, 31)}


@pytest.fixture
def topics():
    """Brücken, which stays, and Talbrücke with all that can hang on a topic."""
    bridge, valley = build_tag("Brücke"), build_tag("Tal")
    kept = build_topic("Brücken", tags=[bridge], since=date(2021, 1, 1))
    gone = build_topic("Talbrücke", tags=[bridge, valley], desks=[build_desk()], intro="<p>Im Tal.</p>", **THEN)
    for headline, tags in (("Riss", ["Brücke"]), ("Sperrung", ["Tal"])):
        build_article(headline, tags=tags, desk=gone.desks.get())
    riss, sperrung = Article.objects.order_by("pk")
    Pin.objects.create(topic=kept, article=riss)
    for place, article in enumerate((sperrung, riss)):
        Pin.objects.create(topic=gone, article=article, position=place)
    TopicEntry.objects.create(topic=kept, article=riss, date=date(2024, 1, 1))
    TopicEntry.objects.create(topic=kept, line="Neubau", date=date(2026, 1, 1), position=1)
    TopicEntry.objects.create(topic=gone, article=riss, line="Der Riss", date=date(2024, 1, 2))
    TopicEntry.objects.create(topic=gone, line="Gutachten", date=date(2025, 1, 1), position=1)
    FormerSlug.objects.create(kind="topic", slug="tal", target_id=gone.pk)
    return kept, gone


def state():
    """All there is to see of all topics."""
    return {
        topic.pk: (
            *(topic.name, topic.slug, topic.intro, topic.is_public, topic.rule()),
            list(topic.pins.values_list("article", flat=True)),
            list(topic.entries.values_list("article", "line", "date", "precision")),
            sorted(FormerSlug.objects.filter(target_id=topic.pk).values_list("slug", flat=True)),
        )
        for topic in Topic.objects.all()
    }


def merge(topics, **values):
    return TOPICS.merge(topics[0], topics[1:], **{"editor": None, "at": NOW, **values})


def undo(record, **values):
    return TOPICS.undo(record, **{"editor": None, "at": NOW, **values})


def test_rules_are_united_line_by_line(topics):
    merge(topics)
    rule = Topic.objects.get().rule()
    assert (len(rule.tag_ids), len(rule.desk_ids), len(rule.pinned_ids)) == (2, 1, 2)
    assert (rule.since, rule.until) == (date(2020, 1, 1), None)
    assert Topic.objects.get().intro == "<p>Im Tal.</p>"


def test_the_days_of_a_topic_that_selects_nothing_mean_nothing(topics):
    pinned = build_topic("Nur Pins", since=date(1990, 1, 1))
    merge((topics[1], pinned))
    merge((pinned := build_topic("Leer", until=date(1995, 1, 1)), Topic.objects.get(pk=topics[1].pk)))
    assert (Topic.objects.get(pk=pinned.pk).since, Topic.objects.get(pk=pinned.pk).until) == tuple(THEN.values())


def test_pins_and_chronology_are_joined_and_none_is_there_twice(topics):
    merge(topics)
    topic = Topic.objects.get()
    assert [pin.article.headline for pin in topic.pins.all()] == ["Riss", "Sperrung"]
    assert [entry.text for entry in topic.entries.all()] == ["Riss", "Gutachten", "Neubau"]


@pytest.mark.parametrize("slug", ["talbruecke", "tal"])
@pytest.mark.parametrize("more", ["", "feed.atom"])
def test_the_old_addresses_redirect(client, topics, slug, more):
    merge(topics)
    response = client.get(f"/topics/{slug}/{more}")
    assert (response.status_code, response["Location"]) == (301, f"/topics/bruecken/{more}")


def test_the_old_address_filters_by_the_topic_that_stayed(client, topics):
    merge(topics)
    assert client.get("/search/?topic=talbruecke").context["asked"].chosen("topic") == [topics[0]]


def test_each_is_logged_with_who(topics):
    editor = build_editor()
    undo(merge(topics, editor=editor)[0], editor=editor)
    lines = LogLine.objects.filter(editor=editor).order_by("id").values_list("verb", flat=True)
    assert list(lines) == [Verb.MERGED, Verb.UNMERGED]


def test_undoing_leaves_all_as_it_was(topics):
    before = state()
    undo(merge(topics)[0], at=NOW + timedelta(days=29))
    assert state() == before


def test_several_are_taken_back_in_turn(topics):
    third = build_topic("Straßen", people=[build_person()], tags=topics[1].tags.all())
    Pin.objects.create(topic=third, article=Article.objects.get(headline="Sperrung"))
    before = state()
    for record in reversed(merge((*topics, third))):
        undo(record)
    assert state() == before


def test_taken_back_out_of_turn_what_the_other_brought_too_stays(topics):
    third = build_topic("Straßen", tags=[build_tag("Asphalt"), *topics[1].tags.all()])
    before = state()
    first, second = merge((*topics, third))
    undo(first)
    assert {tag.name for tag in Topic.objects.get(pk=topics[0].pk).tags.all()} == {"Asphalt", "Brücke", "Tal"}
    undo(second)
    assert {pk: told[4].tag_ids for pk, told in state().items()} == {pk: told[4].tag_ids for pk, told in before.items()}


def test_what_was_decided_since_stays(topics):
    record = merge(topics)[0]
    Topic.objects.update(until=date(2030, 1, 1))
    Pin.objects.filter(article__headline="Sperrung").delete()
    undo(record)
    kept, gone = Topic.objects.order_by("pk")
    assert (kept.until, gone.until) == (date(2030, 1, 1), date(2021, 12, 31))
    assert [pin.article.headline for pin in gone.pins.all()] == ["Riss"]


def test_a_tag_merged_since_and_an_article_deleted_since_are_no_hindrance(topics):
    record = merge(topics)[0]
    TAGS.merge(topics[0].tags.get(name="Brücke"), [topics[0].tags.get(name="Tal")], editor=None, at=NOW)
    Article.objects.get(headline="Riss").delete()
    assert [tag.name for tag in undo(record).tags.all()] == ["Brücke"]


def test_undone_once_or_too_late_is_refused(topics):
    record = merge(topics)[0]
    with pytest.raises(CannotDo):
        undo(record, at=NOW + timedelta(days=31))
    undo(record)
    with pytest.raises(CannotDo):
        undo(record)


def test_a_chronology_grows_no_longer_than_it_may(topics, monkeypatch):
    monkeypatch.setattr("articles.editorial.chronology.MOST_ENTRIES", 2)
    with pytest.raises(CannotDo, match="höchstens 2"):
        merge(topics)
    assert Topic.objects.count() == 2


def test_the_preview_counts_and_warns_where_the_rules_go_different_ways(topics):
    index_now()
    found = preview(topics[0], topics[1:], NOW)
    assert (found.going[0].lines, found.going[0].pins, found.going[0].entries) == (("Brücke", "Tal", "Politik"), 2, 2)
    assert (found.before, found.going[0].articles, found.after, found.loses) == (1, 2, 2, False)


def test_the_preview_warns_where_one_has_a_line_that_the_other_leaves_open(topics):
    article = build_article(people=[build_person()])
    people = build_topic("Leute", people=[article.mentions.get().person])
    index_now()
    found = preview(people, topics[1:], NOW)
    assert (found.before, found.going[0].articles, found.after, found.loses) == (1, 2, 2, False)
    Pin.objects.all().delete()
    assert preview(people, topics[:1], NOW).loses


def test_without_an_index_nothing_is_counted(topics):
    found = preview(topics[0], topics[1:], NOW)
    assert (found.before, found.going[0].articles, found.after, found.loses) == (None, None, None, False)


def test_it_needs_the_permission_and_another_topic(topics):
    with pytest.raises(NotAllowed):
        merge(topics, editor=build_editor("redakteur", superuser=False))
    with pytest.raises(CannotDo):
        merge((topics[0], topics[0]))
    assert Topic.objects.count() == 2


@pytest.mark.parametrize(("model", "kind"), [(Pin, "pins"), (TopicEntry, "entries")])
def test_a_row_that_was_given_the_article_of_a_lost_one_since_comes_back_alone(topics, model, kind):
    record, riss = merge(topics)[0], Article.objects.get(headline="Riss")
    model.objects.filter(article=riss).delete()
    [[moved, _place]] = record.undo[kind]["moved"]
    model.objects.filter(pk=moved).update(article=riss)
    assert [row.pk for row in getattr(undo(record), kind).all()] == [moved]
