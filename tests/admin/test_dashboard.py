"""The admin's first page: what waits for this editor, each part for those who may see it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles.admin import dashboard, overview
from articles.editorial.save import save_change
from articles.models import Article, ImportRun, WorkingDraft
from articles.search.fruitless import note_fruitless
from articles.vocabulary import ImportKind, MentionStatus, Status, Verb
from tests.builders import NOW, build_article, build_author, build_draft, build_editor, build_mention

pytestmark = pytest.mark.django_db


@pytest.fixture
def searched():
    for words in ("Tunnel & <b>", "Brücke", "Brücke"):
        note_fruitless(words, timezone.now())


def rows_of(client, key):
    parts = {part.key: part for part in client.get("/admin/").context["parts"]}
    return [row.title for row in parts[key].rows] if key in parts else None


def began(article, editor, at=NOW):
    save_change(article, editor=editor, at=at, verb=Verb.CREATED)
    return article


def test_it_says_which_searches_found_nothing(client, chief, searched):
    page = client.get("/admin/")
    assert page.context["fruitless"]["searches"] == [("brücke", 2), ("tunnel & <b>", 1)]
    html = page.content.decode()
    assert '<a href="/search/?q=tunnel%20%26%20%3Cb%3E">tunnel &amp; &lt;b&gt;</a>' in html


@pytest.mark.parametrize(
    "said",
    [
        "wurde alles gefunden",
        "keinen Artikel in Arbeit",
        "ist gespeichert",
        "Niemand wartet",
        "nichts eingeplant",
        "noch keine Artikel",
        "kam an",
        "ist nichts erschienen",
        "Über jeden Namen",
    ],
)
def test_each_part_has_words_for_nothing(client, chief, said):
    assert said in client.get("/admin/").content.decode()


def test_only_those_see_it_who_may(client, writer, searched):
    assert "fruitless_" not in client.get("/admin/").content.decode()
    writer.user_permissions.add(Permission.objects.get(codename="view_fruitlesssearch"))
    assert "fruitless_" in client.get("/admin/").content.decode()


def test_who_may_see_nothing_sees_no_part(client):
    client.force_login(build_editor("gast", superuser=False))
    context = client.get("/admin/").context
    assert context["parts"] == []
    assert not any(name in context for name in ("suggestions", "fruitless", "weeks"))


def test_my_drafts_are_those_i_began_and_those_that_bear_my_name(client, chief):
    other = build_editor("andere")
    build_draft("begonnen", created_by=chief)
    build_draft("von mir", created_by=other, authors=[build_author(editor=chief)])
    began(build_draft("fremd", created_by=other), chief)
    build_article("erschienen", created_by=chief)
    assert set(rows_of(client, "drafts")) == {"begonnen", "von mir"}


def in_review(article, editor, status, at):
    Article.objects.filter(pk=article.pk).update(status=status)
    save_change(article, editor=editor, at=at, reason="Es fehlt die zweite Quelle." if editor else "")


def test_what_somebody_else_took_out_of_review_is_given_back(client, chief):
    other = build_editor("andere")
    article = began(build_draft("zurück", created_by=chief), chief)
    in_review(article, chief, Status.REVIEW, NOW + timedelta(hours=1))
    assert rows_of(client, "returned") is None
    in_review(article, other, Status.DRAFT, NOW + timedelta(hours=2))
    part = overview.returned(Article.objects.all(), chief)
    assert [(row.title, row.said) for row in part.rows] == [("zurück", "andere: Es fehlt die zweite Quelle.")]


def test_what_i_took_back_myself_is_not(client, chief):
    article = began(build_draft("zurück", created_by=chief), chief)
    for hour, status in enumerate((Status.REVIEW, Status.DRAFT), start=1):
        in_review(article, chief, status, NOW + timedelta(hours=hour))
    assert rows_of(client, "returned") is None


def test_unsaved_work_leads_back_to_where_it_is_offered(client, chief):
    article, fields = build_article("alt"), {"headline": ["neu getippt"]}
    for number, of in enumerate((article, None)):
        WorkingDraft.objects.create(editor=chief, article=of, key=f"{number:032}", fields=fields, saved_at=NOW)
    WorkingDraft.objects.create(editor=build_editor("andere"), key="9" * 32, fields=fields, saved_at=NOW)
    urls = {row.url for row in overview.unsaved(chief).rows}
    assert urls == {f"/admin/articles/article/{article.pk}/change/", "/admin/articles/article/add/"}


def test_the_one_that_has_waited_longest_stands_first(client, chief):
    for name, hours in (("später", 2), ("früher", 3)):
        build_article(name, status=Status.REVIEW, updated_at=NOW - timedelta(hours=hours))
    build_draft("Entwurf")
    assert rows_of(client, "review") == ["früher", "später"]


def test_planned_and_held_back_with_the_moment_of_each(client, chief):
    now = timezone.now()
    build_article("gesperrt", embargoed_until=now + timedelta(days=1))
    build_article("geplant", published_at=now + timedelta(hours=1))
    build_article("da")
    part = overview.upcoming(Article.objects.all(), now)
    assert [(row.title, row.said) for row in part.rows] == [("geplant", "Geplant"), ("gesperrt", "Sperrfrist")]
    assert [row.at for row in part.rows] == [now + timedelta(hours=1), now + timedelta(days=1)]


def test_what_changed_last_and_who_did_it(client, chief):
    began(build_draft("neu"), chief, at=timezone.now())
    build_draft("ohne Protokoll", updated_at=NOW)
    assert [(row.title, row.said) for row in overview.changed(Article.objects.all()).rows] == [
        ("neu", "chefin, angelegt"),
        ("ohne Protokoll", ""),
    ]


def test_suggestions_are_counted_and_no_further_than_anybody_works(client, chief, monkeypatch):
    monkeypatch.setattr(dashboard, "MOST_COUNTED", 2)
    article = build_article()
    for number in range(3):
        build_mention(article, None, suggested_name=f"Kai {number}", status=MentionStatus.SUGGESTED)
    html = client.get("/admin/").content.decode()
    assert "mehr als 2" in html
    assert "/admin/articles/mention/names/" in html


def run(**values):
    values = {"kind": ImportKind.ARTICLES, "source": "dpa", "began_at": timezone.now(), **values}
    return ImportRun.objects.create(**values)


def test_imports_with_failures_lead_to_what_failed(client, chief):
    failed = run(failed=2, counts={"failed": 2}, failures=[("a.txt", 0, "leer")])
    run(source="gut")
    run(source="abgebrochen", is_whole=False)
    run(source="lange her", failed=1, began_at=timezone.now() - timedelta(days=60))
    assert rows_of(client, "imports") == ["abgebrochen", "dpa"]
    assert f"/admin/articles/importrun/{failed.pk}/change/" in client.get("/admin/").content.decode()


def test_weeks_begin_on_mondays_and_count_what_is_public(client, chief):
    build_article(published_at=NOW - timedelta(days=1))  # a Monday
    build_article(published_at=NOW - timedelta(days=2))
    build_article(embargoed_until=NOW + timedelta(days=1))
    build_draft()
    chart = dashboard.weeks(NOW)
    assert [bar.column.count for bar in chart.bars[-3:]] == [0, 1, 1]
    assert len(chart.bars) == dashboard.WEEKS


def test_a_week_leads_to_its_articles(client, chief):
    build_article("in der Woche", published_at=NOW - timedelta(days=1))
    build_article("davor", published_at=NOW - timedelta(days=2))
    url = dashboard.weeks(NOW).bars[-1].column.url
    assert [article.headline for article in client.get(url).context["cl"].queryset] == ["in der Woche"]


def test_it_takes_as_many_queries_whatever_there_is(client, chief, django_assert_max_num_queries):
    def fill(times):
        for _ in range(times):
            article = began(build_draft("zurück", created_by=chief), chief)
            in_review(article, chief, Status.REVIEW, NOW + timedelta(hours=1))
            in_review(article, None, Status.DRAFT, NOW + timedelta(hours=2))
            build_article(status=Status.REVIEW)
            build_mention(article, None, suggested_name="Kai", status=MentionStatus.SUGGESTED)
            run(failed=1)

    fill(12)
    with django_assert_max_num_queries(26):
        client.get("/admin/")
