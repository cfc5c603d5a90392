"""Desks, tags, topics, people, authors: renamed with a redirect, deleted only where nothing depends on them."""

import pytest
from django.urls import reverse

from articles.admin import desks
from articles.admin import person_pages as people
from articles.admin import tag_pages as tags
from articles.admin import topic_pages as topics
from articles.models import Desk, FormerSlug, LogLine, Person, Tag, Topic
from tests.admin.filling import row, typed
from tests.builders import (
    build_article,
    build_author,
    build_desk,
    build_mention,
    build_person,
    build_tag,
    build_topic,
)

pytestmark = pytest.mark.django_db


def page(thing):
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])


def save(client, thing, **changes):
    return client.post(page(thing), typed(client.get(page(thing)), **changes))


def delete(client, thing):
    there = reverse(f"admin:articles_{thing._meta.model_name}_delete", args=[thing.pk])
    return client.post(there, {"post": "yes"}).status_code


@pytest.mark.parametrize("build", [build_author, build_desk, build_person, build_tag, build_topic])
def test_a_changed_slug_leaves_the_former_one_and_a_line(client, chief, build):
    thing = build("Früher")
    save(client, thing, slug="spaeter")
    assert FormerSlug.objects.get().slug == "frueher"
    assert LogLine.objects.get().reason == "„frueher“ → „spaeter“"


def test_a_former_slug_of_another_is_refused(client, chief):
    save(client, build_desk("Alt"), slug="neu")
    other = build_desk("Anders")
    assert "slug" in save(client, other, slug="alt").context["adminform"].form.errors
    assert Desk.objects.get(pk=other.pk).slug == "anders"


@pytest.mark.parametrize("build", [build_author, build_desk, build_person, build_tag, build_topic])
def test_what_nothing_depends_on_can_be_deleted(client, chief, build):
    thing = build()
    assert delete(client, thing) == 302
    assert not type(thing).objects.exists()


def test_what_articles_need_cannot_be_deleted(client, chief):
    desk, author, person = build_desk(), build_author(), build_person()
    article = build_article(desk=desk, authors=[author], tags=["Energie"])
    build_mention(article, person)
    assert [delete(client, thing) for thing in (desk, author, person, Tag.objects.get())] == [403] * 4


def test_synonyms_are_added_beside_the_name(client, chief):
    tag = build_tag("Energie")
    save(client, tag, **row("names", 0, name="Strom"))
    assert set(tag.names.values_list("name", flat=True)) == {"Energie", "Strom"}


def test_the_main_name_is_no_row_that_could_be_deleted(client, chief):
    html = client.get(page(build_tag("Energie", "Strom"))).content.decode()
    assert 'name="names-0-name" value="Strom"' in html
    assert "names-1-name" not in html


@pytest.mark.parametrize("name", ["Energie", "ENERGIE"])
def test_a_synonym_twice_is_refused_on_a_new_tag(client, chief, name):
    there = "/admin/articles/tag/add/"
    response = client.post(there, typed(client.get(there), name="Energie", **row("names", 0, name=name)))
    assert response.status_code == 200
    assert not Tag.objects.exists()


def test_a_person_has_names_and_roles(client, chief):
    there = "/admin/articles/person/add/"
    rows = row("names", 0, name="A. Berg") | row("roles", 0, title="Rätin", since="2020-01-01", until="")
    client.post(there, typed(client.get(there), name="Anna Berg", **rows))
    person = Person.objects.get()
    assert set(person.names.values_list("name", flat=True)) == {"Anna Berg", "A. Berg"}
    assert person.roles.get().title == "Rätin"


def test_pins_keep_their_order(client, chief):
    topic, articles = build_topic(), [build_article(), build_article()]
    rows = row("pins", 0, article=articles[1].pk) | row("pins", 1, article=articles[0].pk)
    save(client, topic, **rows)
    assert list(topic.pins.values_list("article", flat=True)) == [articles[1].pk, articles[0].pk]


def test_a_topic_keeps_its_rule(client, chief):
    topic, tag, person, desk = build_topic(), build_tag(), build_person(), build_desk()
    save(client, topic, tags=[tag.pk], people=[person.pk], desks=[desk.pk])
    rule = Topic.objects.get().rule()
    assert (rule.tag_ids, rule.person_ids, rule.desk_ids) == ({tag.pk}, {person.pk}, {desk.pk})


def offered(client, model, field, term):
    query = {"term": term, "app_label": "articles", "model_name": model, "field_name": field}
    return {found["text"] for found in client.get("/admin/autocomplete/", query).json()["results"]}


@pytest.mark.parametrize("term", ["ann", "moser", "berg anna", "ANNA MOSER"])
def test_people_are_offered_under_any_name(client, chief, term):
    build_person("Anna Berg").names.create(name="Anna Moser")
    build_person("Hannes Amoser")
    assert offered(client, "mention", "person", term) == {"Anna Berg"}


@pytest.mark.parametrize("merging", [people.MERGING, tags.MERGING, desks.MERGING, topics.MERGING])
def test_what_can_be_merged_is_offered_while_one_types(client, chief, merging):
    merging.merger.model.objects.create(name="Brücken")
    field = merging.field
    assert offered(client, field.model._meta.model_name, field.name, "brü") == {"Brücken"}


def test_tags_are_offered_under_synonyms_and_stand_for_the_tag(client, chief):
    build_tag("Energie", "Strom")
    found = client.get("/admin/articles/tag/names/?term=str").json()["results"]
    assert found == [{"id": "Energie", "text": "Energie (Strom)"}]


@pytest.mark.parametrize("term", ["", "%", "#"])
def test_nothing_typed_offers_no_tags(client, chief, term):
    build_tag("Energie")
    assert client.get("/admin/articles/tag/names/", {"term": term}).json()["results"] == []


def test_strangers_are_offered_nothing(client):
    assert client.get("/admin/articles/tag/names/?term=a").status_code == 302


def test_a_writer_may_tag(client, writer):
    assert client.get("/admin/articles/tag/names/?term=a").status_code == 200


@pytest.mark.parametrize("page", ["change", "delete"])
def test_an_address_with_an_empty_field_name_is_no_error(client, chief, page):
    there = reverse(f"admin:articles_tag_{page}", args=[build_tag().pk])
    assert client.get(there, {"_to_field": ""}).status_code == 200


REFERRING = [
    ("author", "person"),
    ("author", "editor"),
    ("desk", "parent"),
    ("topic", "tags"),
    ("topic", "desks"),
]


@pytest.mark.parametrize("junk", ["anna", "\0", "9" * 30, "²", "-1"])
@pytest.mark.parametrize(("kind", "field"), REFERRING)
def test_what_is_no_row_is_refused_and_said(client, chief, kind, field, junk):
    there = f"/admin/articles/{kind}/add/"
    response = client.post(there, typed(client.get(there), name="Anna", **{field: junk}))
    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors
