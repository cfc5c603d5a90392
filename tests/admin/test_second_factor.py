"""Logging in with a code, through the pages."""

import re

import pytest
from django.urls import reverse

from articles.editorial.second_factor import begun
from articles.models import Editor
from articles.vocabulary import RoleCode
from tests.builders import build_draft, build_editor, build_member
from tests.codes import code_of, turned_on

pytestmark = pytest.mark.django_db
CODE, SETUP, OFF = "/admin/second-factor/", "/admin/second-factor/setup/", "/admin/second-factor/off/"
LIST = "/admin/articles/article/"


def log_in(client, editor):
    return client.post("/admin/login/", {"username": editor.username, "password": "richtig-geheim"})


@pytest.fixture
def device(client):
    """An editor who has given the password, and what the app knows."""
    editor = build_editor()
    device, _codes = turned_on(editor)
    log_in(client, editor)
    return device


def test_without_it_the_password_is_enough(client):
    log_in(client, build_editor())
    assert client.get(LIST).status_code == 200
    assert client.get(CODE).url == "/admin/"


def test_after_the_password_the_code_is_asked_for(client, device):
    response = client.get(LIST)
    assert response.url == f"{CODE}?next=%2Fadmin%2Farticles%2Farticle%2F"
    answer = client.post(response.url, {"code": code_of(device, 1)})
    assert answer.url == LIST
    assert client.get(LIST).status_code == 200


def test_half_logged_in_is_nobody(client, device):
    draft = build_draft()
    assert client.get(f"/preview/{draft.pk}/").status_code == 302
    assert client.post(reverse("admin:articles_article_do", args=[draft.pk, "submit"])).url.startswith(CODE)
    assert client.get(SETUP).url.startswith(CODE)
    assert client.get(OFF).url.startswith(CODE)
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_a_wrong_code_stays_outside_and_slows_down(client, device):
    assert "stimmt nicht" in client.post(CODE, {"code": "abcdefgh"}).content.decode()
    assert "Zu viele" in client.post(CODE, {"code": "abcdefgh"}).content.decode()
    assert client.get(LIST).status_code == 302


def test_it_leads_to_no_other_site(client, device):
    answer = client.post(f"{CODE}?next=https://evil.example/", {"code": code_of(device, 1)})
    assert answer.url == "/admin/"


def test_giving_up_is_logging_out(client, device):
    assert client.post(CODE, {"cancel": "1"}).url == "/admin/login/"
    assert client.get(LIST).url.startswith("/admin/login/")


def test_the_session_of_a_code_ends_with_its_device(client, device):
    client.post(CODE, {"code": code_of(device, 1)})
    turned_on(Editor.objects.get())
    assert client.get(LIST).url.startswith(CODE)


def test_an_editor_sets_it_up(client):
    editor = build_editor()
    client.force_login(editor)
    assert begun(editor) is None
    assert client.get(SETUP).status_code == 200
    assert begun(editor) is None
    html = client.post(SETUP, {"begin": "1"}, follow=True).content.decode()
    assert 'src="data:image/svg+xml' in html
    codes = client.post(SETUP, {"code": code_of(begun(editor))}).content.decode()
    assert len(re.findall(r"<li><code>[a-z2-7]{8}</code></li>", codes)) == 10
    assert client.get(LIST).status_code == 200


def test_what_is_on_is_not_set_up_anew_without_a_code(client, device):
    client.post(CODE, {"code": code_of(device, 1)})
    html = client.post(SETUP, {"begin": "1"}).content.decode()
    assert begun(device.user) is None
    assert "noch 10 Ersatzcodes" in html


def test_turning_it_off_takes_a_code(client):
    editor = build_editor()
    _device, codes = turned_on(editor)
    log_in(client, editor)
    client.post(CODE, {"code": codes[0]})
    client.post(OFF, {"code": codes[1]})
    editor.refresh_from_db()
    assert not editor.has_second_factor


def test_a_chief_resets_it(client):
    editor = build_member(RoleCode.REPORTER)
    turned_on(editor)
    client.force_login(build_member(RoleCode.CHIEF))
    page = reverse("admin:articles_editor_second_factor", args=[editor.pk])
    assert page in client.get(reverse("admin:articles_editor_change", args=[editor.pk])).content.decode()
    client.get(page)
    assert Editor.objects.get(pk=editor.pk).has_second_factor
    client.post(page)
    assert not Editor.objects.get(pk=editor.pk).has_second_factor


@pytest.mark.parametrize("role", [RoleCode.EDITOR, RoleCode.CHIEF])
def test_nobody_resets_that_of_a_mightier_account(client, role):
    boss = build_editor()
    turned_on(boss)
    client.force_login(build_member(role))
    assert client.post(reverse("admin:articles_editor_second_factor", args=[boss.pk])).status_code == 403
    assert Editor.objects.get(pk=boss.pk).has_second_factor


def test_where_it_is_required_one_is_led_to_set_it_up(client, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    editor = build_editor()
    log_in(client, editor)
    assert client.get(LIST).url.startswith(SETUP)
    client.post(SETUP, {"begin": "1"})
    client.post(SETUP, {"code": code_of(begun(editor))})
    assert client.get(LIST).status_code == 200


def test_secrets_have_no_page_of_their_own(client):
    client.force_login(build_editor())
    assert client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert client.get("/admin/otp_static/staticdevice/").status_code == 404


def test_strangers_are_sent_to_the_login(client):
    assert client.get(SETUP).url.startswith("/admin/login/")
    assert client.get(CODE).status_code == 302
    assert client.get(OFF).status_code == 403
