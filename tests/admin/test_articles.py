"""The page on which an article is written."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.editorial.give_back import give_back
from articles.editorial.publish import publish
from articles.editorial.save import save_change
from articles.editorial.submit import submit
from articles.models import Article, Byline, LogLine, Tag, Version
from articles.vocabulary import Status, Verb
from tests.admin.filling import row, typed
from tests.builders import build_article, build_author, build_draft, build_tag

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


def page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def add(client, **changes):
    response = client.post(ADD, typed(client.get(ADD), headline="Neu", **changes))
    assert response.status_code == 302, response.context["errors"]
    return Article.objects.get()


def change(client, article, **changes):
    return client.post(page(article), typed(client.get(page(article)), **changes))


def sections(article):
    return list(article.sections.values_list("anchor", "heading", "body"))


def test_a_new_article_is_a_draft_with_its_sections(client, chief):
    first = {"sections-0-heading": "Der Plan", "sections-0-body": "<p>Eins.</p>"}
    article = add(client, **first, **row("sections", 1, heading="Die Kosten", body="<p>Zwei.</p>"))
    assert article.status == Status.DRAFT
    assert sections(article) == [("der-plan", "Der Plan", "<p>Eins.</p>"), ("die-kosten", "Die Kosten", "<p>Zwei.</p>")]


def test_saving_writes_a_version_and_a_line(client, chief):
    article = add(client)
    assert (article.version_number, Version.objects.get().saved_by) == (1, chief)
    assert LogLine.objects.get().verb == Verb.CREATED
    change(client, article, headline="Neuer")
    assert LogLine.objects.first().verb == Verb.CHANGED


def test_saving_without_a_change_writes_nothing(client, chief):
    article = add(client)
    change(client, article)
    assert Version.objects.count() == LogLine.objects.count() == 1


def test_an_empty_row_is_no_section(client, chief):
    article = add(client, **row("sections", 1, heading=" ", body="<p></p>"))
    assert sections(article) == []


def test_an_anchor_stays_when_the_heading_changes(client, chief):
    article = build_draft(sections=[("Alt", "<p>Text.</p>")])
    change(client, article, **{"sections-0-heading": "Neu"})
    assert sections(article) == [("abschnitt-1", "Neu", "<p>Text.</p>")]


def test_a_new_section_never_takes_the_anchor_of_another(client, chief):
    article = add(client, **{"sections-0-heading": "Plan", "sections-0-body": "<p>A.</p>"})
    change(client, article, **row("sections", 1, heading="Plan", body="<p>B.</p>"), **{"sections-0-DELETE": "on"})
    assert sections(article) == [("plan-2", "Plan", "<p>B.</p>")]


def test_sections_can_be_put_in_another_order(client, chief):
    article = build_draft(sections=[("A", "<p>a</p>"), ("B", "<p>b</p>")])
    change(client, article, **{"sections-0-position": 1, "sections-1-position": 0})
    assert [heading for _anchor, heading, _body in sections(article)] == ["B", "A"]


def test_what_is_not_allowed_in_a_text_is_taken_out(client, chief):
    article = add(client, **{"sections-0-body": '<p onclick="x()">Gut<script>böse()</script></p>'})
    assert article.sections.get().body == "<p>Gut</p>"


def test_credits_keep_their_order(client, chief):
    authors = [build_author("Zoe Ade"), build_author("Ali Zorn")]
    rows = row("bylines", 0, author=authors[0].pk) | row("bylines", 1, author=authors[1].pk)
    article = add(client, **rows)
    assert list(Byline.objects.filter(article=article).values_list("author", "position")) == [
        (authors[0].pk, 0),
        (authors[1].pk, 1),
    ]


def test_tags_are_found_by_synonym_and_made_where_unknown(client, chief):
    energy = build_tag("Energie", "Strom")
    article = add(client, tags=["strom", "#Neues", "Energie"])
    assert set(article.tags.all()) == {energy, Tag.objects.get(name="Neues")}


def test_a_tag_taken_out_is_gone(client, chief):
    article = build_draft(tags=["Energie", "Verkehr"])
    change(client, article, tags=["Verkehr"])
    assert [tag.name for tag in article.tags.all()] == ["Verkehr"]


@pytest.mark.parametrize("name", ["#", "# #", "x" * 101])
def test_a_tag_without_letters_or_too_long_is_refused(client, chief, name):
    response = client.post(ADD, typed(client.get(ADD), headline="Neu", tags=[name]))
    assert "tags" in response.context["adminform"].form.errors
    assert not Tag.objects.exists()


def test_who_writes_a_new_article_is_noted(client, chief):
    assert add(client).created_by == chief


def test_saving_leads_to_submitting(client, chief):
    article = build_draft("Alt")
    response = client.post(page(article), typed(client.get(page(article)), headline="Neu", _submit=""))
    assert response["Location"] == reverse("admin:articles_article_do", args=[article.pk, "submit"])
    assert Article.objects.get().headline == "Neu"


def test_what_a_draft_was_given_back_with_stands_above_it(client, chief):
    article = build_article(status=Status.REVIEW)
    give_back(article, "Zwei Quellen fehlen.", editor=chief, at=timezone.now())
    assert "Zwei Quellen fehlen." in client.get(page(article)).content.decode()
    submit(article, editor=chief, at=timezone.now())
    assert "Zwei Quellen fehlen." not in client.get(page(article)).content.decode()


def test_saving_a_live_article_is_public_at_once_and_the_button_says_so(client, chief):
    article = publish(build_draft("Alt"), editor=None, at=timezone.now())
    assert "Änderung veröffentlichen" in client.get(page(article)).content.decode()
    change(client, article, headline="Neu")
    assert Article.objects.visible(timezone.now()).get().headline == "Neu"


def test_saving_a_draft_publishes_nothing(client, chief):
    article = build_draft()
    assert "Änderung veröffentlichen" not in client.get(page(article)).content.decode()
    change(client, article, headline="Neu", published_at_0="2020-01-01", published_at_1="12:00")
    assert not Article.objects.visible(timezone.now()).exists()


def test_a_published_article_keeps_a_date(client, chief):
    response = change(client, build_article(), published_at_0="", published_at_1="")
    assert "published_at" in response.context["adminform"].form.errors


@pytest.mark.parametrize("day", ["01.01.0001", "31.12.9999"])
@pytest.mark.parametrize("name", ["published_at", "embargoed_until"])
def test_a_day_that_no_database_keeps_is_a_mistake_in_the_form(client, chief, day, name):
    response = change(client, build_draft(), **{f"{name}_0": day, f"{name}_1": "00:00"})
    assert list(response.context["adminform"].form.errors) == [name]


def test_an_embargo_set_in_the_form_is_logged_as_one(client, chief):
    until = timezone.localtime() + timedelta(days=1)
    article = build_article()
    change(client, article, embargoed_until_0=f"{until:%Y-%m-%d}", embargoed_until_1="12:00")
    assert LogLine.objects.get().verb == Verb.EMBARGOED
    assert not Article.objects.visible(timezone.now()).exists()


def test_a_stale_form_is_refused_and_loses_nothing(client, chief):
    article = add(client, **{"sections-0-body": "<p>Alt.</p>"})
    mine = typed(client.get(page(article)), headline="Meiner", **{"sections-0-body": "<p>Mein Satz.</p>"})
    Article.objects.update(headline="Ihrer")
    save_change(article, editor=chief, at=timezone.now())
    response = client.post(page(article), mine)
    html = response.content.decode()
    assert Article.objects.get().headline == "Ihrer"
    assert "Mein Satz." in html
    assert "Meiner" in html


def test_history_shows_log_and_versions(client, chief):
    article = add(client)
    html = client.get(reverse("admin:articles_article_history", args=[article.pk])).content.decode()
    assert "angelegt" in html
    assert reverse("admin:articles_article_version", args=[article.pk, 1]) in html


def test_a_draft_is_spiked_and_logged(client, chief):
    article = build_draft()
    client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    assert not Article.objects.exists()
    assert LogLine.objects.get().verb == Verb.SPIKED


def test_what_is_published_cannot_be_deleted(client, chief):
    article = build_article()
    assert client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"}).status_code == 403
    assert "Entwurf verwerfen" not in client.get(page(article)).content.decode()


def test_the_preview_is_offered_for_a_draft_and_the_site_for_a_live_one(client, chief):
    draft, live = build_draft(), build_article()
    assert reverse("preview", args=[draft.pk]) in client.get(page(draft)).content.decode()
    assert live.get_absolute_url() in client.get(page(live)).content.decode()
