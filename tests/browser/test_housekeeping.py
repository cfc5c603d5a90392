"""Keeping house at the desk: tags become one and two again, seen by the reader; a chronology is ordered by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Tag, TopicEntry
from tests.browser.test_writing import log_in
from tests.builders import build_article, build_desk, build_editor, build_tag, build_topic
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page):
    build_editor()
    log_in(page)
    return page


@pytest.fixture
def tags():
    kept, gone = build_tag("Wald"), build_tag("Wälder")
    for headline, name in (("Borkenkäfer", "Wald"), ("Kahlschlag", "Wald"), ("Aufforstung", "Wälder")):
        build_article(headline, tags=[name])
    index_now()
    return kept, gone


@pytest.fixture
def topic():
    topic = build_topic("Brückenbau")
    for place, line in enumerate(("Riss", "Sperrung", "Neubau")):
        TopicEntry.objects.create(topic=topic, line=line, date=f"202{place}-01-01", position=place)
    return topic


def lines(page):
    return page.locator("#entries-data > .form-group:not(.empty-form) input[name$=-line]").evaluate_all(
        "fields => fields.map((field) => field.value)"
    )


def test_two_tags_are_merged_and_the_reader_sees_one_and_then_two_again(desk, tags):
    desk.goto("/admin/articles/tag/tidy/")
    desk.get_by_role("link", name="Zusammenführen …").click()
    expect(desk.get_by_text("„Wald“ hat jetzt 2 Artikel, danach 3: 1 kommen dazu.")).to_be_visible()
    desk.get_by_role("button", name="Zusammenführen").click()
    desk.wait_for_url(re.compile(r"/change/"))
    desk.goto("/tags/waelder/")
    expect(desk).to_have_url(re.compile("/tags/wald/$"))
    expect(desk.get_by_role("link", name="Aufforstung")).to_be_visible()
    desk.goto("/admin/articles/mergerecord/")
    desk.get_by_role("link", name="Wälder").click()
    desk.get_by_role("link", name="Zurücknehmen …").click()
    desk.get_by_role("button", name="Zurücknehmen").click()
    expect(desk.get_by_text("„Wälder“ ist wieder da.")).to_be_visible()
    desk.goto("/tags/waelder/")
    expect(desk.get_by_role("link", name="Aufforstung")).to_be_visible()
    expect(desk.get_by_role("link", name="Kahlschlag")).to_have_count(0)


def test_two_that_are_not_one_are_not_asked_about_again(desk, tags):
    desk.goto("/admin/articles/tag/tidy/")
    desk.get_by_role("button", name="Nicht dasselbe").click()
    expect(desk.get_by_text("Hier ist nichts aufzuräumen.")).to_be_visible()


def test_all_articles_of_a_page_are_filed_otherwise(desk, tags):
    desk.goto(f"/admin/articles/tag/{tags[0].pk}/split/")
    desk.get_by_label("Alle auf dieser Seite").check()
    desk.locator(".select2-search__field").last.click()
    desk.keyboard.type("Forst,")
    desk.get_by_role("button", name="Anders ablegen").click()
    expect(desk.get_by_text("2 Artikel anders abgelegt.")).to_be_visible()
    assert Tag.objects.get(name="Forst").filings.count() == 2


def test_a_chronology_is_ordered_by_keyboard(desk, topic):
    desk.goto(f"/admin/articles/topic/{topic.pk}/change/")
    desk.locator("#id_entries-2-line").focus()
    desk.keyboard.press("Alt+ArrowUp")
    desk.keyboard.press("Alt+ArrowUp")
    assert lines(desk) == ["Neubau", "Riss", "Sperrung"]
    expect(desk.locator("#id_entries-2-line")).to_be_focused()
    desk.locator("#entries-group").get_by_role("button", name="Nach unten").nth(1).click()
    desk.click("button[name=_continue]")
    desk.wait_for_url("**/change/")
    assert [entry.line for entry in topic.entries.all()] == ["Neubau", "Sperrung", "Riss"]


def test_an_entry_is_added_and_moved_to_the_front(desk, topic):
    desk.goto(f"/admin/articles/topic/{topic.pk}/change/")
    desk.get_by_text("Eintrag der Chronik hinzufügen").click()
    desk.fill("#id_entries-3-when", "März 2019")
    desk.fill("#id_entries-3-line", "Gutachten")
    for _time in range(3):
        desk.keyboard.press("Alt+ArrowUp")
    desk.click("button[name=_continue]")
    desk.wait_for_url("**/change/")
    assert [entry.when for entry in topic.entries.all()][:2] == ["März 2019", "1. Januar 2020"]


def test_what_a_rule_finds_is_shown_while_it_is_made(desk, topic):
    build_article("Kurswechsel", desk=build_desk("Politik"))
    index_now()
    desk.goto(f"/admin/articles/topic/{topic.pk}/change/")
    expect(desk.locator("#found")).to_contain_text("0 Artikel")
    desk.locator(".field-desks .select2-search__field").click()
    desk.keyboard.type("Poli")
    desk.locator(".select2-results__option", has_text="Politik").click()
    expect(desk.locator("#found")).to_contain_text("Kurswechsel")
