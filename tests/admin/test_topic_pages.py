"""A topic is made in the admin: its rule shows what it finds, its chronology is proposed, written and ordered."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, MergeRecord, Pin, TopicEntry
from articles.vocabulary import RoleCode
from tests.admin.filling import row, typed
from tests.builders import (
    build_article,
    build_desk,
    build_draft,
    build_editor,
    build_member,
    build_person,
    build_tag,
    build_topic,
)
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
TOPICS = "/admin/articles/topic/"


@pytest.fixture
def topic():
    return build_topic("Brückenbau", tags=[build_tag("Brücke")])


def page(topic, name="change"):
    return f"{TOPICS}{topic.pk}/{name}/"


def html(response):
    return response.content.decode()


def save(client, topic, **changes):
    return client.post(page(topic), typed(client.get(page(topic)), **changes))


def entries(topic):
    return [(entry.date, entry.precision, entry.line, entry.article_id) for entry in topic.entries.all()]


def found(client, **asked):
    return html(client.get(f"{TOPICS}found/", asked))


def test_the_form_shows_what_the_rule_finds(client, chief, topic):
    build_article("Brücke offen", tags=["Brücke"])
    build_draft("Geheim", tags=["Brücke"])
    index_now()
    told = html(client.get(page(topic)))
    assert "<strong>1 Artikel</strong>" in told
    assert "Brücke offen" in told
    assert "Geheim" not in told


def test_what_a_rule_finds_is_told_while_it_is_made(client, chief):
    desk, tag, person = build_desk(), build_tag("Brücke"), build_person()
    article = build_article("Brücke offen", desk=build_desk("Stadt", parent=desk), tags=["Brücke"], people=[person])
    other = build_article("Anderes")
    index_now()
    everything = {"tags": tag.pk, "people": person.pk, "desks": desk.pk, "since": "01.01.2024", "until": "2024-12-31"}
    assert article.headline in found(client, **everything)
    assert "<strong>0 Artikel</strong>" in found(client, **everything | {"until": "01.01.2024"})
    assert other.headline in found(client, pin=other.pk)


@pytest.mark.parametrize(
    "asked", [{}, {"tags": "x"}, {"pin": "9" * 30}, {"since": "gestern"}, {"desks": "1\x00"}, {"people": ["1"] * 900}]
)
def test_any_rule_answers(client, chief, asked):
    assert client.get(f"{TOPICS}found/", asked).status_code == 200


def test_days_alone_are_told_to_select_nothing(client, chief):
    assert "Tage allein wählen nichts aus." in found(client, since="01.01.2024")


def test_what_was_typed_counts_where_the_form_is_refused(client, chief, topic):
    article = build_article("Angeheftet")
    index_now()
    told = save(client, topic, name="", **row("pins", 0, article=article.pk))
    assert "<strong>1 Artikel</strong>" in html(told)


@pytest.mark.parametrize(
    ("when", "day", "precision"),
    [
        ("5.11.2024", date(2024, 11, 5), "day"),
        ("März 2021", date(2021, 3, 1), "month"),
        ("3.2021", date(2021, 3, 1), "month"),
        ("2019", date(2019, 1, 1), "year"),
    ],
)
def test_an_entry_of_ones_own_has_a_date_as_exact_as_it_is_known(client, chief, topic, when, day, precision):
    save(client, topic, **row("entries", 0, when=when, line="Erster Rammschlag", article=""))
    assert entries(topic) == [(day, precision, "Erster Rammschlag", None)]
    save(client, topic)
    assert entries(topic) == [(day, precision, "Erster Rammschlag", None)]


def test_an_article_gives_its_day_and_its_headline(client, chief, topic):
    article = build_article("Brücke offen", published_at=datetime(2024, 2, 3, 12, tzinfo=UTC))
    save(client, topic, **row("entries", 0, when="", line="", article=article.pk))
    assert entries(topic) == [(date(2024, 2, 3), "day", "", article.pk)]
    assert 'placeholder="Brücke offen"' in html(client.get(page(topic)))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"when": "", "line": "x"}, "Schreiben Sie das Datum so"),
        ({"when": "neulich", "line": "x"}, "Schreiben Sie das Datum so"),
        ({"when": "2024", "line": ""}, "Ein Eintrag braucht einen Artikel oder eine Zeile Text."),
    ],
)
def test_an_entry_that_says_too_little_is_refused(client, chief, topic, values, told):
    response = save(client, topic, **row("entries", 0, article="", **values))
    assert told in html(response)
    assert not topic.entries.exists()


def test_the_order_is_the_editors(client, chief, topic):
    for place, line in enumerate("abc"):
        TopicEntry.objects.create(topic=topic, line=line, date=date(2024, 1, 1), position=place)
    save(client, topic, **{"entries-0-position": 2, "entries-2-position": 0, "entries-1-DELETE": "on"})
    assert [entry.line for entry in topic.entries.all()] == ["c", "a"]


def test_what_is_proposed_is_entered(client, chief, topic):
    article = build_article("Brücke offen", tags=["Brücke"])
    index_now()
    assert "der erste Artikel" in html(client.get(page(topic, "propose")))
    client.post(page(topic, "propose"), {"article": [article.pk]})
    assert topic.entries.get().article == article
    assert "nichts vorzuschlagen" in html(client.get(page(topic, "propose")))


@pytest.mark.parametrize("chosen", [[], ["x"], ["9" * 30], ["999"]])
def test_nonsense_enters_nothing(client, chief, topic, chosen):
    index_now()
    assert "Kein Artikel ausgewählt" in html(client.post(page(topic, "propose"), {"article": chosen}))


def test_without_an_index_it_is_told(client, chief, topic):
    build_article("Brücke offen", tags=["Brücke"])
    assert "Ohne Suchindex wird nicht gezählt" in html(client.get(page(topic)))
    assert client.get(page(topic, "propose")).status_code == 200


def test_who_may_not_change_topics_proposes_nothing(client, topic):
    editor = build_editor("redakteur", superuser=False)
    client.force_login(editor)
    assert client.get(f"{TOPICS}found/").status_code == 403
    editor.user_permissions.set(Permission.objects.filter(codename="view_topic"))
    assert client.get(f"{TOPICS}found/").status_code == 200
    assert client.get(page(topic, "propose")).status_code == 403
    assert client.post(page(topic, "propose"), {"article": ["1"]}).status_code == 403


def test_a_reporter_sees_no_more_of_hidden_articles_there_than_elsewhere(client, topic):
    own, foreign = (build_draft(name) for name in ("Eigenes", "Geheim"))
    reporter = build_member(RoleCode.REPORTER)
    Article.objects.filter(pk=own.pk).update(created_by=reporter)
    for article in (own, foreign):
        Pin.objects.create(topic=topic, article=article)
        TopicEntry.objects.create(topic=topic, article=article, date=date(2024, 11, 5), line=f"Zeile: {article}")
    TopicEntry.objects.create(topic=topic, date=date(2024, 11, 5), line="Ohne Artikel")
    client.force_login(reporter)
    told = html(client.get(page(topic)))
    assert all(words in told for words in ("Eigenes", "Zeile: Eigenes", "Ohne Artikel"))
    assert "Geheim" not in told


def test_a_post_without_token_is_refused(chief, topic):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(chief)
    assert strict.post(page(topic, "propose"), {"article": ["1"]}).status_code == 403


def test_many_entries_take_no_more_questions(client, chief, topic):
    index_now()

    def asked(number):
        for _number in range(number):
            article = build_article()
            Pin.objects.create(topic=topic, article=article)
            TopicEntry.objects.create(topic=topic, article=article, date=date(2024, 1, 1))
        with CaptureQueriesContext(connection) as captured:
            client.get(page(topic))
        return len(captured)

    asked(3)
    assert asked(1) == asked(20)


def test_topics_are_merged_after_a_preview_and_taken_apart_again(client, chief, topic):
    gone = build_topic("Talbrücke", tags=[build_tag("Tal")])
    there = page(topic, "merge")
    assert there in html(client.get(page(topic)))
    told = html(client.get(there, {"other": gone.pk}))
    assert "<td>Tal</td>" in told
    assert "Ohne Suchindex wird nicht gezählt." in told
    client.post(there, {"other": gone.pk})
    assert {tag.name for tag in topic.tags.all()} == {"Brücke", "Tal"}
    record = MergeRecord.objects.get()
    client.post(f"/admin/articles/mergerecord/{record.pk}/undo/")
    assert [tag.name for tag in topic.tags.all()] == ["Brücke"]


@pytest.mark.parametrize(("hidden", "told"), [("gone", "ist nicht öffentlich"), ("kept", "das niemand sieht")])
def test_the_preview_says_what_becomes_public_or_hidden(client, chief, topic, hidden, told):
    gone = build_topic("Talbrücke", is_public=hidden != "gone")
    type(topic).objects.filter(pk=topic.pk).update(is_public=hidden != "kept")
    assert told in html(client.get(page(topic, "merge"), {"other": gone.pk}))


@pytest.mark.parametrize("other", ["", "x", "999", "9" * 30, "1\x00"])
def test_nonsense_merges_no_topic(client, chief, topic, other):
    assert client.post(page(topic, "merge"), {"other": other}).status_code == 200
