"""The checklist in the admin: looked at, overruled with a line in the log, and summed up for many."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from articles.models import Article, LogLine
from articles.vocabulary import Status
from tests.builders import build_article, build_draft, build_editor
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
TEXT = "<p>" + " ".join(f"Wort{number}" for number in range(40)) + "</p>"


def there(article, name="publish"):
    return reverse("admin:articles_article_do", args=[article.pk, name])


def bulk(client, *articles, **answers):
    chosen = [article.pk for article in articles]
    return client.post(LIST, {"action": "publish_chosen", ACTION_CHECKBOX_NAME: chosen, **answers})


def test_the_form_leads_to_a_page_that_only_looks(client, chief):
    article = build_draft()
    form = reverse("admin:articles_article_change", args=[article.pk])
    page = reverse("admin:articles_article_check", args=[article.pk])
    assert page in client.get(form).content.decode()
    assert "ohne Ressort" in client.get(page).content.decode()
    assert not LogLine.objects.exists()


def test_warnings_hold_back_until_they_are_overruled(client, chief):
    article = build_draft()
    index_now()
    assert "ohne Schlagwort" in client.post(there(article)).content.decode()
    assert Article.objects.get().status == Status.DRAFT
    client.post(there(article), {"overrule": "on"})
    assert Article.objects.get().status == Status.PUBLISHED
    assert LogLine.objects.get().reason == "Trotz Hinweisen: ohne Vorspann; ohne Ressort; ohne Schlagwort"


def test_what_is_no_article_cannot_be_overruled(client, chief):
    article = build_draft(body="")
    response = client.post(there(article), {"overrule": "on"})
    assert "Fehler:" in response.content.decode()
    assert Article.objects.get().status == Status.DRAFT


def test_a_copy_is_shown_with_its_likeness_and_a_link(client, chief):
    old = build_article("Schon da", body=TEXT)
    index_now()
    html = client.get(there(build_draft(body=TEXT))).content.decode()
    assert f'<a href="{old.get_absolute_url()}">Schon da</a> (9' in html


def test_for_many_the_warnings_are_summed_up(client, chief):
    index_now()
    drafts = [build_draft("Eins"), build_draft("Zwei", tags=["Energie"]), build_draft("Leer", body="")]
    html = bulk(client, *drafts).content.decode()
    assert "2 × ohne Ressort" in html
    assert "1 × ohne Schlagwort" in html
    assert "Unberührt bleiben: 1 (ohne Text)" in html


def test_for_many_one_tick_overrules_and_each_log_names_its_own(client, chief):
    index_now()
    drafts = [build_draft("Eins"), build_draft("Zwei", tags=["Energie"])]
    bulk(client, *drafts, confirmed="1")
    assert not LogLine.objects.exists()
    bulk(client, *drafts, confirmed="1", overrule="on")
    reasons = set(LogLine.objects.values_list("reason", flat=True))
    assert {"ohne Schlagwort" in reason for reason in reasons} == {True, False}


def test_other_verbs_are_not_checked(client, chief):
    article = build_article(slug="da")
    assert "ohne Ressort" not in client.get(there(article, "withdraw")).content.decode()


def test_whoever_may_see_no_articles_checks_none(client):
    editor = build_editor("ohne-rolle", superuser=False)
    article = build_draft(created_by=editor)
    client.force_login(editor)
    assert client.get(reverse("admin:articles_article_check", args=[article.pk])).status_code == 403
