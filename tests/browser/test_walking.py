"""Readers with a question walk the site: from page to page by what each page offers, never by a typed address."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.test_people import NAMES
from tests.builders import NOW, build_article, build_desk, build_mention, build_person, build_tag, build_topic
from tests.editorial.living import build_corrected
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SECTIONS = [("Lage", "<p>Der Rat berät.</p>" * 20), ("Kosten", "<p>Ein Pfeiler kostet zwei Millionen.</p>")]
PHONE = {"java_script_enabled": False, "viewport": {"width": 360, "height": 780}, "color_scheme": "dark"}


@pytest.fixture(autouse=True)
def archive(transactional_db):
    """A story of three articles: the decision, the crack (corrected later, naming two people), the closing."""
    desk, tag = build_desk("Lokales"), build_tag("Brücke")
    common = {"desk": desk, "tags": ["Brücke"]}
    decision = build_article(
        "Der Beschluss", slug="beschluss", sections=SECTIONS, published_at=NOW - timedelta(40), **common
    )
    crack = build_corrected(headline="Der Riss", slug="riss", published_at=NOW - timedelta(1), **common)
    for number, name in enumerate(NAMES[:2]):
        build_mention(crack, build_person(name), start=number, end=number + 4, surface=name)
    build_article("Die Sperrung", slug="sperrung", published_at=NOW - timedelta(hours=2), **common)
    topic = build_topic("Die Brücke", tags=[tag], intro="<p>Wie alles kam.</p>")
    for article, line in ((decision, "Der Rat beschließt den Bau"), (crack, "Ein Riss wird gefunden")):
        topic.entries.create(article=article, line=line, date=article.published_on)
    topic.entries.create(line="Die erste Zählung der Wagen", date=date(2023, 3, 1))
    index_now()


@pytest.fixture
def reader(open_context):
    context = open_context(viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"])
    return context.new_page()


def follow(page, name: str, *, inside: str = "main") -> None:
    page.locator(inside).get_by_role("link", name=re.compile(rf"^{name}")).first.click()
    page.wait_for_load_state()


def heading(page) -> Locator:
    return page.locator("h1")


def test_what_did_a_pillar_cost_and_how_do_i_cite_it(reader):
    reader.goto("/")
    reader.get_by_role("combobox").first.fill("Pfeiler Millionen")
    reader.keyboard.press("Enter")
    reader.wait_for_url(re.compile("/search/"))
    follow(reader, "Der Beschluss")
    expect(reader.locator("mark", has_text="Pfeiler").first).to_be_in_viewport()
    assert reader.url.endswith("#abschnitt-2")
    reader.locator(".cite__one", has_text="APA").get_by_role("button", name="Kopieren").click()
    expect(reader.locator("#copied_")).to_have_text("Kopiert")
    copied = reader.evaluate("navigator.clipboard.readText()")
    assert "Der Beschluss" in copied
    assert copied.endswith("/beschluss/")


def test_what_has_she_to_do_with_him_and_what_was_said_first(reader):
    reader.goto("/")
    follow(reader, "Personen", inside=".masthead")
    follow(reader, "Anna Berg")
    follow(reader, "1 Artikel mit Karl Voss", inside=".companions")
    expect(heading(reader)).to_have_text("Anna Berg und Karl Voss")
    follow(reader, "Der Riss")
    expect(reader.locator(".corrections")).to_contain_text("Es sind zwölf.")
    follow(reader, "Was geändert wurde")
    expect(reader.locator("del", has_text="Elf")).to_be_visible()
    follow(reader, "Fassung 1")
    expect(reader.locator(".prose")).to_contain_text("Elf Pfeiler tragen die Brücke.")


def test_how_did_it_come_to_this(reader):
    reader.goto("/")
    follow(reader, "Themen", inside=".masthead")
    follow(reader, "Die Brücke")
    dates = reader.locator(".chronology time").evaluate_all("all => all.map(one => one.dateTime)")
    assert dates == ["2023-03-01", "2024-09-26", "2024-11-04"]
    follow(reader, "Ein Riss wird gefunden", inside=".chronology")
    follow(reader, "Der Beschluss", inside=".article__side")
    expect(heading(reader)).to_have_text("Der Beschluss")
    expect(reader.locator(".article__side").get_by_role("link", name="Der Riss")).to_be_visible()


def test_what_stood_in_the_paper_that_day(reader):
    reader.goto("/")
    follow(reader, "Nach Datum", inside=".masthead")
    reader.locator(".years").get_by_role("link", name=re.compile("^September")).click()
    expect(heading(reader)).to_have_text("September 2024")
    follow(reader, "26")
    expect(heading(reader)).to_have_text("Donnerstag, 26. September 2024")
    follow(reader, ".*4. November 2024", inside=".steps")
    follow(reader, "Der Riss")
    expect(heading(reader)).to_have_text("Der Riss")


def test_on_the_way_with_a_phone_and_without_javascript(open_context):
    page = open_context(**PHONE).new_page()
    page.goto("/")
    follow(page, "Suche", inside=".masthead")
    page.locator("main input[type=search]").first.fill("Pfeiler")
    page.locator("main").get_by_role("button", name="Suchen").first.click()
    follow(page, "Eingrenzen")
    page.locator('input[name="tag"][value="bruecke"]').check()
    page.get_by_role("button", name="Anwenden").click()
    page.wait_for_url(re.compile("tag=bruecke"))
    follow(page, "Der Beschluss")
    follow(page, "zur ersten", inside=".marks")
    expect(page.locator("mark").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["viewport"]["width"]


def test_the_keyboard_alone_gets_to_the_passage(reader):
    reader.goto("/")
    reader.keyboard.press("Tab")
    expect(reader.locator(".skip-link")).to_be_focused()
    reader.locator("#masthead_q").focus()
    reader.keyboard.type("Pfeiler kostet")
    reader.keyboard.press("Enter")
    reader.wait_for_url(re.compile("/search/"))
    reader.get_by_role("link", name="Der Beschluss").focus()
    reader.keyboard.press("Enter")
    reader.wait_for_url(re.compile("/beschluss/"))
    reader.locator("#marks_next_").focus()
    reader.keyboard.press("Enter")
    expect(reader.locator("mark.is-current")).to_be_in_viewport()
