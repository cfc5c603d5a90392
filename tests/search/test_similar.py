"""Articles like this one: about the same, and no text twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from articles.search import alike as module
from articles.search import similar
from articles.vocabulary import Status
from tests.builders import NOW, build_article, build_person
from tests.indexing import index_now
from tests.text.test_copies import OWN, WIRE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def others():
    """What else is in the paper; a word counts as rare only where most articles do without it."""
    for number in range(40):
        build_article(f"Anderes {number}", body=f"<p>Ganz anderer Inhalt, Stück {number}.</p>")


def headlines(article, limit=5):
    index_now()
    found = similar(Article.objects.visible(NOW).for_page().get(pk=article.pk), NOW, limit)
    return [Article.objects.get(pk=pk).headline for pk in found]


def test_what_shares_telling_words_is_alike():
    article = build_article("Sperrung", body=f"<p>{WIRE}</p>")
    build_article("Neun Wochen ohne Zug", body=f"<p>{OWN}</p>")
    assert headlines(article) == ["Neun Wochen ohne Zug"]


def test_the_same_text_is_not_alike_but_the_same():
    article = build_article("Sperrung", body=f"<p>{WIRE}</p>")
    build_article("Bahn sperrt Strecke", body=f"<p>{WIRE}</p>", source="dpa")
    assert headlines(article) == []


def test_a_text_filed_twice_is_named_once():
    article = build_article("Neun Wochen ohne Zug", body=f"<p>{OWN}</p>")
    for headline in ("Sperrung", "Bahn sperrt Strecke", "Strecke zu"):
        build_article(headline, body=f"<p>{WIRE} {headline}.</p>")
    assert len(headlines(article)) == 1


def test_copies_take_no_places():
    article = build_article("Neun Wochen ohne Zug", body=f"<p>{OWN}</p>", tags=["Bahn"])
    for _ in range(6):
        build_article("Kopie", body=f"<p>{WIRE}</p>", tags=["Bahn"])
    build_article("Ruhrstrecke", body="<p>Züge über die Ruhrstrecke, Busse nach Siegen.</p>", tags=["Bahn"])
    assert sorted(headlines(article, limit=2)) == ["Kopie", "Ruhrstrecke"]


def test_filed_alike_is_alike():
    anna = build_person("Anna Berg")
    article = build_article("Eins", body="<p>Dies.</p>", tags=["Energie"], people=[anna])
    build_article("Zwei", body="<p>Jenes.</p>", tags=["Energie"], people=[anna])
    build_article("Drei", body="<p>Solches.</p>", people=[anna])
    assert headlines(article) == ["Zwei"]


def test_no_place_is_given_to_what_is_not_visible():
    article = build_article("Sperrung", body=f"<p>{WIRE}</p>")
    other = build_article("Neun Wochen ohne Zug", body=f"<p>{OWN}</p>")
    index_now()
    Article.objects.filter(pk=other.pk).update(status=Status.WITHDRAWN, withdrawn_at=NOW, withdrawal_reason="x")
    assert similar(article, NOW) == ()


def test_frequent_words_are_left_out_when_there_is_too_much_to_read(monkeypatch):
    article = build_article("Sperrung", body=f"<p>{WIRE}</p>")
    build_article("Neun Wochen ohne Zug", body=f"<p>{OWN}</p>")
    monkeypatch.setattr(module, "MOST_POSTINGS", 1)
    assert headlines(article) == []


def test_it_costs_two_queries():
    article = build_article("Sperrung", body=f"<p>{WIRE}</p>")
    build_article("Neun Wochen ohne Zug", body=f"<p>{OWN}</p>")
    index_now()
    article = Article.objects.visible(NOW).for_page().get(pk=article.pk)
    with CaptureQueriesContext(connection) as queries:
        similar(article, NOW)
    assert len(queries) == 2


def test_an_article_without_words_is_like_none():
    assert headlines(build_article("!", body="<p>…</p>")) == []
