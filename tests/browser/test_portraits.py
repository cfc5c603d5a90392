"""An editor gives a person a portrait; readers see it, and the page does not move when it comes."""

import time

import pytest

from tests.builders import build_article, build_editor, build_person
from tests.pictures.made import located

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WATCH = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value; }))
  .observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture
def person():
    person = build_person("Anna Berg", description="Im Rat.")
    build_article("Das Treffen", people=[person])
    return person


@pytest.fixture
def portrayed(page, person):
    """Uploaded in the form, as an editor does it."""
    build_editor()
    page.goto(f"/admin/login/?next=/admin/articles/person/{person.pk}/change/")
    page.get_by_label("Benutzername").fill("chefin")
    page.get_by_label("Passwort").fill("richtig-geheim")
    page.keyboard.press("Enter")
    page.locator("[name=portrait_file]").set_input_files(
        {"name": "f.jpg", "mimeType": "image/jpeg", "buffer": located(6)}
    )
    page.get_by_label("Bildnachweis").fill("Lea Alt")
    page.locator("[name=_continue]").click()
    page.locator("img[alt='Anna Berg']").wait_for()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_does_not_move_when_the_picture_comes(page, portrayed, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.route("**/portraits/**", lambda route: (time.sleep(0.5), route.continue_()))
    page.add_init_script(WATCH)
    page.goto("/people/anna-berg/", wait_until="networkidle")
    assert page.locator(".portrait__image").evaluate("image => image.naturalWidth") > 0
    assert page.evaluate("window.moved") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(page, portrayed, axe_findings, theme):
    page.emulate_media(color_scheme=theme)
    page.goto("/people/anna-berg/")
    assert axe_findings(page) == []
