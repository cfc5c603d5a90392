"""What saves itself while an editor writes, through the admin's addresses."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.admin import draft_views
from articles.editorial.save import save_change
from articles.models import Article, WorkingDraft
from articles.models.draft import Presence
from tests.admin.filling import row, typed
from tests.builders import build_article, build_author, build_draft, build_editor

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


def page(article):
    return reverse("admin:articles_article_change", args=[article.pk]) if article else ADD


def keep_at(article):
    names = ("autosave", [article.pk]) if article else ("new_autosave", [])
    return reverse(f"admin:articles_article_{names[0]}", args=names[1])


def build(**values):
    article = build_draft("Alt", **{"sections": [("A", "<p>a</p>"), ("B", "<p>b</p>")], **values})
    save_change(article, editor=None, at=timezone.now())
    return article


def write(client, article=None, address=None, **changes):
    """Open the form, type, and let it save itself; returns what was sent."""
    opened = client.get(address or page(article))
    sent = typed(opened, draft_key=opened.context["draft_key"], **changes)
    response = client.post(keep_at(article), sent)
    assert response.status_code == 200, response.content
    return sent


def answer(client, article, do):
    key = WorkingDraft.objects.get().key
    name = "draft_answer" if article else "new_draft_answer"
    args = [article.pk, key] if article else [key]
    return client.post(reverse(f"admin:articles_article_{name}", args=args), {"do": do})


def shown(response):
    return typed(response)


def test_what_is_typed_is_kept_and_the_article_untouched(client, chief):
    article = build()
    write(client, article, headline="Neu")
    assert WorkingDraft.objects.get().headline == "Neu"
    assert Article.objects.get().headline == "Alt"
    assert article.versions.count() == 1


def test_on_a_live_article_it_is_not_public(client, chief):
    article = build_article("Alt")
    write(client, article, headline="Geheim", **{"sections-0-body": "<p>Geheim</p>"})
    for path in (article.get_absolute_url(), "/", reverse("preview", args=[article.pk])):
        assert "Geheim" not in client.get(path).content.decode()


def test_it_is_offered_back_and_written_on(client, chief):
    article = build(tags=["Alt"])
    changes = {"sections-0-body": "<p>mein</p>", "tags": ["Neu"], "sections-1-DELETE": "on"}
    write(client, article, headline="Neu", **changes, **row("bylines", 0, author=build_author().pk))
    assert "Ungesicherte Fassung" in client.get(page(article)).content.decode()
    resumed = client.get(answer(client, article, "resume")["Location"])
    values = shown(resumed)
    assert (values["headline"], values["tags"], values["sections-0-body"]) == ("Neu", ["Neu"], "<p>mein</p>")
    assert resumed.context["errors"] == []


def test_what_was_written_on_is_saved_and_then_gone(client, chief):
    article = build()
    changes = {
        "sections-1-DELETE": "on",
        "sections-0-position": "1",
        **row("sections", 2, heading="C", body="<p>c</p>", position="0"),
    }
    write(client, article, **changes)
    resumed = client.get(answer(client, article, "resume")["Location"])
    key = resumed.context["draft_key"]
    response = client.post(page(article), typed(resumed, draft_key=key, **{"sections-1-DELETE": "on"}))
    assert [section.heading for section in article.sections.all()] == ["C", "A"]
    assert not WorkingDraft.objects.exists()
    assert response.cookies["newsroom_saved"].value == key


def test_a_new_article_is_offered_back_too(client, chief):
    write(client, headline="Ganz neu", **{"sections-0-body": "<p>Text</p>"})
    assert "Ganz neu" in client.get(ADD).content.decode()
    resumed = client.get(answer(client, None, "resume")["Location"])
    assert shown(resumed)["sections-0-body"] == "<p>Text</p>"
    client.post(ADD, typed(resumed, draft_key=resumed.context["draft_key"]))
    assert Article.objects.get().sections.get().body == "<p>Text</p>"
    assert not WorkingDraft.objects.exists()


def test_a_draft_may_be_unfinished(client, chief):
    article = build()
    write(client, article, headline="", published_at_0="morgen")
    resumed = client.get(answer(client, article, "resume")["Location"])
    assert shown(resumed)["published_at_0"] == "morgen"
    assert "errornote" not in resumed.content.decode()


def test_discarding_removes_it(client, chief):
    article = build()
    write(client, article, headline="Neu")
    assert answer(client, article, "discard")["Location"] == page(article)
    assert not WorkingDraft.objects.exists()


def test_on_a_text_saved_since_the_two_are_shown_first(client, chief):
    article = build()
    write(client, article, headline="Meiner")
    Article.objects.update(headline="Ihrer")
    save_change(article, editor=None, at=timezone.now())
    html = client.get(page(article)).content.decode()
    assert "begonnen auf Fassung 1" in html
    asked = client.post(
        reverse("admin:articles_article_draft_answer", args=[article.pk, WorkingDraft.objects.get().key]), follow=True
    )
    assert [row.outcome for row, _form in asked.context["rows"]] == ["conflict"]


def test_it_can_be_compared(client, chief):
    article = build()
    write(client, article, headline="Neu")
    key = WorkingDraft.objects.get().key
    html = client.get(reverse("admin:articles_article_draft_compare", args=[article.pk, key])).content.decode()
    assert "Nur Sie haben das geändert" in html
    assert "Neu" in html


def test_what_is_saved_word_for_word_is_not_offered(client, chief):
    article = build()
    write(client, article)
    assert client.get(page(article)).context["offers"] == []


def test_a_second_window_keeps_nothing_on_the_server_until_it_takes(client, chief):
    article = build()
    write(client, article, headline="Erstes")
    second = client.get(page(article))
    sent = typed(second, headline="Zweites", draft_key=second.context["draft_key"])
    refused = client.post(keep_at(article), sent)
    assert (refused.status_code, refused.json()["why"]) == (409, "elsewhere")
    assert WorkingDraft.objects.get().headline == "Erstes"
    assert client.post(f"{keep_at(article)}?take", sent).status_code == 200


def test_nobody_else_sees_it(client, chief):
    article = build()
    write(client, article, headline="Geheim")
    draft = WorkingDraft.objects.get()
    client.force_login(build_editor("kollegin"))
    opened = client.get(page(article))
    html = opened.content.decode()
    assert "Geheim" not in html
    assert "Ungesicherte Änderungen hat: chefin" in html
    assert opened.context["offers"] == []
    compared = client.get(reverse("admin:articles_article_draft_compare", args=[article.pk, draft.key]))
    assert compared.status_code == 404
    assert "Geheim" not in client.get(f"{page(article)}?draft={draft.key}").content.decode()


def test_only_who_may_write_can_keep_anything(client):
    article = build()
    client.force_login(build_editor("gast", superuser=False))
    paths = [keep_at(article), keep_at(None), reverse("admin:articles_article_presence", args=[article.pk])]
    assert [client.post(path, {"headline": "x"}).status_code for path in paths] == [403] * 3
    client.logout()
    assert [client.post(path).status_code for path in paths] == [302] * 3


def test_a_request_from_elsewhere_keeps_nothing(chief):
    article, client = build(), Client(enforce_csrf_checks=True)
    client.force_login(chief)
    assert client.post(keep_at(article), {"headline": "x", "draft_key": "a" * 32}).status_code == 403


def test_reading_keeps_nothing(client, chief):
    article = build()
    assert client.get(keep_at(article)).status_code == 405


def test_what_is_too_long_is_refused_clearly(client, chief, monkeypatch):
    monkeypatch.setattr(draft_views, "LARGEST", 1000)
    article = build()
    sent = {"headline": "x" * 1000, "draft_key": "a" * 32}
    refused = client.post(keep_at(article), sent)
    assert (refused.status_code, refused.json()["why"]) == (413, "too-long")


@pytest.mark.parametrize("sent", [{}, {"headline": "x"}, {"draft_key": "a" * 32}, {"headline": "x", "draft_key": "ä"}])
def test_what_is_no_form_is_refused(client, chief, sent):
    assert client.post(keep_at(build()), sent).status_code == 400


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 30, json.dumps({"sections": 1, "people": [2]})])
def test_whatever_a_draft_says_it_is_shown_without_an_error(client, chief, seen):
    article = build()
    hostile = {"sections-TOTAL_FORMS": "99999999999", "sections-0-id": seen, "bylines-TOTAL_FORMS": seen, "desk": "x\0"}
    write(client, article, parts_seen=seen, **hostile)
    assert client.get(answer(client, article, "resume")["Location"]).status_code == 200


def test_who_else_is_here_is_told(client, chief):
    article = build()
    path = reverse("admin:articles_article_presence", args=[article.pk])
    assert client.post(path).json() == {"present": [], "drafts": [], "version": 1}
    client.force_login(build_editor("kollegin"))
    assert client.post(path).json()["present"] == ["chefin"]
    assert "Auch in diesem Artikel: chefin" in client.get(page(article)).content.decode()
    assert Presence.objects.count() == 2


def test_keeping_takes_few_queries(client, chief, django_assert_max_num_queries):
    article = build()
    sent = write(client, article, headline="Neu")
    with django_assert_max_num_queries(10):
        client.post(keep_at(article), sent)
    with django_assert_max_num_queries(18):
        client.post(reverse("admin:articles_article_presence", args=[article.pk]))


def test_who_may_only_look_is_offered_nothing(client):
    reader = build_editor("gast", superuser=False)
    reader.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "any_article"]))
    client.force_login(reader)
    opened = client.get(page(build()))
    assert opened.status_code == 200
    assert "draft_key" not in opened.content.decode()
