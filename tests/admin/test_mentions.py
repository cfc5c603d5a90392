"""Deciding who is meant, in the article's form and in the list of suggestions."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Article, Mention, Person, Version
from articles.vocabulary import MentionStatus, RoleCode, Status
from tests.admin.filling import typed
from tests.builders import build_article, build_desk, build_editor, build_member, build_mention, build_person

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/mention/"
BODY = "<p>Der Rat tagt. Dort sprach Kai Neu lange. Später ging Kai Neu.</p>"


@pytest.fixture
def article():
    """With two suggestions of one name."""
    built = build_article(body=BODY)
    text = built.sections.get().plain
    for start in (text.index("Kai Neu"), text.rindex("Kai Neu")):
        place = {"anchor": "abschnitt-1", "start": start, "end": start + 7, "surface": "Kai Neu"}
        Mention.objects.create(article=built, suggested_name="Kai Neu", **place)
    return built


def page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def save(client, article, **changes):
    return client.post(page(article), typed(client.get(page(article)), **changes))


def act(client, action, *mentions, status="suggested"):
    client.post(
        f"{LIST}?status={status}", {"action": action, ACTION_CHECKBOX_NAME: [mention.pk for mention in mentions]}
    )


def statuses():
    return sorted(Mention.objects.values_list("status", flat=True))


def test_a_name_is_shown_once_with_its_sentence(client, chief, article):
    html = client.get(page(article)).content.decode()
    assert html.count("Dort sprach <mark>Kai Neu</mark> lange.") == 1
    assert "Später ging" not in html.split("newsroom-sentence")[1]


def test_confirming_without_a_person_makes_one(client, chief, article):
    save(client, article, **{"mentions-0-decision": "confirmed"})
    assert Person.objects.get().name == "Kai Neu"
    assert statuses() == ["confirmed", "confirmed"]
    assert Mention.objects.first().decided_by == chief


def test_choosing_a_person_confirms(client, chief, article):
    person = build_person("Kai Neumann")
    save(client, article, **{"mentions-0-person": person.pk})
    assert person.mentions.filter(status=MentionStatus.CONFIRMED).count() == 2


def test_rejecting(client, chief, article):
    save(client, article, **{"mentions-0-decision": "rejected"})
    assert statuses() == ["rejected", "rejected"]


def test_text_and_decision_are_saved_together(client, chief, article):
    save(client, article, headline="Neu", **{"mentions-0-decision": "confirmed"})
    article.refresh_from_db()
    assert article.headline == "Neu"
    assert Version.objects.count() == 2


def test_saving_undecided_decides_nothing(client, chief, article):
    save(client, article, headline="Neu")
    assert statuses() == ["suggested", "suggested"]


def test_a_name_that_several_bear_is_asked_back(client, chief, article):
    build_person("Kai Neu"), build_person("Kai Neu")
    response = save(client, article, **{"mentions-0-decision": "confirmed"})
    assert "Mehrere Personen heißen „Kai Neu“" in response.content.decode()
    assert statuses() == ["suggested", "suggested"]


def test_the_list_shows_open_suggestions_only(client, chief, article):
    done = build_mention(build_article(), build_person("Lea Alt"))
    shown = set(client.get(LIST).context["cl"].queryset)
    assert shown == set(article.mentions.all())
    assert set(client.get(f"{LIST}?status=confirmed").context["cl"].queryset) == {done}


@pytest.mark.parametrize(("action", "status"), [("accept_chosen", "confirmed"), ("reject_chosen", "rejected")])
def test_deciding_in_rows(client, chief, article, action, status):
    act(client, action, *article.mentions.all())
    assert statuses() == [status, status]


def test_accepting_all_over_the_archive(client, chief, article):
    build_mention(build_article(), None, suggested_name="Kai Neu", status=MentionStatus.SUGGESTED)
    act(client, "accept_everywhere_chosen", article.mentions.first())
    assert statuses() == ["confirmed"] * 3
    assert Person.objects.count() == 1


def test_one_place_can_be_decided_alone(client, chief, article):
    there = reverse("admin:articles_mention_change", args=[article.mentions.first().pk])
    client.post(there, typed(client.get(there), decision="rejected"))
    assert statuses() == ["rejected", "suggested"]


def test_whoever_may_add_nobody_is_told_so_and_decides_nothing(client, article):
    editor = build_editor("redakteur", superuser=False)
    names = ["view_mention", "change_mention", "any_article"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(editor)
    there = reverse("admin:articles_mention_change", args=[article.mentions.first().pk])
    told = client.post(there, typed(client.get(there), decision="confirmed"), follow=True)
    assert "Dazu fehlt Ihnen die Berechtigung: add_person." in told.content.decode()
    assert statuses() == ["suggested", "suggested"]


def test_a_writer_decides_nothing(client, writer, article):
    act(client, "accept_chosen", *article.mentions.all())
    assert statuses() == ["suggested", "suggested"]
    assert client.get(LIST).status_code == 403


def test_a_name_written_by_an_editor_is_linked(client, chief, article):
    person = build_person("Lea Altmann")
    save(client, article, **{"sections-0-body": "<p>Heute kam Lea Altmann. Dort sprach Kai Neu lange.</p>"})
    mention = person.mentions.get()
    assert (mention.surface, mention.status) == ("Lea Altmann", MentionStatus.CONFIRMED)


def test_what_the_archive_linked_is_listed_and_taken_back(client, chief):
    mention = build_mention(build_article(), build_person("Lea Alt"), is_automatic=True)
    build_mention(build_article(), build_person("Ute Jung"))
    page = client.get(f"{LIST}?status=automatic")
    assert set(page.context["cl"].queryset) == {mention}
    assert "Vom Archiv verknüpft" in page.content.decode()
    act(client, "reject_chosen", mention, status="automatic")
    mention.refresh_from_db()
    assert (mention.status, mention.is_automatic, mention.decided_by) == ("rejected", False, chief)


def test_what_an_editor_decided_is_not_decided_in_rows(client, chief):
    mention = build_mention(build_article(), build_person("Lea Alt"))
    act(client, "reject_chosen", mention, status="confirmed")
    mention.refresh_from_db()
    assert mention.status == "confirmed"


@pytest.mark.parametrize(("own", "decided"), [(True, 2), (False, 0)])
def test_an_editor_sees_and_decides_what_is_his_desks(client, article, own, decided):
    desk = build_desk()
    Article.objects.update(desk=desk if own else None)
    client.force_login(build_member(RoleCode.EDITOR, desk))
    mention = Mention.objects.first()
    assert ("Kai Neu" in client.get(LIST).content.decode()) == own
    act(client, "accept_chosen", mention)
    client.post(reverse("admin:articles_mention_change", args=[mention.pk]), {"decision": "confirmed"})
    assert Mention.objects.exclude(status=MentionStatus.SUGGESTED).count() == decided


def test_the_whole_archive_is_no_single_desks_business(client, article):
    desk = build_desk()
    Article.objects.update(desk=desk)
    client.force_login(build_member(RoleCode.EDITOR, desk))
    assert "accept_everywhere_chosen" not in client.get(LIST).content.decode()
    act(client, "accept_everywhere_chosen", Mention.objects.first())
    assert client.get("/admin/articles/mention/names/").status_code == 403
    assert statuses() == ["suggested", "suggested"]


def test_a_reporter_decides_nothing_even_in_his_own_text(client, article):
    reporter = build_member(RoleCode.REPORTER)
    Article.objects.update(status=Status.DRAFT, created_by=reporter)
    client.force_login(reporter)
    save(client, article, headline="Anders", decide_all="confirmed", **{"mentions-0-decision": "confirmed"})
    assert Article.objects.get().headline == "Anders"
    assert statuses() == ["suggested", "suggested"]
