"""Takes the pictures of docs/editing.md from a running demo, by doing what they show. It writes and publishes, so give
it a demo that nobody needs. To take them again:

    make demo
    .venv/bin/python docs/make-pictures.py http://127.0.0.1:8000 var
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).parent / "img"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
SIZE = {"width": 1360, "height": 800}
MOST_BYTES = 120_000
LIST = "/admin/articles/article/"
COPY = ".tiptap.ProseMirror:visible"


class Desk:
    """One member of the newsroom before a screen."""

    def __init__(self, page: Page):
        self.page = page

    def open(self, address: str) -> Desk:
        self.page.goto(address, wait_until="networkidle")
        return self

    def keep(self, name: str, top: int = 0, height: int = SIZE["height"]) -> None:
        """In 128 colours: a desk has few, and the picture a quarter of the weight."""
        self.page.wait_for_timeout(700)  # a page that is being left, or drawn, is blank
        shot = self.page.screenshot(clip={"x": 0, "y": top, "width": SIZE["width"], "height": height})
        picture = Image.open(io.BytesIO(shot)).convert("RGB").quantize(128, dither=Image.Dither.NONE)
        path = PICTURES / f"desk-{name}.png"
        picture.save(path, optimize=True)
        if path.stat().st_size > MOST_BYTES:
            raise SystemExit(f"{path.name}: {path.stat().st_size} bytes")

    def write(self, text: str, place: int = 0) -> None:
        self.page.locator(COPY).nth(place).click()
        self.page.keyboard.press("Control+Home")
        self.page.keyboard.type(text)

    def save(self) -> None:
        self.page.click("button[name=_continue]")
        self.page.wait_for_load_state()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_timeout(700)


@contextmanager
def at_desk(browser: Browser, address: str, name: str, password: str) -> Iterator[Desk]:
    context = browser.new_context(base_url=address, locale="de-DE", timezone_id="Europe/Berlin", viewport=SIZE)
    page = context.new_page()
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", name)
    page.fill("#id_password", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    yield Desk(page)
    context.close()


def logins(folder: Path) -> dict[str, str]:
    lines = (folder / "demo-roles.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.rpartition(": ")[2].split(" / ") for line in lines)


def writing(desk: Desk) -> str:
    """A draft, its tab closed and opened again; the address of what was saved."""
    page = desk.open(f"{LIST}add/").page
    page.fill("#id_kicker", "Velmebrücke")
    page.fill("#id_headline", "Stadt rüstet die alte Brücke nach")
    page.fill("#id_standfirst", "Zwölf Pfeiler, elf Millionen Euro: was der Rat am Donnerstag beschließt.")
    desk.write("Leonie Ebeling kam zum Ortstermin. Elf Millionen Euro kostet der Umbau.")
    page.get_by_text("Zwischengesichert").wait_for()
    page.mouse.move(1200, 500)
    page.mouse.wheel(0, -2000)
    desk.keep("write")
    desk.open("/admin/").open(f"{LIST}add/").keep("kept", height=420)
    desk.press("Weiterschreiben")
    page.locator(".select2-search__field").first.click()
    page.keyboard.type("Bau")
    page.get_by_text("Bau – neu anlegen").wait_for()
    desk.keep("tags", top=360, height=440)
    page.keyboard.press("Enter")
    desk.save()
    page.wait_for_url("**/change/")
    return page.url


def deciding(desk: Desk) -> None:
    page = desk.open(f"{LIST}?people=open").page
    page.locator("#result_list .field-headline a").first.click()
    page.locator(".newsroom-card[data-open]").first.scroll_into_view_if_needed()
    page.keyboard.press("Alt+KeyP")
    page.wait_for_timeout(300)
    desk.keep("people")


def publishing(desk: Desk, address: str) -> None:
    page = desk.open(f"{LIST}add/").page
    page.fill("#id_headline", "Der Fährmann hört auf")
    desk.write("Er fährt seit 1981. Jetzt ist Schluss.")
    desk.save()
    page.get_by_role("link", name="Veröffentlichen").click()
    desk.keep("check", height=420)
    desk.open(address).page.get_by_role("link", name="Veröffentlichen").click()
    if page.locator("input[name=overrule]").count():
        page.check("input[name=overrule]")
    desk.press("Veröffentlichen")
    desk.keep("live")


def comparing(desk: Desk, address: str) -> None:
    desk.open(address).write("Heute Morgen: ")
    desk.save()
    page = desk.open(address.replace("/change/", "/history/")).page
    desk.press("Ausgewählte vergleichen")
    page.locator(".diff").wait_for()
    desk.keep("compare", height=520)


def meeting(chief: Desk, editor: Desk, address: str) -> None:
    """Two in one section."""
    for desk in (chief, editor):
        desk.open(address)
    chief.write("Am Donnerstag: ")
    chief.save()
    editor.write("Gestern Abend: ")
    editor.save()
    editor.page.get_by_text("Bitte entscheiden Sie").wait_for()
    editor.keep("two")


def tidying(desk: Desk) -> None:
    page = desk.open("/admin/articles/tag/add/").page
    page.fill("#id_name", "Energien")
    page.click("button[name=_save]")
    page.wait_for_load_state()
    desk.open("/admin/articles/tag/tidy/").page.get_by_role("link", name="Zusammenführen …").first.click()
    desk.keep("merge", height=420)


def telling(desk: Desk) -> None:
    """A topic gets its chronology."""
    page = desk.open("/admin/articles/topic/").page
    page.get_by_role("link", name="Bühne frei am Salzmarkt").click()
    page.get_by_role("link", name="Aus den Artikeln vorschlagen").click()
    page.locator("[data-all] input").check()
    desk.press("In die Chronik")
    page.locator("#entries-group").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    desk.keep("topic")


def main(address: str, folder: str) -> None:
    known = logins(Path(folder))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with (
            at_desk(browser, address, "chefin", known["chefin"]) as chief,
            at_desk(browser, address, "redakteur", known["redakteur"]) as editor,
        ):
            chief.open("/admin/").keep("today")
            mine = writing(editor)
            deciding(chief)
            editor.open(mine.replace("/change/", "/preview/")).keep("preview")
            publishing(chief, mine)
            comparing(chief, mine)
            meeting(chief, editor, mine)
            tidying(chief)
            telling(chief)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
