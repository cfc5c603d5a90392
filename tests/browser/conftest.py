"""A real Chromium against a live server; what the page complains of in its console fails the test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

# Playwright's own event loop runs in this thread; Django's tests touch the database from it all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
ARGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.fail("No Chromium on the PATH: apt install chromium, or name it in CHROMIUM.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_context(browser: Browser, live_server):
    """Opens browser contexts (`java_script_enabled`, `color_scheme`, `viewport` …) on the live server."""
    opened: list[BrowserContext] = []

    def open_one(**options) -> BrowserContext:
        context = browser.new_context(**{"base_url": live_server.url, "locale": "de-DE", **options})
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def page(open_context) -> Iterator[Page]:
    complaints: list[str] = []
    page = open_context().new_page()
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


@pytest.fixture
def axe_findings():
    """`axe_findings(page)`: what axe finds on it, a line each."""

    def run(page: Page) -> list[str]:
        # `preload` would ask for imported styles under wrong names; what can be tapped is measured only if asked
        answer = Axe().run(page, options={"preload": False, "rules": {"target-size": {"enabled": True}}})
        found = answer.response["violations"]
        return [f"{item['id']}: {node['target']} {node['html'][:120]}" for item in found for node in item["nodes"]]

    return run
