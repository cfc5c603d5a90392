"""An editor at work: writes in the rich editor, adds a section, tags, publishes. The page's policy allows all of it."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Tag
from tests.builders import build_editor, build_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page):
    build_editor()
    log_in(page)
    page.goto("/admin/articles/article/add/")
    page.fill("#id_headline", "Speicher am See")
    return page


def log_in(page, name="chefin"):
    page.goto("/admin/")
    page.fill("#id_username", name)
    page.fill("#id_password", "richtig-geheim")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def write(page, place, text):
    page.locator(".tiptap.ProseMirror:visible").nth(place).click()
    page.keyboard.type(text)


def save(page):
    page.click("button[name=_continue]")
    page.wait_for_url("**/change/")


def test_two_sections_are_written(desk):
    write(desk, 0, "Erster Absatz.")
    desk.get_by_text("Abschnitt hinzufügen").click()
    desk.fill("#id_sections-1-heading", "Die Kosten")
    write(desk, 1, "Elf Millionen.")
    save(desk)
    bodies = list(Article.objects.get().sections.values_list("anchor", "body"))
    assert bodies == [("abschnitt-1", "<p>Erster Absatz.</p>"), ("die-kosten", "<p>Elf Millionen.</p>")]


def test_tags_are_chosen_and_made(desk):
    build_tag("Energie", "Strom")
    desk.locator(".select2-search__field").first.click()
    desk.keyboard.type("Stro")
    desk.get_by_text("Energie (Strom)").click()
    desk.keyboard.type("Speicherbau,")
    save(desk)
    assert set(Article.objects.get().tags.all()) == set(Tag.objects.filter(name__in=["Energie", "Speicherbau"]))


def test_a_tag_that_is_there_comes_before_a_new_one(desk):
    build_tag("Kommunalpolitik")
    desk.locator(".select2-search__field").first.click()
    desk.keyboard.type("Kommunal")
    desk.get_by_text("Kommunal – neu anlegen").wait_for()
    desk.keyboard.press("Enter")
    save(desk)
    assert [tag.name for tag in Article.objects.get().tags.all()] == ["Kommunalpolitik"]


def test_on_a_telephone_the_form_is_not_scrolled_sideways(desk):
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.locator(".newsroom-submit").wait_for()
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_draft_is_published_and_seen(desk):
    write(desk, 0, "Erster Absatz.")
    save(desk)
    desk.get_by_role("link", name="Veröffentlichen").click()
    desk.get_by_label("Trotz dieser Hinweise").check()
    desk.get_by_role("button", name="Veröffentlichen").click()
    desk.wait_for_url("**/change/")
    desk.goto(Article.objects.get().get_absolute_url())
    assert desk.locator("h1").inner_text() == "Speicher am See"


def test_the_menu_of_the_text_speaks_the_language_of_the_page(desk):
    write(desk, 0, "Die Kosten")
    desk.locator(".prose-menubar__selected:visible").first.click()
    expect(desk.locator(".prose-menubar__option:visible")).to_have_text(["Zwischentitel", "Absatz"])
    desk.get_by_role("button", name="Zwischentitel").last.click()
    desk.keyboard.press("Control+a")
    desk.get_by_role("button", name="fett").first.click()
    desk.get_by_role("button", name="Link setzen").first.click()
    expect(desk.get_by_role("heading", name="Link bearbeiten")).to_be_visible()
    desk.get_by_role("button", name="Abbrechen").last.click()
    save(desk)
    assert Article.objects.get().sections.get().body == "<h3><strong>Die Kosten</strong></h3>"
