"""Suggestions while typing: with the keyboard alone, with a pointer, for a screen reader, and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.builders import build_article, build_desk, build_person
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def archive(transactional_db):
    person, desk = build_person("Berta Bruck"), build_desk("Lokales")
    for number in range(3):
        build_article(f"Brücke {number}", slug=f"bruecke-{number}", people=[person], desk=desk, tags=["Brücken"])
    index_now()


def box(page: Page):
    return page.locator("input[data-suggest]:visible")


def type_in(page: Page, text: str, address: str = "/search/"):
    page.goto(address)
    box(page).press_sequentially(text)
    return box(page)


def chosen(page: Page):
    """The option a screen reader reads out."""
    return page.locator(f"#{box(page).get_attribute('aria-activedescendant')}")


@pytest.mark.parametrize("address", ["/", "/search/", "/en/search/"])
def test_typing_opens_the_list_and_says_how_many(page, address):
    typed = type_in(page, "bru", address)
    expect(typed).to_have_attribute("aria-expanded", "true")
    assert page.get_by_role("listbox").get_by_role("option").count() == 5
    assert re.search(r"5 (Vorschläge|suggestions)", page.locator(".has-suggest [role=status]:not(:empty)").inner_text())


def test_the_box_is_a_combobox_for_screen_readers(page):
    typed = type_in(page, "bru")
    expect(typed).to_have_role("combobox")
    expect(page.get_by_role("listbox")).to_have_attribute("id", typed.get_attribute("aria-controls"))
    expect(page.get_by_role("group", name="Personen")).to_contain_text("Berta Bruck")
    assert typed.get_attribute("aria-autocomplete") == "list"
    assert typed.get_attribute("aria-activedescendant") is None


def test_the_keyboard_alone_reaches_a_suggestion(page):
    typed = type_in(page, "bru")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_accessible_name("Berta Bruck 3 Artikel")
    expect(chosen(page)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_contain_text("Brücken")
    expect(typed).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tags/bruecken/")


def test_up_goes_to_the_last_and_past_the_ends_lies_the_box(page):
    typed = type_in(page, "bru")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(chosen(page)).to_contain_text("Brücke 0")
    page.keyboard.press("ArrowDown")
    assert typed.get_attribute("aria-activedescendant") is None
    assert page.locator(".suggest [aria-selected=true]").count() == 0


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "ArrowRight"])
def test_keys_that_move_in_the_words_leave_the_suggestion(page, key):
    typed = type_in(page, "bru")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert typed.get_attribute("aria-activedescendant") is None
    expect(page.get_by_role("listbox")).to_be_visible()
    assert typed.evaluate("box => box.selectionStart") == {"Home": 0, "ArrowLeft": 2}.get(key, 3)


def test_escape_closes_the_list_and_keeps_the_words_and_an_arrow_opens_it_again(page):
    typed = type_in(page, "bru")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(typed).to_have_value("bru")
    expect(typed).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()


def test_tab_closes_the_list_and_goes_on(page):
    type_in(page, "bru")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Suchen")).to_be_focused()


def test_enter_without_a_choice_searches(page):
    type_in(page, "bru")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?*q=bru*")
    assert page.locator("#id_q").input_value() == "bru"


def test_a_click_opens_what_it_hits(page):
    type_in(page, "bru")
    page.get_by_role("option", name="Brücke 1").click()
    page.wait_for_url("**/2024/11/05/bruecke-1/")
    assert page.get_by_role("heading", level=1).text_content() == "Brücke 1"


@pytest.mark.parametrize("typed", ["b", "einhorn"])
def test_one_letter_and_words_without_suggestions_open_nothing(page, typed):
    answered = []
    page.on("response", lambda response: "suggest?" in response.url and answered.append(response.url))
    type_in(page, typed)
    page.wait_for_timeout(600)
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert len(answered) == (0 if typed == "b" else 1)


def test_fast_typing_asks_once_and_for_the_last_word(page):
    asked = []
    page.on("request", lambda request: "suggest?" in request.url and asked.append(request.url))
    page.goto("/search/")
    box(page).evaluate(
        "box => { box.focus(); for (const typed of ['bru', 'bruc', 'bruck'])"
        "{ box.value = typed; box.dispatchEvent(new InputEvent('input', {bubbles: true})); } }"
    )
    expect(page.get_by_role("listbox")).to_be_visible()
    assert [address.rpartition("=")[2] for address in asked] == ["bruck"]


def test_a_late_answer_is_dropped(page):
    """The answer to "bru" comes only after "einhorn" has been answered."""
    page.add_init_script(
        "const ask = window.fetch; window.fetch = async (address, options) => {"
        "if (!address.includes('q=bru')) return ask(address, options);"
        "await new Promise((done) => setTimeout(done, 500));"
        "document.documentElement.dataset.late = ''; return ask(address); }"
    )
    typed = type_in(page, "bru")
    page.wait_for_timeout(200)
    typed.fill("einhorn")
    page.wait_for_selector("html[data-late]")
    page.wait_for_timeout(400)
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_while_a_word_is_composed_nothing_is_asked(page):
    page.goto("/search/")
    box(page).evaluate(
        "box => { box.focus(); box.value = 'bru';"
        "box.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true})); }"
    )
    page.wait_for_timeout(400)
    expect(page.get_by_role("listbox")).to_be_hidden()
    box(page).evaluate("box => box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}))")
    expect(page.get_by_role("listbox")).to_be_visible()


def test_where_asking_fails_the_form_still_works(open_context):
    page = open_context().new_page()
    page.route("**/search/suggest*", lambda route: route.abort())
    type_in(page, "bru")
    page.wait_for_timeout(400)
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?*q=bru*")
    assert page.locator("#id_q").input_value() == "bru"


def test_without_javascript_it_is_the_plain_form(open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto("/")
    assert page.get_by_role("combobox").count() == 0
    box(page).fill("Brücke")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Br*")


@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (360, "dark"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing_while_it_is_open(open_context, axe_findings, width, theme):
    page = open_context(viewport={"width": width, "height": 600}, color_scheme=theme).new_page()
    type_in(page, "bru")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert axe_findings(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize(("address", "width"), [("/", 768), ("/", 1280), ("/search/", 320), ("/search/", 1280)])
def test_the_whole_list_is_within_the_page(open_context, address, width):
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    type_in(page, "bru", address)
    expect(page.get_by_role("listbox")).to_be_visible()
    place = page.get_by_role("listbox").bounding_box()
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
