"""What confuses somebody on the first day at the desk, and does not."""

import pytest
from django.urls import reverse

from articles.editorial.publish import publish
from articles.editorial.save import save_change
from articles.models import Article, Section
from articles.vocabulary import MentionStatus, RoleCode
from tests.admin.filling import typed
from tests.builders import (
    NOW,
    build_article,
    build_desk,
    build_draft,
    build_member,
    build_mention,
    build_tag,
    build_topic,
)

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


@pytest.fixture
def reporter(client):
    member = build_member(RoleCode.REPORTER, build_desk("Politik"))
    client.force_login(member)
    return member


def page_of(client, row):
    return client.get(reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])).text


def current(client, name):
    """The entries of the sidebar that are marked as the page one is on."""
    groups = client.get(reverse(f"admin:articles_{name}")).context["sidebar_navigation"]
    return [item["link"] for group in groups for item in group["items"] if item["active"]]


def test_whoever_may_only_read_an_article_reads_no_markup(client, reporter):
    article = build_article(body="<p>Elf <em>Pfeiler</em> &amp; ein Bogen.</p>")
    shown = page_of(client, article)
    assert "<p>Elf <em>Pfeiler</em> &amp; ein Bogen.</p>" in shown
    assert "&lt;p&gt;" not in shown


def test_whoever_may_only_read_a_topic_reads_no_markup(client, reporter):
    assert "<p>Elf Pfeiler.</p>" in page_of(client, build_topic(intro="<p>Elf Pfeiler.</p>"))


def test_a_new_article_is_for_the_only_desk_of_its_author(client, reporter):
    client.post(ADD, typed(client.get(ADD), headline="Neu"))
    assert Article.objects.get().desk.name == "Politik"


def test_with_two_desks_one_has_to_choose(client, reporter):
    reporter.desks.add(build_desk("Sport"))
    assert client.get(ADD).context["adminform"].form["desk"].value() is None


def test_no_desk_and_no_author_is_deleted_from_an_article(client, chief):
    article = build_article(desk=build_desk("Politik"))
    assert "delete-related" not in page_of(client, article)


def test_a_section_without_a_heading_is_called_by_its_number():
    assert str(Section(position=1, anchor="abschnitt-7")) == "Abschnitt 2"


@pytest.mark.parametrize("name", ["tag_tidy", "tag_changelist", "mention_names", "person_duplicates", "person_add"])
def test_one_place_of_the_sidebar_is_marked(client, chief, name):
    assert len(current(client, name)) == 1


def test_that_nothing_was_changed_is_said_once(client, chief):
    article = build_draft()
    save_change(article, editor=chief, at=NOW)
    publish(article, editor=chief, at=NOW)
    there = reverse("admin:articles_article_history", args=[article.pk])
    assert client.get(f"{there}compare/?old=1&new=2").text.count("Am Text wurde nichts geändert.") == 1


def test_a_tag_is_offered_where_its_shortest_name_that_fits_stands(client, chief):
    build_tag("Landwirtschaft", "Bauern")
    build_tag("Bauen", "Bauprojekte")
    found = client.get(reverse("admin:tag_names"), {"term": "Bau"}).json()["results"]
    assert [one["text"] for one in found] == ["Bauen", "Landwirtschaft (Bauern)"]


def test_only_who_may_change_a_topic_is_offered_a_chronology(client, reporter):
    topic = build_topic()
    there = reverse("admin:articles_topic_propose", args=[topic.pk])
    assert there not in page_of(client, topic)


@pytest.mark.parametrize(("role", "offered"), [(RoleCode.EDITOR, False), (RoleCode.CHIEF, True)])
def test_the_queue_of_names_is_offered_to_whom_it_opens(client, role, offered):
    desk = build_desk("Politik")
    article = build_article(desk=desk, body="<p>Da kam Kai Neu.</p>")
    build_mention(
        article, None, suggested_name="Kai Neu", status=MentionStatus.SUGGESTED, surface="Kai Neu", start=7, end=14
    )
    client.force_login(build_member(role, desk))
    there = reverse("admin:articles_mention_names")
    assert (f'class="newsroom-link" href="{there}"' in client.get("/admin/").text) is offered
    assert (client.get(there).status_code == 200) is offered
