"""No list asks more of the database for thirty rows than for three."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin.paging import MOST
from articles.editorial.save import save_change
from articles.models import ImportRun, SearchSynonym
from articles.vocabulary import MentionStatus
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_editor,
    build_mention,
    build_person,
    build_tag,
    build_topic,
)

pytestmark = pytest.mark.django_db


def article(number):
    desk = build_desk(f"Ressort {number}", parent=build_desk(f"Über {number}"))
    return build_article(f"Titel {number}", desk=desk, authors=[build_author(f"Autor {number}")])


def suggestion(number):
    build_mention(article(number), None, suggested_name=f"Name {number}", status=MentionStatus.SUGGESTED)


def version(number):
    save_change(article(number), editor=build_editor(f"editor{number}"), at=NOW)


def author(number):
    build_author(f"Autor {number}", editor=build_editor(f"editor{number}"))


def synonym(number):
    SearchSynonym.objects.create(name=f"Wort {number}").names.create(name=f"Anderes {number}")


def person(number):
    build_person(f"Person {number}").roles.create(title="Rat")


LISTS = {
    "article": article,
    "mention": suggestion,
    "logline": version,
    "version": version,
    "author": author,
    "person": person,
    "searchsynonym": synonym,
    "tag": lambda number: build_tag(f"Tag {number}", f"Synonym {number}"),
    "topic": lambda number: build_topic(f"Thema {number}"),
    "desk": lambda number: build_desk(f"Ressort {number}", parent=build_desk(f"Über {number}")),
    "editor": lambda number: build_editor(f"editor{number}"),
    "importrun": lambda number: ImportRun.objects.create(kind="articles", source=f"Quelle {number}", began_at=NOW),
}


def queries(client, path):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", LISTS)
def test_a_list(client, chief, model):
    path = f"/admin/articles/{model}/"
    for number in range(3):
        LISTS[model](number)
    client.get(path)
    few = queries(client, path)
    for number in range(3, 30):
        LISTS[model](number)
    assert queries(client, path) == few


@pytest.mark.parametrize("model", LISTS)
def test_no_list_counts_its_table_to_the_end(client, chief, model):
    """What counts as one page is read as one."""
    LISTS[model](1)
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/admin/articles/{model}/")
    counted = [query["sql"] for query in captured if "COUNT(" in query["sql"]]
    assert counted
    assert all(f"LIMIT {MOST}" in sql for sql in counted)


def test_the_page_of_an_article(client, chief):
    def build(sections, people):
        texts = [(f"Titel {number}", "<p>Text mit Namen darin.</p>") for number in range(sections)]
        built = build_article(sections=texts, tags=["Energie"])
        for number in range(people):
            build_mention(built, build_person(f"Person {number}"))
            built.bylines.create(author=build_author(f"Autor {number}"))
        return f"/admin/articles/article/{built.pk}/change/"

    small, big = build(1, 1), build(6, 20)
    client.get(small)
    assert queries(client, big) == queries(client, small)


@pytest.mark.parametrize("term", ["Ener", "Strom"])
def test_offered_tags_take_one_query_and_are_few(client, chief, term):
    for number in range(40):
        build_tag(f"Energie {number}", f"Strom {number}")
    client.get("/admin/articles/tag/names/?term=x")
    assert queries(client, f"/admin/articles/tag/names/?term={term}") <= 3
    assert len(client.get(f"/admin/articles/tag/names/?term={term}").json()["results"]) == 20
