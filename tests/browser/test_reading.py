"""A reader with a question: searches, opens a hit, finds the passage; on a phone, in the dark, without JavaScript."""

import re

import pytest

from articles.editorial.withdraw import withdraw
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_editor,
    build_person,
    build_tag,
    build_topic,
)
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/",
    "/2024/11/05/bruecke/",
    "/2024/11/05/bruecke/?q=Pfeiler",
    "/2024/11/05/weg/",
    "/desks/lokales/",
    "/tags/",
    "/tags/verkehr/",
    "/topics/",
    "/topics/die-bruecke/",
    "/people/",
    "/people/anna-berg/",
    "/authors/",
    "/authors/karl-voss/",
    "/archive/",
    "/archive/2024/",
    "/archive/2024/11/",
    "/archive/2024/11/05/",
    "/search/?q=Pfeiler",
    "/search/?q=Einhorn",
    "/gibt-es-nicht/",
    "/en/search/?q=Pfeiler",
]
THEMES = [(320, "light"), (1280, "dark")]


@pytest.fixture(autouse=True)
def archive(transactional_db):
    """One article with everything, a page of others, a withdrawn one; all of it in the index."""
    desk, tag, person = build_desk("Lokales"), build_tag("Verkehr", "Mobilität"), build_person("Anna Berg")
    sections = [
        (heading, f"<p>{heading}: Ein Pfeiler trägt die Last.</p>") for heading in ("Lage", "Kosten", "Ausblick")
    ]
    common = {"desk": desk, "tags": ["Verkehr"], "authors": [build_author("Karl Voss")]}
    build_article("Die Brücke", slug="bruecke", sections=sections, people=[person], **common)
    for number in range(25):
        build_article(f"Vom Fluss {number}", desk=desk, tags=["Verkehr"])
    gone = build_article("Zurückgezogenes", slug="weg")
    withdraw(gone, editor=None, at=NOW, reason="Verwechslung", notice="Die Angaben waren falsch.")
    build_topic("Die Brücke", tags=[tag])
    index_now()


def test_a_question_leads_to_the_passage(page):
    page.goto("/")
    page.get_by_role("combobox").first.fill("Pfeiler Kosten")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q=Pfeiler"))
    page.get_by_role("link", name="Die Brücke").first.click()
    page.wait_for_url(re.compile(r"/2024/11/05/bruecke/\?q="))
    assert "Pfeiler" in page.locator("mark").all_inner_texts()


def test_the_keyboard_alone_reaches_the_content(page):
    page.goto("/2024/11/05/bruecke/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash.length > 1")


def test_filters_work_without_javascript(open_context):
    page = open_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}).new_page()
    page.goto("/search/?q=Fluss")
    page.locator('input[name="tag"][value="verkehr"]').check()
    page.get_by_role("button", name="Anwenden").click()
    assert "tag=verkehr" in page.url
    assert "25" in page.locator("main").inner_text()


def test_the_second_page_is_reached_by_a_link(page):
    page.goto("/desks/lokales/")
    page.get_by_role("link", name="Seite 2", exact=True).click()
    page.wait_for_url("**page=2**")
    assert page.locator("main article, main li h2, main h2, main h3").count() > 0


@pytest.mark.parametrize(("width", "theme"), THEMES)
def test_axe_finds_nothing_on_any_page(open_context, axe_findings, width, theme):
    page = open_context(viewport={"width": width, "height": 800}, color_scheme=theme).new_page()
    found = {}
    for address in PAGES:
        page.goto(address)
        found[address] = axe_findings(page)
    assert {address: lines for address, lines in found.items() if lines} == {}


@pytest.mark.parametrize("width", [320, 768, 1920])
def test_no_page_scrolls_sideways(open_context, width):
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    wide = []
    for address in PAGES:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(address)
    assert wide == []


@pytest.mark.parametrize("width", [360, 1280])
def test_many_desks_do_not_widen_the_page(open_context, width):
    for number in range(20):
        build_desk(f"Ein Ressort mit der Nummer {number}")
    page = open_context(viewport={"width": width, "height": 900}).new_page()
    page.goto("/")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_name_of_the_paper_does_not_break_beside_the_search(open_context):
    page = open_context(viewport={"width": 768, "height": 900}).new_page()
    page.goto("/")
    page.locator(".masthead__name a").evaluate("name => { name.textContent = 'Marlenstedter Bote' }")
    assert page.locator(".masthead__name").bounding_box()["height"] < 60


def test_no_page_complains_in_the_console(page):
    for address in PAGES:
        if "gibt-es-nicht" not in address and "weg" not in address:
            page.goto(address)
    assert page.title()


def test_what_an_editor_saves_is_found_at_once(page):
    build_editor()
    page.goto("/admin/")
    page.fill("#id_username", "chefin")
    page.fill("#id_password", "richtig-geheim")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Die Brücke").first.click()
    page.fill("#id_headline", "Das Viadukt")
    page.click("button[name=_continue]")
    page.wait_for_load_state("networkidle")
    page.goto("/search/?q=Viadukt")
    assert page.get_by_role("link", name="Das Viadukt").count() == 1
