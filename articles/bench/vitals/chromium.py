"""A Chromium on a slow line and a slow processor, and what it fetches. Playwright is there for development only, so
it is imported where it is used."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from articles.bench.vitals.weight import Fetched
from articles.errors import CannotDo

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 30_000  # ms
BLOCKING = """() => performance.getEntriesByType("resource")
    .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.name)"""


@dataclass(frozen=True)
class Line:
    """Kilobits a second down and up, milliseconds until an answer begins, how many times slower the processor is."""

    down: int
    up: int
    wait: int
    slower: int

    def apply(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        conditions = {"downloadThroughput": self.down * 125, "uploadThroughput": self.up * 125, "latency": self.wait}
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", {"offline": False, **conditions})
        session.send("Emulation.setCPUThrottlingRate", {"rate": self.slower})


SLOW_4G = Line(down=1600, up=750, wait=150, slower=4)


def executable() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def missing() -> str:
    """What keeps this machine from measuring in the browser; nothing if it can."""
    if not find_spec("playwright"):
        return _("Playwright fehlt (requirements-dev.txt)")
    return "" if executable() else _("Chromium fehlt (apt install chromium, oder CHROMIUM=… nennt es)")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Raises CannotDo where it is missing."""
    if lack := missing():
        raise CannotDo(lack)
    from playwright.sync_api import sync_playwright

    unconfined = ["--no-sandbox"] if os.geteuid() == 0 else []  # its sandbox refuses root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=[*ARGUMENTS, *unconfined])
        try:
            yield browser
        finally:
            browser.close()


class Traffic:
    """What a page fetches, from now on."""

    def __init__(self, page: Page):
        self.page = page
        self.answers: dict[str, dict[str, Any]] = {}
        self.sizes: dict[str, int] = {}
        session = page.context.new_cdp_session(page)
        session.on(
            "Network.responseReceived", lambda event: self.answers.update({event["requestId"]: event["response"]})
        )
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _answered(self, event: dict[str, Any]) -> None:
        self.answers[event["requestId"]] = event["response"]

    def _finished(self, event: dict[str, Any]) -> None:
        self.sizes[event["requestId"]] = round(event["encodedDataLength"])

    def files(self) -> list[Fetched]:
        """All that came until now."""
        blocking = set(self.page.evaluate(BLOCKING))
        answers = [(self.answers[key], size) for key, size in self.sizes.items() if key in self.answers]
        return [
            Fetched(urlsplit(answer["url"]).path, answer["mimeType"], size, answer["url"] in blocking)
            for answer, size in answers
        ]
