"""An editor's day: an article goes live as the clock passes, is corrected, and all of it by keyboard alone."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localtime
from playwright.sync_api import Page, expect

from articles.editorial.save import save_change
from articles.models import Article
from articles.vocabulary import Status
from tests.browser.test_writing import log_in
from tests.builders import NOW, build_article, build_draft, build_editor, build_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page):
    build_editor()
    log_in(page)
    return page


def address(article):
    return f"/admin/articles/article/{article.pk}/change/"


def test_a_planned_article_goes_live_as_the_clock_passes(desk):
    """Planned by the hour, and then moved near: a test has no hour."""
    article = build_draft("Speicher am See")
    desk.goto(address(article))
    desk.get_by_role("link", name="Einplanen").click()
    desk.fill("#id_when", localtime(timezone.now() + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"))
    desk.check("[name=overrule]")  # it has no tag and no desk
    desk.get_by_role("button", name="Einplanen").click()
    desk.wait_for_url("**/change/")
    when = timezone.now() + timedelta(seconds=4)
    Article.objects.filter(published_at__gt=timezone.now()).update(published_at=when)
    article.refresh_from_db()
    reader = desk.context.browser.new_page(base_url=desk.url.partition("/admin/")[0])
    assert reader.goto(article.get_absolute_url()).status == 404
    time.sleep(max((when - timezone.now()).total_seconds(), 0) + 0.2)
    assert reader.goto(article.get_absolute_url()).status == 200
    assert reader.locator("h1").inner_text() == "Speicher am See"
    reader.close()


def test_a_correction_is_seen_with_the_version_before(desk):
    article = build_article(body="<p>Elf Pfeiler.</p>")
    save_change(article, editor=None, at=NOW)
    article.sections.update(body="<p>Zwölf Pfeiler.</p>")
    save_change(article, editor=None, at=timezone.now())
    desk.goto(address(article))
    desk.get_by_role("link", name="Berichtigen").click()
    desk.fill("#id_note", "Es sind zwölf Pfeiler, nicht elf.")
    desk.get_by_role("button", name="Berichtigen").click()
    desk.wait_for_url("**/change/")
    desk.goto(article.get_absolute_url())
    expect(desk.get_by_text("Es sind zwölf Pfeiler, nicht elf.").first).to_be_visible()
    desk.goto(f"{article.get_absolute_url()}versions/1/")
    expect(desk.get_by_text("Elf Pfeiler.")).to_be_visible()


def tab_to(page: Page, found: str) -> None:
    """With the tabulator, as somebody without a mouse gets there."""
    for _ in range(150):
        if page.evaluate("found => document.activeElement?.matches(found) ?? false", found):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no tabulator leads to {found}")


def press(page: Page, found: str, there: str) -> None:
    tab_to(page, found)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(there))


def test_writing_and_tagging_by_keyboard(desk):
    build_tag("Energie", "Strom")
    desk.goto("/admin/articles/article/add/")
    tab_to(desk, "#id_headline")
    desk.keyboard.type("Speicher am See")
    tab_to(desk, ".ProseMirror")
    desk.keyboard.type("Elf Millionen.")
    tab_to(desk, "#id_tags ~ .select2-container .select2-search__field")
    desk.keyboard.type("Stro")
    expect(desk.get_by_text("Energie (Strom)")).to_be_visible()
    desk.keyboard.press("Enter")
    press(desk, "[name=_continue]", "/change/")
    article = Article.objects.get()
    assert (article.headline, article.sections.get().body) == ("Speicher am See", "<p>Elf Millionen.</p>")
    assert [tag.name for tag in article.tags.all()] == ["Energie"]


def test_publishing_and_correcting_by_keyboard(desk):
    article = build_draft("Speicher am See", tags=["Energie"])
    desk.goto(address(article))
    press(desk, "a[href*='/do/publish/']", "/do/publish/")
    tab_to(desk, "[name=overrule]")
    desk.keyboard.press("Space")
    press(desk, "main button[type=submit], .newsroom-ask button[type=submit]", "/change/")
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED
    press(desk, "a[href*='/do/correct/']", "/do/correct/")
    tab_to(desk, "#id_note")
    desk.keyboard.type("Der Ort stimmt jetzt.")
    press(desk, ".newsroom-ask button[type=submit]", "/change/")
    assert article.versions.exclude(correction="").get().correction_note == "Der Ort stimmt jetzt."
