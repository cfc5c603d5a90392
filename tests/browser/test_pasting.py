"""What is copied from Word, Google Docs and web pages comes out as an article can hold it."""

import pytest

from articles.models import Article
from tests.browser.clipboards import GOOGLE_DOCS, LISTS, OURS, WEB_PAGE, WORD
from tests.browser.test_writing import log_in, save
from tests.builders import build_editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIST = "<ul><li><p>Der Beton</p></li><li><p>Das Wasser</p></li></ul>"
REPORT = '<a href="https://example.org/?utm_source=brief&amp;id=7">im Bericht</a>'
PASTE = """(text, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def pasted(page):
    """Pastes, saves, and gives what is stored."""
    build_editor()
    log_in(page)

    def paste(html):
        page.goto("/admin/articles/article/add/")
        page.fill("#id_headline", "Speicher am See")
        text = page.locator(".tiptap.ProseMirror:visible").first
        text.click()
        text.evaluate(PASTE, html)
        save(page)
        return Article.objects.get().sections.get().body

    return paste


def plain(html):
    """The house writes list items without paragraphs."""
    return html.replace("<li><p>", "<li>").replace("</p></li>", "</li>")


def test_from_word(pasted):
    first = "<p><strong>Elf</strong> Millionen kostet der <em>Speicher</em>.</p>"
    assert plain(pasted(WORD)) == plain(f"{first}{LIST}<p>Mehr {REPORT}.</p>")


def test_from_google_docs(pasted):
    first = "<p>Elf Millionen kostet <strong>der Speicher</strong> <em>am See</em>.</p>"
    assert plain(pasted(GOOGLE_DOCS)) == plain(f"{first}<h3>Die Kosten</h3>{LIST}<p>Mehr {REPORT}.</p>")


def test_from_a_web_page(pasted):
    """What runs there is dropped before it is read: the page's policy would complain in the console."""
    text = "<h3>Der Speicher</h3><p>Elf <strong>Millionen</strong> kostet er.</p><p>Ein Bild</p>"
    text += "<p>Noch ein <em>Satz</em>.</p><p>Beton | 4</p><p>Wasser | 7</p>"
    quote = "<blockquote><p>Es wird teurer.</p></blockquote>"
    assert pasted(WEB_PAGE) == f"{text}{quote}<p>Klick {REPORT}</p>"


def test_lists_within_lists_and_numbers_of_word(pasted):
    inner = "<ul><li>Kies</li></ul>"
    assert plain(pasted(LISTS)) == f"<ol><li>Beton{inner}</li><li>Wasser</li></ol><p>Dann.</p><ul><li>Ende</li></ul>"


def test_what_the_editor_copied_itself_is_left_alone(pasted):
    assert pasted(OURS) == "<p>Zehn &nbsp;Euro</p>"
