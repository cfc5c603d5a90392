"""A reader's visit: opens a page with nothing remembered, reads it to the end, then uses what there is to use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from articles.bench.vitals.chromium import PATIENCE, Line, Traffic
from articles.bench.vitals.weight import Weight, weighed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

OBSERVER = Path(__file__).with_name("observe.js")
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 120)))"
"""The next picture is drawn, and what was noted of it is told."""
WORDS = "Ener"
LEAST = 16.0
"""What a browser measures of an answer: below this it says nothing."""


@dataclass(frozen=True)
class Screen:
    name: str
    width: int
    height: int


@dataclass(frozen=True)
class Visit:
    """Milliseconds until the largest part was drawn, share of the screen that moved, milliseconds of the slowest answer
    to a key or a click."""

    largest: float
    moved: float
    slowest: float
    weight: Weight


def visit(browser: Browser, address: str, screen: Screen, line: Line) -> Visit:
    viewport = {"width": screen.width, "height": screen.height}
    context = browser.new_context(viewport=viewport, locale="de-DE")
    context.set_default_timeout(PATIENCE)
    try:
        page = context.new_page()
        page.add_init_script(path=OBSERVER)
        line.apply(page)
        traffic = Traffic(page)
        page.goto(address, wait_until="networkidle")
        largest = page.evaluate("observed.largest")  # no more of it is told after the first key
        _read(page)
        weight = weighed(traffic.files())
        _use(page)
        return Visit(largest, page.evaluate("observed.moved"), max(LEAST, page.evaluate("observed.slowest")), weight)
    finally:
        context.close()


def _read(page: Page) -> None:
    for _ in range(4):
        page.mouse.wheel(0, 1500)
        page.evaluate(SETTLED)
    page.wait_for_load_state("networkidle")


def _use(page: Page) -> None:
    """By key and by pointer: from link to link, words into the search with its suggestions, what folds out, a filter, a
    place further down."""
    for _ in range(3):
        _press(page, "Tab")
    for box in _shown(page, "input[data-suggest]"):
        _search(page, box)
    for fold in [*_shown(page, "main summary"), *_shown(page, "main input[type=checkbox]")]:
        fold.click()
        page.evaluate(SETTLED)
    for link in _shown(page, "main a[href^='#']"):
        link.press("Enter")
        page.evaluate(SETTLED)


def _search(page: Page, box: Locator) -> None:
    box.click()
    for letter in WORDS:
        _press(page, letter)
    page.wait_for_load_state("networkidle")
    for key in ("ArrowDown", "ArrowDown", "Escape"):
        _press(page, key)


def _press(page: Page, key: str) -> None:
    page.keyboard.press(key)
    page.evaluate(SETTLED)


def _shown(page: Page, selector: str, most: int = 2) -> list[Locator]:
    return [one for one in page.locator(selector).all() if one.is_visible()][:most]
