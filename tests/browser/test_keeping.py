"""Nothing that was typed is lost: a closed tab, an expired login, a server that is away, a colleague who was faster."""

import re

import pytest
from playwright.sync_api import expect

from articles.editorial.save import save_change
from articles.models import Article, Editor, WorkingDraft
from tests.browser.test_writing import log_in, save, write
from tests.builders import NOW, build_draft, build_editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADD = "/admin/articles/article/add/"


@pytest.fixture
def desk(page):
    build_editor()
    log_in(page)
    return page


def change(article):
    return f"/admin/articles/article/{article.pk}/change/"


def kept(desk):
    expect(desk.locator("#kept")).to_contain_text("Zwischengesichert")


def headings(desk):
    return desk.locator("#sections-data > .form-group:not(.empty-form) input[name$=-heading]").evaluate_all(
        "fields => fields.filter(field => !field.disabled).map(field => field.value)"
    )


def test_what_was_typed_comes_back_after_the_tab_was_closed(desk):
    desk.goto(ADD)
    desk.fill("#id_headline", "Speicher am See")
    write(desk, 0, "Erster Absatz.")
    kept(desk)
    again = desk.context.new_page()
    desk.close()
    again.goto(ADD)
    again.get_by_role("button", name="Weiterschreiben").click()
    expect(again.locator("#id_headline")).to_have_value("Speicher am See")
    expect(again.locator(".tiptap.ProseMirror:visible").first).to_have_text("Erster Absatz.")
    save(again)
    assert Article.objects.get().sections.get().body == "<p>Erster Absatz.</p>"
    assert not WorkingDraft.objects.exists()


def test_an_expired_login_loses_nothing(desk):
    article = build_draft("Alt")
    desk.goto(change(article))
    write(desk, 0, "Mein Satz. ")
    kept(desk)
    desk.context.clear_cookies(name="sessionid")
    desk.fill("#id_headline", "Neuer Titel")
    desk.click("button[name=_continue]")
    desk.fill("#id_username", "chefin")
    desk.fill("#id_password", "richtig-geheim")
    desk.click("button[type=submit]")
    desk.wait_for_url(re.compile("/change/"))
    desk.locator("[data-local-offer]").get_by_role("button", name="Weiterschreiben").click()
    expect(desk.locator("#id_headline")).to_have_value("Neuer Titel")
    save(desk)
    article.refresh_from_db()
    assert (article.headline, "Mein Satz." in article.sections.get().body) == ("Neuer Titel", True)


def test_after_logging_in_elsewhere_the_old_window_saves(desk):
    article = build_draft("Alt")
    desk.goto(change(article))
    desk.context.clear_cookies(name="sessionid")
    desk.fill("#id_headline", "Neu")
    expect(desk.locator("#kept")).to_contain_text("Sie sind abgemeldet")
    log_in(desk.context.new_page())
    save(desk)
    article.refresh_from_db()
    assert article.headline == "Neu"


def test_while_the_server_is_away_the_browser_keeps_it(open_context):
    desk, article = open_context().new_page(), build_draft("Alt")  # its console complains, as it should
    build_editor()
    log_in(desk)
    desk.goto(change(article))
    desk.route("**/draft/", lambda route: route.fulfill(status=503, body="away"))
    desk.fill("#id_headline", "Ohne Netz")
    expect(desk.locator("#kept")).to_contain_text("in diesem Browser gesichert")
    desk.unroute("**/draft/")
    assert "Ohne Netz" not in str(WorkingDraft.objects.values_list("fields"))
    assert desk.evaluate("Object.values(localStorage).some(text => text.includes('Ohne+Netz'))")


def test_what_was_refused_is_in_the_form_and_not_offered_beside_it(desk):
    desk.goto(ADD)
    desk.fill("#id_kicker", "Am Ufer")
    kept(desk)
    desk.click("button[name=_continue]")
    expect(desk.get_by_text("Dieses Feld ist zwingend erforderlich.")).to_be_visible()
    expect(desk.locator("#id_kicker")).to_have_value("Am Ufer")
    assert desk.locator(".newsroom-notice").count() == 0


def test_once_saved_the_browser_keeps_no_copy(desk):
    desk.goto(ADD)
    desk.fill("#id_headline", "Fertig")
    save(desk)
    expect(desk.locator("#id_headline")).to_have_value("Fertig")
    desk.wait_for_function("Object.keys(localStorage).every(name => !name.startsWith('newsroom-draft'))")
    assert desk.locator(".newsroom-notice").count() == 0


def test_two_texts_are_brought_together(desk, open_context):
    article = build_draft("Alt", sections=[("A", "<p>a</p>"), ("B", "<p>b</p>")])
    save_change(article, editor=None, at=NOW)
    colleague = open_context().new_page()
    build_editor("kollegin")
    log_in(colleague, "kollegin")
    for page in (desk, colleague):
        page.goto(change(article))
    write(colleague, 0, "Ihr")
    save(colleague)
    write(desk, 0, "Mein")
    desk.fill("#id_kicker", "Dach")
    desk.click("button[name=_continue]")
    desk.get_by_role("radio", name="beide, meiner zuerst").check()
    desk.get_by_role("button", name="Zusammenführen und speichern").click()
    desk.wait_for_url(re.compile("/change/"))
    expect(desk.locator("#id_kicker")).to_have_value("Dach")
    assert article.sections.first().body == "<p>aMein</p><p>aIhr</p>"


def test_who_else_is_here_is_shown(desk, open_context):
    article = build_draft("Alt")
    build_editor("kollegin")
    other = open_context().new_page()
    log_in(other, "kollegin")
    other.goto(change(article))
    other.wait_for_timeout(500)
    desk.goto(change(article))
    expect(desk.locator("#company")).to_contain_text("kollegin")
    assert Editor.objects.count() == 2


def test_sections_are_moved_by_keyboard(desk):
    article = build_draft(sections=[("A", "<p>a</p>"), ("B", "<p>b</p>"), ("C", "<p>c</p>")])
    desk.goto(change(article))
    desk.locator("#id_sections-0-heading").focus()
    desk.keyboard.press("Alt+ArrowDown")
    assert headings(desk) == ["B", "A", "C"]
    assert desk.evaluate("document.activeElement.id") == "id_sections-0-heading"
    desk.locator(".newsroom-tool--up").nth(2).press("Enter")
    assert headings(desk) == ["B", "C", "A"]
    save(desk)
    assert [section.heading for section in article.sections.all()] == ["B", "C", "A"]


def test_sections_are_moved_by_drag(desk):
    article = build_draft(sections=[("A", "<p>a</p>"), ("B", "<p>b</p>")])
    desk.goto(change(article))
    handles = desk.locator("#sections-data .form-group.original .cursor-move")
    handles.nth(1).scroll_into_view_if_needed()
    (start, end) = (handles.nth(number).bounding_box() for number in (1, 0))
    desk.mouse.move(start["x"] + 10, start["y"] + 10)
    desk.mouse.down()
    for step in range(1, 21):
        desk.mouse.move(start["x"] + 10, start["y"] + (end["y"] - start["y"]) * step / 20)
    desk.mouse.up()
    expect(desk.locator("#id_sections-1-position")).to_have_value("0")
    save(desk)
    assert [section.heading for section in article.sections.all()] == ["B", "A"]


def test_a_section_is_split_at_the_cursor(desk):
    article = build_draft(sections=[("A", "<p>eins</p><p>zwei</p>"), ("B", "<p>b</p>")])
    desk.goto(change(article))
    desk.locator(".tiptap.ProseMirror:visible").first.get_by_text("zwei").click()
    desk.keyboard.press("Home")
    desk.locator(".newsroom-tool--split").first.click()
    expect(desk.locator(".tiptap.ProseMirror:visible").nth(1)).to_have_text("zwei")
    save(desk)
    bodies = [section.body for section in article.sections.all()]
    assert bodies == ["<p>eins</p>", "<p>zwei</p>", "<p>b</p>"]


def test_a_section_is_joined_with_the_next(desk):
    article = build_draft(sections=[("A", "<p>eins</p>"), ("B", "<p>zwei</p>")])
    desk.goto(change(article))
    desk.locator(".newsroom-tool--join").first.click()
    expect(desk.locator(".tiptap.ProseMirror:visible").first).to_contain_text("zwei")
    save(desk)
    assert [section.body for section in article.sections.all()] == ["<p>eins</p><h3>B</h3><p>zwei</p>"]


def test_a_new_section_set_aside_comes_back_and_others_keep_their_text(desk):
    desk.goto(ADD)
    desk.fill("#id_headline", "Neu")
    for number in (1, 2):
        desk.get_by_text("Abschnitt hinzufügen").click()
        desk.fill(f"#id_sections-{number}-heading", f"Teil {number}")
    desk.locator("#sections-data .form-group:not(.empty-form) .delete-template").nth(1).click()
    assert headings(desk) == ["", "Teil 2"]
    desk.get_by_role("button", name="Rückgängig").click()
    assert headings(desk) == ["", "Teil 1", "Teil 2"]


def test_headline_and_standfirst_are_counted(desk):
    desk.goto(ADD)
    desk.fill("#id_headline", "Brücke")
    expect(desk.locator("#id_headline_count")).to_have_text("6 Zeichen")
    desk.fill("#id_standfirst", "x" * 301)
    expect(desk.locator("#id_standfirst_count")).to_contain_text("in Listen wird gekürzt")
