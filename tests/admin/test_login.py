"""How long a login lasts, and with what passwords are hashed."""

import pytest
from django.conf import settings as now_set
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.test import Client

from articles.admin.login import BEGAN, SEEN, is_over
from newsroom.settings import PASSWORD_HASHERS
from tests.builders import build_draft, build_editor

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
NEW = "ganz-neues-Wort-1"


@pytest.fixture
def editor(client):
    editor = build_editor()
    client.force_login(editor)
    return editor


def aged(client, **seconds):
    """As if the login, or the last thing done, were so long ago."""
    session = client.session
    for key, ago in seconds.items():
        session[{"began": BEGAN, "seen": SEEN}[key]] -= ago
    session.save()


@pytest.mark.parametrize(("began", "seen", "over"), [(0, 0, False), (12, 0, True), (11, 2, True), (11, 1, False)])
def test_a_session_ends_after_hours_or_idle(began, seen, over):
    hour = 3600
    assert is_over({BEGAN: 100 * hour - began * hour, SEEN: 100 * hour - seen * hour}, 100 * hour) == over


def test_a_login_from_before_is_over():
    assert is_over({}, 1_700_000_000)


@pytest.mark.parametrize("age", [{"began": 12 * 3600}, {"seen": 120 * 60}])
def test_whoever_stays_too_long_logs_in_again(client, editor, age):
    assert client.get(LIST).status_code == 200
    aged(client, **age)
    assert client.get(LIST).url.startswith("/admin/login/")
    assert not client.session.keys()


def test_work_keeps_a_session_open_and_an_open_page_does_not(client, editor):
    there = f"{LIST}{build_draft().pk}/presence/"
    aged(client, seen=119 * 60)
    before = client.session[SEEN]
    client.post(there)
    assert client.session[SEEN] == before
    client.get(LIST)
    assert client.session[SEEN] > before


def test_on_the_public_site_an_ended_login_is_nobody(client, editor):
    aged(client, began=12 * 3600)
    assert client.get(f"/preview/{build_draft().pk}/").status_code == 302


def test_readers_are_not_asked_who_they_are(client):
    response = client.get("/")
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_a_changed_password_ends_the_other_sessions(client, editor):
    other = Client()
    other.force_login(editor)
    passwords = {"old_password": "richtig-geheim", "new_password1": NEW, "new_password2": NEW}
    assert client.post("/admin/password_change/", passwords).status_code == 302
    assert client.get(LIST).status_code == 200
    assert other.get(LIST).status_code == 302


def test_logging_out_takes_a_post(client, editor):
    assert client.get("/admin/logout/").status_code == 405
    assert client.get(LIST).status_code == 200
    client.post("/admin/logout/")
    assert client.get(LIST).status_code == 302


def test_old_hashes_are_taken_and_made_new(client, settings):
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    editor = build_editor()
    editor.password = PBKDF2PasswordHasher().encode("richtig-geheim", "salz", iterations=1_000)
    editor.save()
    client.post("/admin/login/", {"username": editor.username, "password": "richtig-geheim"})
    editor.refresh_from_db()
    assert editor.password.startswith("argon2")
    assert client.get(LIST).status_code == 200


def test_the_hours_are_those_of_the_settings():
    assert now_set.SESSION_COOKIE_AGE == now_set.SESSION_HOURS * 3600


def test_too_many_wrong_passwords_rest_even_for_the_right_one(client, settings):
    settings.AXES_FAILURE_LIMIT = 3
    editor = build_editor()
    tries = ["falsch", "falsch", "falsch", "richtig-geheim"]
    answers = [client.post("/admin/login/", {"username": editor.username, "password": word}) for word in tries]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert client.get(LIST).status_code == 302
