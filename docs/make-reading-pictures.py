"""Takes the pictures of docs/reading.md from a running demo archive, and makes each small enough for a repository. It
is not part of the archive's programs; with the development packages installed, and while `make demo` runs:

    .venv/bin/python docs/make-reading-pictures.py http://127.0.0.1:8000
"""

import io
import shutil
import sys
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).parent / "img"
MOST_BYTES = 120 * 1024
SIZES = {"desktop": (1280, 900, 1.0), "phone": (390, 780, 1.5)}
"""Width, height, and pixels of the screen for one of the page."""


class Picture(NamedTuple):
    name: str
    address: str
    screen: str = "desktop"
    scheme: Literal["light", "dark"] = "light"
    follow: str = ""
    """The link on the page that leads to what is shown: the days of the demo archive move with the day it is loaded."""
    show: str = ""
    """What is scrolled to the top."""


ALL = [
    Picture("home", "/"),
    Picture("home-phone", "/", "phone", "dark"),
    Picture("search", "/search/?q=Br%C3%BCcke+Kosten"),
    Picture("search-phone", "/search/?q=Br%C3%BCcke+Kosten", "phone"),
    Picture("article", "/search/?q=Br%C3%BCcke+Millionen+Bogen", scheme="dark", follow=".row__headline a"),
    Picture("article-phone", "/topics/das-hochwasser-und-seine-folgen/", "phone", follow=".pinned a"),
    Picture("topic", "/topics/das-hochwasser-und-seine-folgen/"),
    Picture("person", "/people/karin-brandt/", scheme="dark"),
    Picture("people-phone", "/people/", "phone", "dark"),
    Picture("archive", "/archive/", follow=".years__name a"),
    Picture("changes-phone", "/corrections/", "phone", follow=".row__byline a"),
    Picture("cite", "/corrections/", follow=".row__headline a", show=".related"),
]


def main(demo: str) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for picture in ALL:
            taken = _small(_taken(chromium, demo, picture))
            (PICTURES / f"reading-{picture.name}.png").write_bytes(taken)
        chromium.close()


def _taken(chromium: Browser, demo: str, picture: Picture) -> bytes:
    width, height, dense = SIZES[picture.screen]
    page = chromium.new_page(
        base_url=demo,
        locale="de-DE",
        viewport={"width": width, "height": height},
        device_scale_factor=dense,
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page.goto(picture.address)
    _go_on(page, picture)
    page.evaluate("document.fonts.ready")
    taken = page.screenshot()
    page.close()
    return taken


def _go_on(page: Page, picture: Picture) -> None:
    if picture.follow:
        page.goto(str(page.locator(picture.follow).first.get_attribute("href")))
    if picture.show:
        page.locator(picture.show).evaluate("part => part.scrollIntoView()")


def _small(picture: bytes) -> bytes:
    """As few colours as make it small enough: a page has ink, paper and one accent."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (128, 64, 32, 16):
        saved = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(saved, "PNG", optimize=True)
        if saved.tell() <= MOST_BYTES:
            return saved.getvalue()
    raise SystemExit("A picture does not get small enough: show less of the page.")


if __name__ == "__main__":
    main(*sys.argv[1:])
