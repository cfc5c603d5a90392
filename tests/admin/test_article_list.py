"""The list of articles: filters and search."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from articles.admin import finding
from articles.admin.finding import found_by, left_open
from articles.errors import IndexUnavailable
from articles.models import Article
from articles.search import SearchRequest, find
from articles.vocabulary import MentionStatus, Status
from tests.builders import NOW, build_article, build_desk, build_draft, build_mention
from tests.indexing import index_now

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


def found(words):
    return {article.headline for article in found_by(Article.objects.all(), words)}


@pytest.fixture
def of_every_kind_with_a_bridge(of_every_kind):
    for article in Article.objects.all():
        article.sections.update(body="<p>Der Pfeiler am Ziegelhof ist unterspült.</p>")
    index_now()


@pytest.mark.parametrize("words", ["Pfeiler", "pfeilern Ziegelhof", "Ziegelh", "am unterspü", '"am Ziegelhof"'])
def test_whatever_its_standing_an_article_is_found_by_its_text(of_every_kind_with_a_bridge, words):
    assert found(words) == {"draft", "review", "live", "scheduled", "embargoed", "withdrawn"}


def test_readers_find_no_more_than_before(of_every_kind_with_a_bridge):
    assert find(SearchRequest("Pfeiler"), timezone.now()).count == 1


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Brück", "Brück*"),
        ("alte Brück ", "alte Brück*"),
        ('"alte Brücke', '"alte Brücke'),
        ("tag:Hafen", "tag:Hafen"),
        ("Brücke -Hafen", "Brücke -Hafen"),
        ("Br", "Br"),
        ("Brück*", "Brück*"),
        (" ", " "),
    ],
)
def test_the_last_word_is_left_open(typed, asked):
    assert left_open(typed) == asked


@pytest.mark.parametrize(("words", "headlines"), [("brücke neue", {"Die neue Brücke", "Pfeiler"}), ("-", set())])
def test_without_an_index_headlines_and_kickers_are_searched(monkeypatch, words, headlines):
    monkeypatch.setattr(finding, "for_editors", unavailable)
    build_draft("Die neue Brücke")
    build_article("Pfeiler", kicker="Neue Brücke")
    build_draft("Alte Brücke")
    assert found(words) == headlines


def unavailable(request):
    raise IndexUnavailable("weg")


def test_search_and_filter_together(client, chief):
    build_draft("Brücke")
    index_now()
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
    index_now()
    assert set(found_by(Article.objects.all(), words).values_list("headline", flat=True)) == found
