"""A researcher at the search page: chooses filters by keyboard, drills into the years, steps through the marks; and all
of it without JavaScript."""

import re
from datetime import timedelta

import pytest

from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_tag, build_topic
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/search/?q=Pfeiler",
    "/search/?q=Pfeiler&tag=verkehr&year=2024&from=2024-11&to=2024-11",
    "/search/?q=Einhorn&tag=verkehr",
    "/search/?facet=tag&q=Pfeiler",
    "/2024/11/05/bruecke/?q=Pfeiler#abschnitt-2",
]
THEMES = [(360, "light"), (1280, "light"), (360, "dark"), (1280, "dark")]


@pytest.fixture(autouse=True)
def archive(transactional_db):
    """Articles of three years and two tags; one with the word in each of its sections."""
    desk, tag = build_desk("Lokales"), build_tag("Verkehr")
    sections = [
        (heading, "<p>Ein Pfeiler trägt die Last.</p>" + "<p>Text.</p>" * 30) for heading in ("Eins", "Zwei", "Drei")
    ]
    common = {"desk": desk, "authors": [build_author()], "people": [build_person()]}
    build_article("Die Brücke", slug="bruecke", sections=sections, tags=["Verkehr"], **common)
    for number in range(12):
        build_article(
            f"Pfeiler {number}", published_at=NOW - timedelta(days=70 * number), tags=[f"Tag {number}", "Bau"]
        )
    build_topic("Die Brücke", tags=[tag])
    index_now()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def any_page(request, open_context):
    return open_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 900}).new_page()


@pytest.fixture
def plain_page(open_context):
    return open_context(java_script_enabled=False).new_page()


def found(page) -> str:
    return page.locator(".list-head__count strong").inner_text()


def test_several_values_are_chosen_by_keyboard(any_page):
    any_page.goto("/search/?q=Pfeiler")
    for value in ("verkehr", "tag-3"):
        any_page.locator(f'input[name="tag"][value="{value}"]').focus()
        any_page.keyboard.press("Space")
    any_page.keyboard.press("Enter")
    any_page.wait_for_url(re.compile("tag=verkehr"))
    assert "tag=tag-3" in any_page.url
    assert found(any_page) == "2 Artikel"


def test_a_filter_is_taken_away_by_its_chip(any_page):
    any_page.goto("/search/?q=Pfeiler&tag=verkehr&tag=bau")
    any_page.get_by_role("link", name="Filter aufheben: Bau").click()
    assert found(any_page) == "1 Artikel"


def test_what_is_folded_away_can_be_chosen(any_page):
    any_page.goto("/search/?q=Pfeiler")
    any_page.locator(".facet__more summary", has_text="Schlagwort").click()
    any_page.locator(".facet__more input[name=tag]").last.check()
    any_page.get_by_role("button", name="Anwenden").click()
    assert found(any_page) == "1 Artikel"


def bar(page, name: str):
    return page.locator(".chart__drawing").get_by_role("link", name=re.compile(name))


def test_the_bars_lead_from_years_to_days_and_back(any_page):
    any_page.goto("/search/?q=Pfeiler")
    bar(any_page, "^2024:").focus()
    any_page.keyboard.press("Enter")
    any_page.wait_for_url(re.compile("from=2024&"))
    bar(any_page, "^November 2024:").click()
    any_page.wait_for_url(re.compile("from=2024-11&"))
    bar(any_page, "^5. November 2024:").click()
    any_page.wait_for_url(re.compile("from=2024-11-05"))
    assert found(any_page) == "2 Artikel"
    for step in ("November 2024", "2024", "Alle Jahre"):
        any_page.get_by_role("navigation", name="Zeitraum weiten").get_by_role("link", name=step, exact=True).click()
    assert found(any_page) == "13 Artikel"


def test_the_table_behind_the_chart_has_the_same_links(any_page):
    any_page.goto("/search/?q=Pfeiler")
    any_page.get_by_text("Als Tabelle").click()
    any_page.get_by_role("row", name="2023").get_by_role("link").click()
    assert "from=2023&to=2023" in any_page.url


def test_the_order_is_a_link(any_page):
    any_page.goto("/search/?q=Pfeiler")
    any_page.get_by_role("link", name="Älteste").click()
    assert any_page.locator(".row__headline").first.inner_text() == "Pfeiler 11"


def place(page) -> str:
    return page.locator("#marks_place_").inner_text()


def test_the_marks_are_stepped_through_by_keyboard(page):
    page.goto("/2024/11/05/bruecke/?q=Pfeiler")
    page.get_by_role("button", name="nächste").focus()
    page.keyboard.press("Enter")
    assert place(page) == "1 von 3"
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.closest('section').id") == "abschnitt-3"
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert (place(page), page.locator("#marks_said_").inner_text()) == ("3 von 3", "3 von 3")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "marks_next_"


def test_stepping_begins_at_the_section_the_hit_led_to(page):
    page.goto("/2024/11/05/bruecke/?q=Pfeiler#abschnitt-2")
    page.get_by_role("button", name="nächste").click()
    assert place(page) == "2 von 3"
    assert page.locator("mark.is-current").bounding_box()["y"] > 50


def test_marks_are_switched_off_and_stepping_brings_them_back(page):
    page.goto("/2024/11/05/bruecke/?q=Pfeiler")
    plain = "getComputedStyle(document.querySelector('.article mark')).backgroundImage"
    page.get_by_role("button", name="Markierungen ausblenden").click()
    assert page.evaluate(plain) == "none"
    page.get_by_role("button", name="nächste").click()
    assert page.evaluate(plain) != "none"


def test_without_javascript_there_are_links_instead(plain_page):
    plain_page.goto("/2024/11/05/bruecke/?q=Pfeiler")
    assert "3 Fundstellen" in plain_page.locator("#marks_").inner_text()
    assert plain_page.locator("#marks_ button:visible").count() == 0
    plain_page.get_by_role("link", name="zur ersten").click()
    assert plain_page.url.endswith("#abschnitt-1")
    plain_page.get_by_role("link", name="ohne Markierungen").click()
    assert plain_page.locator("mark").count() == 0


@pytest.mark.parametrize(("width", "theme"), THEMES)
def test_axe_finds_nothing(open_context, axe_findings, width, theme):
    page = open_context(viewport={"width": width, "height": 800}, color_scheme=theme).new_page()
    found = {}
    for address in PAGES:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found[address] = axe_findings(page)
    assert {address: lines for address, lines in found.items() if lines} == {}


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_scrolls_sideways(open_context, width):
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    for address in PAGES:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address


def test_marks_are_seen_on_paper(page):
    page.goto("/2024/11/05/bruecke/?q=Pfeiler")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('mark')).textDecorationLine") == "underline"
    assert not page.locator("#marks_").is_visible()
