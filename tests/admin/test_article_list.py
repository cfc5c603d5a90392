"""The list of articles: filters and search."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.admin import finding
from articles.admin.finding import found_by
from articles.errors import IndexUnavailable
from articles.models import Article
from articles.search import Found
from articles.vocabulary import MentionStatus, Status
from tests.builders import NOW, build_article, build_desk, build_draft, build_mention

pytestmark = pytest.mark.django_db
LATER = datetime(2099, 1, 1, tzinfo=UTC)


def listed(client, query):
    return {article.headline for article in client.get(f"/admin/articles/article/?{query}").context["cl"].queryset}


@pytest.fixture
def of_every_kind():
    build_draft("draft")
    build_article("review", status=Status.REVIEW)
    build_article("live")
    build_article("scheduled", published_at=LATER)
    build_article("embargoed", embargoed_until=LATER)
    build_article("withdrawn", status=Status.WITHDRAWN)


@pytest.mark.parametrize("standing", ["draft", "review", "live", "scheduled", "embargoed", "withdrawn"])
def test_each_standing_finds_its_own(client, chief, of_every_kind, standing):
    assert listed(client, f"standing={standing}") == {standing}


def test_the_standing_is_written_in_the_list(client, chief, of_every_kind):
    html = client.get("/admin/articles/article/").content.decode()
    assert all(label in html for label in ("Entwurf", "In Prüfung", "Öffentlich", "Geplant", "Sperrfrist"))


def test_a_desk_finds_those_below_it(client, chief):
    politics = build_desk("Politik")
    build_article("unten", desk=build_desk("Rat", parent=politics))
    build_article("daneben", desk=build_desk("Sport"))
    build_article("ohne")
    assert listed(client, f"desk={politics.pk}") == {"unten"}
    assert listed(client, "desk=none") == {"ohne"}


def test_language_and_year(client, chief):
    build_article("alt", published_at=NOW.replace(year=2019))
    build_article("english", language="en")
    assert listed(client, "year=2019") == {"alt"}
    assert listed(client, "language=en") == {"english"}


@pytest.mark.parametrize("query", ["desk=x", "year=x", "standing=x", "people=x"])
def test_nonsense_in_the_address_filters_nothing(client, chief, query):
    build_article("da")
    assert listed(client, query) == {"da"}


def test_open_suggestions(client, chief):
    build_mention(build_article("offen"), None, suggested_name="Kai", status=MentionStatus.SUGGESTED)
    build_article("fertig")
    assert listed(client, "people=open") == {"offen"}


def engine_finds(monkeypatch, *ids):
    def find(request, at):
        return Found(ids=ids, count=len(ids), page=1, pages=1, facets={}, words=None)

    monkeypatch.setattr(finding, "find", find)


def found(words):
    return {article.headline for article in found_by(Article.objects.all(), words, timezone.now())}


def test_public_ones_are_found_by_the_engine(monkeypatch):
    engine_finds(monkeypatch, build_article("Ganz anders").pk)
    build_article("Brücke")
    assert found("Brücke") == {"Ganz anders"}


def test_hidden_ones_are_found_by_headline_and_kicker(monkeypatch):
    engine_finds(monkeypatch)
    build_draft("Die neue Brücke")
    build_draft("Pfeiler", kicker="Neue Brücke")
    build_draft("Alte Brücke")
    build_article("Neue Brücke geplant", published_at=timezone.now() + timedelta(days=1))
    assert found("brücke neue") == {"Die neue Brücke", "Pfeiler", "Neue Brücke geplant"}


def test_without_an_index_headlines_are_searched(monkeypatch):
    def find(request, at):
        raise IndexUnavailable("weg")

    monkeypatch.setattr(finding, "find", find)
    build_article("Brücke")
    assert found("Brücke") == {"Brücke"}


def test_search_and_filter_together(client, chief, monkeypatch):
    engine_finds(monkeypatch)
    build_draft("Brücke")
    assert listed(client, "q=Brücke&standing=draft") == {"Brücke"}
    assert listed(client, "q=Brücke&standing=live") == set()


@pytest.mark.parametrize("query", ["year=0", f"desk={10**23}", f"pk__in={10**23}", "headline__regex=((("])
def test_an_address_no_column_can_hold_is_no_error_of_ours(client, chief, query):
    assert client.get(f"/admin/articles/article/?{query}").status_code in {200, 302, 400}


@pytest.mark.parametrize("chosen", ["abc", str(10**23), "²"])
def test_an_action_on_what_is_no_number_does_nothing(client, chief, chosen):
    sent = {"action": "withdraw_chosen", "_selected_action": [chosen]}
    assert client.post("/admin/articles/article/", sent).status_code == 302


@pytest.mark.parametrize(
    ("words", "found"),
    [('"alte Brücke"', {"Die alte Brücke"}), ("Brück*", {"Die alte Brücke"}), ("desk:Sport", set())],
)
def test_drafts_are_found_by_what_the_box_can_say(words, found):
    build_draft("Die alte Brücke")
    assert set(found_by(Article.objects.all(), words, NOW).values_list("headline", flat=True)) == found
