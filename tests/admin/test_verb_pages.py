"""Buttons and bulk actions: each asks before it does, and calls the verb."""

from datetime import timedelta

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse
from django.utils import timezone

from articles.admin import bulk_pages
from articles.models import Article, FormerAddress, LogLine, Version
from articles.vocabulary import Status
from tests.builders import build_article, build_draft

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def do(client, article, name, **answers):
    return client.post(reverse("admin:articles_article_do", args=[article.pk, name]), answers)


def bulk(client, action, *articles, **answers):
    return client.post(LIST, {"action": action, ACTION_CHECKBOX_NAME: [a.pk for a in articles], **answers})


def status(article):
    return Article.objects.get(pk=article.pk).status


def test_publishing_asks_first(client, chief):
    article = build_draft("Bald da")
    response = client.get(reverse("admin:articles_article_do", args=[article.pk, "publish"]))
    assert "Bald da" in response.content.decode()
    assert status(article) == Status.DRAFT


def test_publishing(client, chief):
    article = build_draft()
    assert do(client, article, "publish", overrule="on").status_code == 302
    assert Article.objects.visible(timezone.now()).get() == article


def test_scheduling(client, chief):
    article = build_draft()
    do(client, article, "schedule", when="2099-01-02T08:30", overrule="on")
    article.refresh_from_db()
    assert timezone.localtime(article.published_at).isoformat() == "2099-01-02T08:30:00+01:00"
    assert status(article) == Status.PUBLISHED


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(("verb", "name"), [("schedule", "when"), ("embargo", "until")])
def test_a_day_that_no_database_keeps_is_asked_for_again(client, chief, verb, name, day):
    article = build_draft() if verb == "schedule" else build_article(published_at=timezone.now() + timedelta(days=2))
    response = do(client, article, verb, **{name: f"{day}T00:00"}, overrule="on")
    assert (response.status_code, list(response.context["form"].errors)) == (200, [name])


def test_a_scheduled_one_can_appear_at_once(client, chief):
    article = build_article(published_at=timezone.now() + timedelta(days=1))
    do(client, article, "publish-now", overrule="on")
    assert Article.objects.visible(timezone.now()).exists()


def test_withdrawing_takes_reason_and_notice(client, chief):
    article = build_article()
    do(client, article, "withdraw", reason="Verwechslung", notice="Es war ein anderer.")
    article.refresh_from_db()
    assert (article.status, article.withdrawal_notice) == (Status.WITHDRAWN, "Es war ein anderer.")


def test_withdrawing_without_a_reason_is_refused(client, chief):
    article = build_article()
    assert "reason" in do(client, article, "withdraw", reason=" ").context["form"].errors
    assert status(article) == Status.PUBLISHED


def test_restoring(client, chief):
    article = build_article(status=Status.WITHDRAWN)
    do(client, article, "restore")
    assert status(article) == Status.PUBLISHED


def test_a_correction_belongs_to_a_version(client, chief):
    do(client, build_article(), "correct", kind="correction", note="Es waren elf.")
    assert Version.objects.get().correction_note == "Es waren elf."


def test_changing_the_address(client, chief):
    article = build_article(slug="alt")
    do(client, article, "readdress", wish="Neu")
    assert (Article.objects.get().slug, FormerAddress.objects.get().slug) == ("neu", "alt")


def test_what_does_not_fit_is_said_and_not_done(client, chief):
    article = build_draft()
    response = client.get(reverse("admin:articles_article_do", args=[article.pk, "withdraw"]), follow=True)
    assert "geht nicht" in str(next(iter(response.context["messages"])))
    assert not LogLine.objects.exists()


@pytest.mark.parametrize(("offset", "name"), [(1, "publish"), (0, "erase")])
def test_an_unknown_article_or_verb_is_not_found(client, chief, offset, name):
    address = reverse("admin:articles_article_do", args=[build_draft().pk + offset, name])
    assert client.get(address).status_code == 404


def test_the_bulk_page_names_what_happens_to_how_many(client, chief):
    later = timezone.now() + timedelta(days=1)
    drafts = [build_draft("Eins"), build_draft("Zwei", published_at=later), build_article("Drei")]
    html = bulk(client, "publish_chosen", *drafts).content.decode()
    assert "Veröffentlichen: 2 Artikel" in html
    assert "Davon erscheint 1 erst zum geplanten Zeitpunkt" in html
    assert "Unberührt bleiben: 1 (Öffentlich)" in html
    assert "Drei" in html
    assert not LogLine.objects.exists()


def test_bulk_publishing_leaves_the_others(client, chief):
    draft, withdrawn = build_draft(), build_article(status=Status.WITHDRAWN)
    bulk(client, "publish_chosen", draft, withdrawn, confirmed="1", overrule="on")
    assert (status(draft), status(withdrawn)) == (Status.PUBLISHED, Status.WITHDRAWN)


def test_bulk_withdrawing_needs_a_reason(client, chief):
    articles = [build_article(), build_article()]
    assert bulk(client, "withdraw_chosen", *articles, confirmed="1", reason="").status_code == 200
    bulk(client, "withdraw_chosen", *articles, confirmed="1", reason="Irrtum")
    assert {status(article) for article in articles} == {Status.WITHDRAWN}
    assert set(LogLine.objects.values_list("reason", flat=True)) == {"Irrtum"}


def test_too_many_at_once_are_refused(client, chief, monkeypatch):
    monkeypatch.setattr(bulk_pages, "MOST", 1)
    drafts = [build_draft(), build_draft()]
    assert bulk(client, "publish_chosen", *drafts, confirmed="1").status_code == 302
    assert {status(draft) for draft in drafts} == {Status.DRAFT}
