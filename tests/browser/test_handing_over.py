"""A draft goes to the desk and comes back with a note; and whoever has a code in an app needs it to get in."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from articles.vocabulary import RoleCode, Status
from tests.browser.test_writing import log_in
from tests.builders import build_desk, build_draft, build_editor, build_member
from tests.codes import code_of, turned_on

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def as_editor(open_context, editor, path="/admin/"):
    page = open_context().new_page()
    log_in(page, editor.username)
    page.goto(path)
    return page


def test_a_draft_is_submitted_and_given_back_with_what_it_needs(open_context):
    desk = build_desk()
    reporter, editor = build_member(RoleCode.REPORTER, desk), build_member(RoleCode.EDITOR, desk)
    there = f"/admin/articles/article/{build_draft('Speicher', created_by=reporter, desk=desk).pk}/change/"
    writing = as_editor(open_context, reporter, there)
    writing.get_by_role("button", name="Speichern und zur Prüfung geben").click()
    writing.fill("#id_note", "Bitte bis Mittag.")
    writing.get_by_role("button", name="Zur Prüfung geben").click()
    expect(writing.get_by_text("Stand des Artikels: In Prüfung.")).to_be_visible()
    reading = as_editor(open_context, editor, there)
    reading.get_by_role("link", name="Zurückgeben").click()
    reading.fill("#id_note", "Es fehlt die zweite Quelle.")
    reading.get_by_role("button", name="Zurückgeben").click()
    reading.wait_for_url("**/change/")
    assert Article.objects.get().status == Status.DRAFT
    writing.goto(there)
    expect(writing.get_by_text("Es fehlt die zweite Quelle.")).to_be_visible()


def test_the_code_of_the_app_is_asked_for_after_the_password(page):
    editor = build_editor()
    device, _codes = turned_on(editor)
    page.goto("/admin/articles/article/")
    page.fill("#id_username", editor.username)
    page.fill("#id_password", "richtig-geheim")
    page.click("button[type=submit]")
    expect(page.get_by_label("Code")).to_have_attribute("autofocus", "")
    page.get_by_label("Code").fill(code_of(device, 1))
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/articles/article/")
