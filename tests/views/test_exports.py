"""Every search as a file of all its hits."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.search import walking
from articles.transfer import exporting
from articles.transfer.exporting import FIELDS
from articles.vocabulary import Status
from tests.builders import NOW, build_article, build_author, build_desk, build_draft, build_mention, build_person
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def export(client):
    """The rows of what was built so far, as a reader's program has them."""

    def read(query="", form="jsonl"):
        index_now()
        text = client.get(f"/search/export.{form}?{query}").getvalue().decode("utf-8-sig")
        if form == "csv":
            return list(csv.DictReader(StringIO(text, newline=""), strict=True))
        return [json.loads(line) for line in text.splitlines()]

    return read


@pytest.fixture
def article(db):
    people = [build_person("Anna Berg"), build_person("Irmgard Sellin", is_public=False)]
    return build_article(
        "Der Riss",
        kicker="Verkehr",
        standfirst="Kurz.",
        desk=build_desk("Politik"),
        tags=["Energie", "Brücken"],
        people=people,
        authors=[build_author("Karl Voss"), build_author("Tilda Ravn")],
        slug="der-riss",
        source="dpa",
        rights="© dpa",
        updated_at=NOW,
    )


def test_a_line_says_what_it_is_and_where(export, article):
    [row] = export("q=Riss")
    url = "http://testserver/2024/11/05/der-riss/"
    said = {name: row[name] for name in ("id", "url", "short_url", "kicker", "headline", "standfirst")}
    assert said == {
        "id": article.pk,
        "url": url,
        "short_url": f"http://testserver/a/{article.pk}/",
        "kicker": "Verkehr",
        "headline": "Der Riss",
        "standfirst": "Kurz.",
    }
    assert row["citation"] == f"Karl Voss, Tilda Ravn: Der Riss. In: Newsroom, 5. November 2024. {url}"


def test_a_line_says_when_and_whose_it_is(export, article):
    [row] = export("q=Riss")
    assert (row["published"], row["updated"]) == ("2024-11-05T12:00:00+01:00", "2024-11-05T13:00:00+01:00")
    assert [row[name] for name in ("desk", "language", "source", "rights")] == ["Politik", "de", "dpa", "© dpa"]
    assert (row["authors"], row["tags"]) == (["Karl Voss", "Tilda Ravn"], ["Brücken", "Energie"])
    assert tuple(row) == FIELDS


def test_it_names_people_who_are_confirmed_and_public(export, article):
    build_mention(article, build_person("Vermutet"), status="suggested")
    assert export("q=Riss")[0]["people"] == ["Anna Berg"]


def test_a_table_says_the_same(export, article):
    [row], [line] = export("q=Riss", "csv"), export("q=Riss")
    assert tuple(row) == FIELDS
    assert (row["authors"], row["tags"]) == ("Karl Voss; Tilda Ravn", "Brücken; Energie")
    assert row["citation"] == line["citation"]


def test_a_table_is_read_by_spreadsheets(client, article):
    index_now()
    content = client.get("/search/export.csv").getvalue()
    assert content.startswith(b"\xef\xbb\xbfid,url,")
    assert content.count(b"\r\n") == content.count(b"\n") == 2


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_any_text_comes_out_as_it_was(export, form):
    headline = 'Er sagte: "Nein, nein; nie";\nund ging – 😀'
    build_article(headline)
    [row] = export("", form)
    assert row["headline"] == headline


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_no_cell_is_run_as_a_formula(export, start):
    build_article(f'{start}HYPERLINK("http://b.example")')
    [row] = export("", "csv")
    assert row["headline"].startswith(f"'{start}HYPER")
    assert export()[0]["headline"].startswith(start)


def test_all_hits_are_in_it_each_once(export, monkeypatch):
    monkeypatch.setattr(walking, "PAGE", 7)
    monkeypatch.setattr(exporting, "BATCH", 5)
    for number in range(30):
        build_article(f"Nr. {number}", published_at=NOW - timedelta(hours=number // 3))
    build_article("Fußball", body="<p>Tore.</p>")
    rows = export("q=Brücke")
    assert len(rows) == 30 == len({row["id"] for row in rows})
    assert [row["published"] for row in rows] == sorted((row["published"] for row in rows), reverse=True)


def test_the_oldest_may_come_first(export, monkeypatch):
    monkeypatch.setattr(walking, "PAGE", 2)
    for number in range(5):
        build_article(str(number), published_at=NOW - timedelta(hours=number))
    assert [row["headline"] for row in export("sort=oldest")] == ["4", "3", "2", "1", "0"]
    assert [row["headline"] for row in export("q=Brücke&sort=relevance")] == ["0", "1", "2", "3", "4"]


def test_filters_hold(export, article):
    build_article("Anderes")
    assert [row["headline"] for row in export("desk=politik&author=karl-voss")] == ["Der Riss"]


def test_what_is_not_visible_is_not_in_it(export, article):
    build_draft("Entwurf")
    build_article("Gesperrt", embargoed_until=timezone.now() + timedelta(hours=1))
    build_article("Zurück", status=Status.WITHDRAWN)
    assert [row["headline"] for row in export()] == ["Der Riss"]


def test_what_is_withdrawn_under_way_is_not_in_what_is_still_to_come(client, article, monkeypatch):
    monkeypatch.setattr(exporting, "BATCH", 1)
    last = build_article("Früher", published_at=NOW - timedelta(days=1))
    index_now()
    lines = iter(client.get("/search/export.jsonl").streaming_content)
    assert b"Der Riss" in next(lines)
    type(last).objects.filter(pk=last.pk).update(status=Status.WITHDRAWN, withdrawn_at=NOW, withdrawal_reason="x")
    assert b"".join(lines) == b""


def test_a_reader_who_leaves_stops_the_work(client, monkeypatch):
    monkeypatch.setattr(exporting, "BATCH", 1)
    for _ in range(3):
        build_article()
    index_now()
    answer = client.get("/search/export.jsonl")
    next(iter(answer.streaming_content))
    with CaptureQueriesContext(connection) as queries:
        answer.close()
    assert len(queries) == 0


def test_a_batch_costs_the_same_few_queries(client, monkeypatch):
    for number in range(20):
        build_article(tags=[f"T {number}"], people=[build_person(f"P {number}")], authors=[build_author(f"A {number}")])
    index_now()
    with CaptureQueriesContext(connection) as queries:
        client.get("/search/export.csv").getvalue()
    assert len(queries) <= 6


def test_the_file_has_a_name_with_the_day(client, article):
    index_now()
    answer = client.get("/search/export.csv?q=Riss")
    today = timezone.localdate()
    assert answer["Content-Disposition"] == f'attachment; filename="newsroom-{today:%Y-%m-%d}.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert answer["X-Robots-Tag"] == "noindex"


def test_asking_for_the_head_reads_nothing(client, article):
    index_now()
    answer = client.head("/search/export.csv")
    assert answer.status_code == 200
    assert answer.getvalue() == b""


def test_without_an_index_it_says_what_to_run(client, db):
    answer = client.get("/search/export.csv?tag=")
    assert answer.status_code == 503
    assert b"index_articles --rebuild" in answer.content


@pytest.mark.parametrize("query", ["tag=nix", "from=gestern", "lang=xx"])
def test_a_wrong_question_is_refused(client, article, query):
    index_now()
    assert client.get(f"/search/export.csv?{query}").status_code == 400


def test_nothing_found_is_an_empty_table(export, article):
    assert export("q=Xylophon") == export("q=Xylophon", "csv") == []


def test_addresses_are_the_german_ones(client, article):
    """Whatever language the reader's last page had."""
    index_now()
    client.get("/en/")
    assert b'"http://testserver/2024/11/05/' in client.get("/search/export.jsonl").getvalue()
