"""The checklist of whole articles, asked of the archive and its index."""

import pytest

from articles.editorial.checks.gathering import findings
from articles.vocabulary import MentionStatus
from tests.builders import NOW, build_article, build_desk, build_draft, build_mention, build_person
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
HOSTS = {"bote.example"}
TEXT = (
    "<p>Die alte Eisenbahnbrücke über den Fluss bleibt bis zum Frühjahr gesperrt, weil Gutachter im Pfeiler feine "
    "Risse gefunden haben und die Stadt keine Züge mehr darüber fahren lassen will.</p>"
)


def keys(article, at=NOW):
    return [finding.key for finding in findings([article], HOSTS, at)[article.pk]]


def finished(**values):
    return build_draft(standfirst="Seit heute.", desk=build_desk(), tags=["Verkehr"], **values)


def test_a_finished_draft_has_nothing():
    index_now()
    assert keys(finished()) == []


def test_a_bare_draft_has_all():
    index_now()
    draft = build_draft(body="")
    build_mention(draft, build_person(), status=MentionStatus.SUGGESTED)
    assert keys(draft) == ["text", "standfirst", "desk", "tags", "people"]


def test_without_an_index_it_says_so():
    assert keys(finished()) == ["no-index"]


def test_the_same_text_again_is_found_with_its_likeness():
    build_article("Etwas ganz anderes", body="<p>Im Rathaus wird heute gewählt.</p>")
    old = build_article("Brücke bleibt zu", body=TEXT)
    index_now()
    draft = finished(body=TEXT + "<p>Neu ist das.</p>")
    (found,) = findings([draft], HOSTS, NOW)[draft.pk]
    assert [twin.article_id for twin in found.twins] == [old.pk]
    assert found.twins[0].percent >= 80


def test_a_published_article_is_no_copy_of_itself():
    article = build_article(body=TEXT, standfirst="Seit heute.", desk=build_desk(), tags=["Verkehr"])
    index_now()
    assert keys(article) == []


def test_links_that_lead_nowhere_are_listed():
    index_now()
    own = "".join(f'<a href="{href}">x</a> ' for href in ("/weg/", "https://bote.example/a/9/", "#nichts"))
    fine = '<a href="/tags/">x</a> <a href="#abschnitt-1">x</a> <a href="https://anderswo.example/weg/">x</a>'
    draft = finished(body=f"<p>{own}{fine}</p>")
    (found,) = findings([draft], HOSTS, NOW)[draft.pk]
    assert found.links == ("/weg/", "https://bote.example/a/9/", "#nichts")


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries):
    build_article("Brücke bleibt zu", body=TEXT)
    index_now()
    drafts = [build_draft(body=f'{TEXT}<p><a href="/a/{number}/">x</a></p>', tags=["Verkehr"]) for number in range(6)]
    for some in (drafts[:1], drafts):
        with django_assert_max_num_queries(10):
            assert all(findings(some, HOSTS, NOW).values())
