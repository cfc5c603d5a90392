"""The pages that list articles, in every theme and width: nothing for axe, nothing to scroll sideways to."""

import re
from datetime import date, timedelta

import pytest

from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_tag, build_topic
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TAGS = ["/tags/", "/tags/?order=count", "/tags/?order=rise", "/tags/?q=gibtsnicht", "/tags/energie/"]
PLACES = ["/topics/", "/topics/die-wende/", "/desks/politik/", "/authors/", "/authors/?order=count"]
DATES = ["/archive/", "/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/", "/tags/energie/?from=1950&to=1951"]
PAGES = [*TAGS, *PLACES, "/authors/karl-voss/", *DATES]
THEMES = [(320, "dark"), (768, "dark"), (1280, "light")]


@pytest.fixture(autouse=True)
def archive(transactional_db):
    desk = build_desk("Politik")
    build_desk("Rathaus", parent=desk)
    values = {"people": [build_person("Anna Berg")], "authors": [build_author("Karl Voss")], "desk": desk}
    for days in range(0, 120, 8):
        tags = ["Energie", "Netz"] if days < 30 else ["Energie"]
        article = build_article(f"Die Wende {days}", tags=tags, published_at=NOW - timedelta(days=days), **values)
    topic = build_topic("Die Wende", tags=[build_tag("Wende"), *article.tags.all()], intro="<p>Wie alles begann.</p>")
    topic.entries.create(date=date(2024, 1, 1), line="Der Beschluss")
    topic.pins.create(article=article)
    index_now()


@pytest.mark.parametrize(("width", "scheme"), THEMES)
def test_pages_fit_and_axe_finds_nothing(open_context, axe_findings, width, scheme):
    page = open_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert axe_findings(page) == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_more_contrast_and_a_finger(open_context, axe_findings, scheme):
    asked = {"contrast": "more", "color_scheme": scheme, "has_touch": True, "is_mobile": True}
    page = open_context(viewport={"width": 360, "height": 740}, **asked).new_page()
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert axe_findings(page) == [], address


def test_a_finger_has_room_for_every_letter_and_filter(open_context):
    page = open_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True).new_page()
    page.goto("/tags/energie/")
    assert min(box.bounding_box()["height"] for box in page.locator(".facet__choice label:visible").all()) >= 44
    page.goto("/tags/")
    assert min(box.bounding_box()["width"] for box in page.locator(".letters a").all()) >= 44


def test_on_a_phone_a_year_is_twelve_months_to_choose_from(open_context):
    page = open_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto("/archive/2024/")
    assert not page.locator(".heat table").filter(visible=True).count()
    assert page.locator(".list-head").bounding_box()["y"] < 900
    page.locator(".heat").get_by_role("link", name="November").click()
    assert page.locator("h1").text_content() == "November 2024"


def test_a_month_without_articles_is_no_link(page):
    page.goto("/archive/2024/")
    months = page.locator(".heat--year h2")
    assert (months.count(), months.get_by_role("link").count()) == (12, 5)


def test_where_colours_are_the_readers_own_a_fuller_day_has_a_thicker_line(open_context):
    page = open_context(forced_colors="active").new_page()
    page.goto("/archive/2024/")
    key = page.locator(".heat__key span")
    widths = key.evaluate_all("all => all.map(one => getComputedStyle(one).borderTopWidth)")
    assert widths == ["1px", "2px", "3px", "4px"]


def test_the_keyboard_leaps_to_the_list_and_to_its_filters(page):
    page.goto("/tags/energie/")
    page.get_by_role("link", name="Zur Liste").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#list_') !== null")
    jump = page.locator(".list-head__jump")
    jump.focus()
    assert jump.bounding_box()["height"] >= 24


@pytest.mark.parametrize("address", ["/tags/energie/?desk=politik", "/archive/2024/", "/en/topics/die-wende/"])
def test_on_paper_a_list_has_its_day_and_address(page, live_server, address):
    page.goto(address)
    printed = page.locator(".printed")
    assert not printed.is_visible()
    page.emulate_media(media="print")
    assert printed.inner_text().splitlines()[0] == live_server.url + address
    assert page.locator("h1").is_visible()


def test_from_all_years_to_a_day_without_javascript_by_keyboard(open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto("/archive/")
    for name in ("2024", "November", "5"):
        page.locator("main").get_by_role("link", name=re.compile(rf"^{name}\b")).first.focus()
        page.keyboard.press("Enter")
        page.wait_for_load_state()
    assert page.locator("h1").text_content() == "Dienstag, 5. November 2024"
