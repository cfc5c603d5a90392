"""The look of the paper: the front page, an article, what went wrong; in both themes, on any screen, with the
keyboard, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_topic
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = "/2024/11/05/bruecke/"
PAGES = ["/", ARTICLE, "/2024/11/05/bruecken/", "/en/"]
LONG = "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselverwahrungsordnung"


@pytest.fixture(autouse=True)
def archive(transactional_db):
    """An article with everything a page can have, and its neighbours in a story."""
    desk, person = build_desk("Lokales"), build_person("Anna Berg")
    text = "<p>Ein Pfeiler trägt die Last.</p>" * 9
    sections = [(f"{name} {LONG}", text) for name in ("Lage", "Geld", "Zeit")]
    filed = {"desk": desk, "tags": ["Verkehr"], "authors": [build_author("Karl Voss")], "people": [person]}
    for number in range(9):
        build_article(f"Vom Fluss {number} {LONG}", kicker="Am Ufer", standfirst="Wasser.", **filed)
    words = {"headline": "Die Brücke", "kicker": "Aus dem Rat", "standfirst": f"Der Rat und die {LONG}."}
    build_article(slug="bruecke", sections=sections, published_at=NOW, **words, **filed)
    build_topic("Brücken", people=[person])
    index_now()


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_context, axe_findings, address, scheme):
    page = open_context(color_scheme=scheme, viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    assert axe_findings(page) == []


@pytest.mark.parametrize("address", PAGES)
def test_at_320_pixels_or_400_per_cent_nothing_is_scrolled_sideways(open_context, axe_findings, address):
    page = open_context(viewport={"width": 320, "height": 256}).new_page()
    page.goto(address)
    assert overflow(page) == 0
    assert axe_findings(page) == []


def test_on_the_widest_screen_a_line_keeps_its_measure(open_context):
    page = open_context(viewport={"width": 1920, "height": 1000}).new_page()
    page.goto(ARTICLE)
    assert overflow(page) == 0
    em = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize)")
    assert 30 * em <= page.locator(".prose section p").first.bounding_box()["width"] <= 35 * em


def test_the_link_to_a_section_is_copied(open_context, live_server):
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{ARTICLE}?q=Pfeiler")
    page.locator("h2 .anchor").first.click()
    expect(page.locator("#copied_")).to_have_text("Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{live_server.url}{ARTICLE}#abschnitt-1"


def test_a_citation_is_copied_with_the_keyboard(open_context):
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(ARTICLE)
    page.get_by_role("button", name="Kopieren", exact=True).nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#copied_")).to_have_text("Kopiert")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Voss, K. (2024, 5. November). Die Brücke.")


def test_without_javascript_no_button_promises_what_it_cannot_do(open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto(ARTICLE)
    assert page.locator("button:visible").all_inner_texts() == ["Suchen"]
    assert page.get_by_text("Voss, K. (2024, 5. November)").is_visible()


def test_the_citation_files_are_downloaded(page):
    page.goto(ARTICLE)
    with page.expect_download() as download:
        page.get_by_role("link", name="BibTeX").click()
    assert download.value.suggested_filename == "bruecke.bib"


def test_the_keyboard_reaches_the_text_first_and_shows_where_it_is(page):
    page.goto(ARTICLE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = "getComputedStyle(document.activeElement)"
    assert page.evaluate(f"document.activeElement.closest('main') && {focused}.outlineStyle") == "solid"


def test_the_contents_stay_in_sight(open_context):
    page = open_context(viewport={"width": 1280, "height": 700}).new_page()
    page.goto(f"{ARTICLE}#abschnitt-3")
    expect(page.locator(".contents")).to_be_in_viewport()


def test_on_a_phone_the_contents_are_folded_above_the_text(open_context):
    page = open_context(viewport={"width": 360, "height": 740}, java_script_enabled=False).new_page()
    page.goto(ARTICLE)
    assert not page.locator(".contents").is_visible()
    page.locator(".contents-folded summary").click()
    page.locator(".contents-folded").get_by_role("link").last.click()
    assert page.url.endswith("#abschnitt-3")


def test_on_paper_there_is_the_text_with_its_day_and_address(page, live_server):
    page.goto(ARTICLE)
    page.emulate_media(media="print")
    assert not page.locator(".masthead__menus, .article__side, .related, .quiet, .footer").filter(visible=True).count()
    cited = page.locator(".cite__text").first
    assert cited.is_visible()
    assert f"5. November 2024. {live_server.url}{ARTICLE}" in cited.inner_text()


def test_on_paper_a_search_says_what_was_asked(page):
    page.goto("/search/?q=Pfeiler")
    assert page.locator("h1").bounding_box()["height"] == 1
    page.emulate_media(media="print")
    assert page.locator("h1").inner_text() == "Suche: Pfeiler"
    assert page.locator("h1").bounding_box()["height"] > 20


DRAWN = """(element, [name, value]) => {
    element.style.fontSynthesis = "none";
    const own = element.getBoundingClientRect().width;
    element.style[name] = value;
    return own !== element.getBoundingClientRect().width;
}"""


def test_kickers_have_small_capitals_and_running_text_old_figures_of_their_own(page):
    page.goto(ARTICLE)
    page.locator("main p").first.evaluate("paragraph => { paragraph.innerHTML = '<b>Aus dem Rat</b>' }")
    page.locator(".prose p").first.evaluate("paragraph => { paragraph.innerHTML = '<u>1848 und 2024</u>' }")
    page.evaluate("document.fonts.ready")
    assert page.locator(".kicker b").evaluate(DRAWN, ["fontVariantCaps", "normal"])
    assert page.locator(".prose u").evaluate(DRAWN, ["fontVariantNumeric", "lining-nums proportional-nums"])


def test_a_headline_that_is_quoted_hangs_by_its_mark(page):
    build_article("„Wir bleiben“", slug="wir-bleiben", published_at=NOW)
    page.goto("/2024/11/05/wir-bleiben/")
    assert page.locator("h1").evaluate("headline => parseFloat(getComputedStyle(headline).textIndent)") < 0
    page.goto(ARTICLE)
    assert page.locator("h1").evaluate("headline => getComputedStyle(headline).textIndent") == "0px"


def test_nothing_moves_when_the_font_comes(open_context):
    page = open_context(viewport={"width": 360, "height": 780}).new_page()
    page.route("**/*.woff2", lambda route: (page.wait_for_timeout(400), route.continue_()))
    page.goto(ARTICLE)
    page.wait_for_timeout(600)
    moved = """new Promise((done) => new PerformanceObserver((list) =>
        done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
        .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done(0), 300))"""
    assert page.evaluate(moved) <= 0.02


def test_a_page_waits_for_one_stylesheet_and_asks_for_little(page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ARTICLE)
    page.wait_for_load_state("networkidle")
    assert page.locator("link[rel=stylesheet]").count() == 1
    assert len([url for url in asked if not url.endswith(".css")]) <= 7
