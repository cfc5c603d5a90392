"""A reader follows a name: from the text to the person, to whom they are named with, to what two share."""

import re

import pytest

from articles.models import Person
from tests.builders import build_article, build_mention, build_person, build_topic
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMES = ("Anna Berg", "Karl Voss", "Ida Alt", "Kim Neu")
BODY = "<p>Es kamen Anna Berg, Karl Voss, Ida Alt und Kim Neu. Danach sprach Anna Berg.</p>"
PERSON, PAIR = "/people/anna-berg/", "/people/anna-berg/with/karl-voss/"
PAGES = ["/people/", "/people/?q=ber", PERSON, f"{PERSON}?year=2024", PAIR, f"/en{PAIR}", "/2024/11/05/treffen/?q=Berg"]
THEMES = [(320, "light"), (360, "dark"), (768, "light"), (1280, "dark")]


@pytest.fixture(autouse=True)
def archive(transactional_db):
    people = [build_person(name, description="Im Rat.", wikidata_id=f"Q{len(name)}{n}") for n, name in enumerate(NAMES)]
    people[0].names.create(name="Анна Берг")
    for number in range(3):
        slug = "treffen" if number == 0 else f"treffen-{number}"
        article = build_article(f"Das Treffen {number}", slug=slug, body=BODY, tags=["Energie"])
        text = article.sections.first().plain
        for person in people:
            start = text.index(person.name)
            build_mention(article, person, start=start, end=start + len(person.name), surface=person.name)
    build_topic("Energiewende", tags=article.tags.all())
    index_now()


def test_a_name_in_the_text_leads_to_its_page(page):
    page.goto("/2024/11/05/treffen/")
    links = page.locator(".article__text a.person")
    assert links.all_text_contents() == list(NAMES)
    links.first.click()
    page.wait_for_url(re.compile(f"{PERSON}$"))
    assert page.locator(".row__quote strong").first.text_content() == "Anna Berg"


def test_the_drawing_leads_to_what_two_share(page):
    page.goto(PERSON)
    page.locator(".network").get_by_role("link", name="Karl Voss").click()
    page.wait_for_url(re.compile(f"{PAIR}$"))
    assert page.locator(".row__quote").count() == 3
    assert page.locator(".row__quote").first.locator("strong").all_text_contents() == ["Anna Berg", "Karl Voss"]


def test_the_drawing_is_reached_by_keyboard(page):
    page.goto(PERSON)
    page.locator(".network a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/with/"))
    assert page.locator(".row__quote").count() > 0


def test_the_data_block_is_there_and_no_policy_minds(page):
    """What the policy refuses would stand in the console, and fail."""
    page.goto(PERSON)
    said = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
    [data] = [thing for thing in said["@graph"] if thing["@type"] == "Person"]
    assert data["sameAs"] == ["https://www.wikidata.org/wiki/Q90"]
    assert data["alternateName"] == ["Анна Берг"]


def test_somebody_is_found_without_javascript(open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto("/people/")
    page.get_by_placeholder("Name, auch in anderer Schreibung").fill("Анна")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?q="))
    assert page.locator(".names__list a").all_text_contents() == ["Anna Berg"]


def test_a_long_office_does_not_widen_a_narrow_page(open_context):
    for slug in ("anna-berg", "karl-voss"):
        Person.objects.get(slug=slug).roles.create(title="Betriebsratsgesamtvorsitzende")
    page = open_context(viewport={"width": 320, "height": 800}).new_page()
    for address in (PERSON, PAIR):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, address


@pytest.mark.parametrize(("width", "scheme"), THEMES)
def test_pages_fit_and_axe_finds_nothing(open_context, axe_findings, width, scheme):
    page = open_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert axe_findings(page) == [], address
