"""The history of an article as its editors read it: every version, any two compared, restored, named, redacted."""

import pytest
from django.contrib.auth.models import Permission

from articles.editorial.preview_link import share_preview
from articles.editorial.readdress import readdress
from articles.editorial.redact_version import redact_version
from articles.models import Article, LogLine, Version
from articles.vocabulary import Verb
from tests.admin.test_query_counts import queries
from tests.builders import NOW, build_article, build_draft, build_editor
from tests.editorial.living import DAY, build_corrected, saved
from tests.views.looking import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return build_corrected()


@pytest.fixture
def here(article):
    return f"/admin/articles/article/{article.pk}/history/"


@pytest.fixture
def archivist(client):
    editor = build_editor("archiv", superuser=False)
    names = ["view_article", "redact_version", "any_article"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(editor)
    return editor


def test_it_says_who_did_what_when(client, chief, article, here):
    article.versions.filter(number=2).update(saved_by=chief)
    said = text_of(client.get(here))
    for text in ("Fassung 2", "chefin", "berichtigt", "6. November 2024, 13:00 Uhr", "Abschnitt geändert: Nr. 1"):
        assert text in said


def test_it_says_what_readers_saw(client, chief):
    article = saved(build_draft(), NOW)
    assert "war öffentlich" not in text_of(client.get(f"/admin/articles/article/{article.pk}/history/"))
    article = saved(build_article(), NOW)
    assert "war öffentlich" in text_of(client.get(f"/admin/articles/article/{article.pk}/history/"))


def test_what_made_no_version_is_told_below(client, chief, article, here):
    article = saved(article, NOW + 2 * DAY, headline="Neu")
    readdress(article, "andere", editor=chief, at=NOW + 2 * DAY)
    share_preview(article, "day", editor=chief, at=NOW + 2 * DAY)
    said = text_of(client.get(here))
    assert "→ andere" in said
    assert "Vorschau weitergegeben" in said


def test_one_version_alone_is_compared_with_nothing(client, chief, here):
    there = f"/admin/articles/article/{saved(build_draft(), NOW).pk}/history/"
    assert 'type="radio"' not in client.get(there).content.decode()
    assert 'type="radio"' in client.get(here).content.decode()


def test_two_lines_of_one_moment_belong_to_their_versions(client, chief):
    article = saved(build_article("Eins"), NOW)
    saved(article, NOW, headline="Zwei")
    LogLine.objects.filter(pk=LogLine.objects.first().pk).update(reason="der zweite")
    entries = client.get(f"/admin/articles/article/{article.pk}/history/").context["entries"]
    assert [entry.line.reason for entry in entries] == ["der zweite", ""]


def test_two_are_compared_whichever_way_they_are_chosen(client, chief, here):
    for query in ("old=1&new=2", "old=2&new=1"):
        assert "<del>Elf</del><ins>Zwölf</ins> Pfeiler" in client.get(f"{here}compare/?{query}").content.decode()


@pytest.mark.parametrize("query", ["", "old=1", "old=x&new=2", f"old=1&new={10**30}", "old=²&new=1"])
def test_without_two_the_history_says_so(client, chief, here, query):
    answer = client.get(f"{here}compare/?{query}", follow=True)
    assert answer.redirect_chain[-1][0] == here
    assert "Wählen Sie zwei Fassungen aus." in text_of(answer)


@pytest.mark.parametrize(
    "rest", ["7/", "compare/?old=1&new=7", f"{10**30}/", "1/spike/", "1/restore/?section=nirgends"]
)
def test_what_is_not_there_is_not_found(client, chief, here, rest):
    assert client.get(here + rest).status_code == 404


def test_a_version_is_restored_after_asking(client, chief, article, here):
    assert "Die Änderung lesen alle sofort." in text_of(client.get(f"{here}1/restore/"))
    assert Article.objects.get().version_number == 2
    client.post(f"{here}1/restore/")
    assert article.sections.get().body == "<p>Elf Pfeiler tragen die Brücke.</p>"
    assert (LogLine.objects.first().verb, LogLine.objects.first().editor) == (Verb.REVERTED, chief)


def test_restoring_a_draft_does_not_warn(client, chief):
    article = saved(saved(build_draft(), NOW), NOW + DAY, headline="Anders")
    asked = text_of(client.get(f"/admin/articles/article/{article.pk}/history/1/restore/"))
    assert "lesen alle sofort" not in asked


def test_one_section_is_restored(client, chief, article, here):
    saved(article, NOW + 2 * DAY, headline="Neuer Titel")
    assert "Nur der Abschnitt „abschnitt-1“." in text_of(client.get(f"{here}1/restore/?section=abschnitt-1"))
    client.post(f"{here}1/restore/?section=abschnitt-1")
    assert Article.objects.get().headline == "Neuer Titel"
    assert article.sections.get().body == "<p>Elf Pfeiler tragen die Brücke.</p>"


def test_restoring_what_stands_there_changes_nothing_and_says_so(client, chief, here):
    assert "lautet schon so" in text_of(client.post(f"{here}2/restore/", follow=True))
    assert Version.objects.count() == 2


def test_a_name_is_given_and_shown(client, chief, here):
    client.post(f"{here}1/name/", {"name": "Vor dem Anruf"})
    assert "„Vor dem Anruf“" in text_of(client.get(here))


def test_a_name_too_long_is_asked_again(client, chief, here):
    assert client.post(f"{here}1/name/", {"name": "x" * 101}).status_code == 200
    assert Version.objects.get(number=1).name == ""


def test_an_archivist_redacts_with_a_reason(client, archivist, article, here):
    assert client.post(f"{here}1/redact/", {"reason": ""}).status_code == 200
    client.post(f"{here}1/redact/", {"reason": "Urteil vom 3. Mai"})
    assert Version.objects.get(number=1).is_redacted
    assert "Fassung 1: Urteil vom 3. Mai" in text_of(client.get(here))


def test_a_redacted_version_is_shown_as_such(client, chief, article, here):
    redact_version(article, 1, editor=None, at=NOW + 2 * DAY, reason="Urteil")
    for rest in ("", "1/", "compare/?old=1&new=2"):
        assert "eschwärzt" in text_of(client.get(here + rest))
    assert f"{here}1/restore/" not in client.get(f"{here}1/").content.decode()


@pytest.mark.parametrize("name", ["restore", "name"])
def test_who_may_not_change_the_article_may_neither_restore_nor_name(client, archivist, here, name):
    assert client.get(f"{here}1/{name}/").status_code == 403
    assert client.post(f"{here}1/{name}/", {"name": "Name"}).status_code == 403
    assert f"{here}1/{name}/" not in client.get(f"{here}1/").content.decode()
    assert Version.objects.count() == 2


def test_a_writer_may_not_redact(client, writer, here):
    assert client.post(f"{here}1/redact/", {"reason": "x"}).status_code == 403
    assert not Version.objects.get(number=1).is_redacted


@pytest.mark.parametrize("rest", ["", "1/", "compare/?old=1&new=2", "1/restore/", "1/name/", "1/redact/"])
def test_who_may_not_see_articles_sees_no_history(client, here, rest):
    client.force_login(build_editor("neu", superuser=False))
    assert client.get(here + rest).status_code == 403
    client.logout()
    assert client.get(here + rest).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_a_post_to_the_history_itself_is_no_error(client, chief, here):
    """On PostgreSQL a row is locked within a transaction only."""
    assert client.post(here).status_code == 200


def test_a_get_restores_nothing(client, chief, here):
    for name in ("restore", "name", "redact"):
        client.get(f"{here}1/{name}/?name=x&reason=x")
    assert Version.objects.count() == 2
    assert not Version.objects.filter(name="x").exists()


def test_old_text_passes_todays_allow_list(client, chief, here):
    version = Version.objects.get(number=1)
    version.record["sections"][0]["body"] = "<p>Text<script>alert(1)</script></p>"
    version.save()
    for rest in ("1/", "compare/?old=1&new=2"):
        assert "alert(1)" not in client.get(here + rest).content.decode()


def test_more_versions_need_no_more_queries_and_are_on_pages(client, chief):
    def address(count):
        article = saved(build_article(), NOW)
        for number in range(count):
            saved(article, NOW + DAY * number, headline=f"Titel {number}")
        return f"/admin/articles/article/{article.pk}/history/"

    few, many = address(3), address(60)
    client.get(few)
    assert queries(client, many) == queries(client, few)
    assert "Fassung 1 " in text_of(client.get(f"{many}?page=3"))
    assert client.get(f"{many}?page=x").status_code == client.get(f"{many}?page=99999999").status_code == 200
