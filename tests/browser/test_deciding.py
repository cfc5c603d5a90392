"""Deciding about people by keyboard: beside an article's text, and in the queue of new names."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.models import Mention, Person
from articles.vocabulary import MentionStatus, Reason
from tests.builders import build_article, build_editor, build_mention, build_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUEUE = "/admin/articles/mention/names/"


@pytest.fixture
def article():
    """With one who is known and two who are new."""
    built = build_article(body="<p>Da kamen Lea Alt, Kai Neu und Ute Jung.</p>")
    for start, name in ((9, "Lea Alt"), (18, "Kai Neu"), (30, "Ute Jung")):
        person = build_person(name) if name == "Lea Alt" else None
        place = {"start": start, "end": start + len(name), "surface": name, "score": 0.6, "why": Reason.NEW_GIVEN}
        suggested = "" if person else name
        build_mention(built, person, suggested_name=suggested, status=MentionStatus.SUGGESTED, **place)
    return built


def log_in(page):
    build_editor()
    page.goto("/admin/")
    page.fill("#id_username", "chefin")
    page.fill("#id_password", "richtig-geheim")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    return page


@pytest.fixture
def desk(page, article):
    log_in(page).goto(f"/admin/articles/article/{article.pk}/change/")
    return page


@pytest.fixture
def queue(page, article):
    log_in(page).goto(QUEUE)
    return page


def findings(page):
    """What axe finds in the part of the page that is ours."""
    found = Axe().run(page, context="[data-deciding]").response["violations"]
    ours = (item for item in found if item["id"] != "region")  # Unfold has no landmarks
    return [f"{item['id']}: {node['target']}" for item in ours for node in item["nodes"]]


def decided():
    return dict(Mention.objects.order_by("start").values_list("surface", "status"))


def save(page):
    page.click("button[name=_continue]")
    page.wait_for_url("**/change/")
    page.get_by_text("erfolgreich geändert").first.wait_for()


def test_suggestions_are_decided_by_keyboard(desk):
    desk.keyboard.press("Alt+KeyP")
    desk.keyboard.press("a")
    desk.keyboard.press("r")
    desk.keyboard.press("j")
    save(desk)
    assert decided() == {"Lea Alt": "confirmed", "Kai Neu": "rejected", "Ute Jung": "suggested"}


def test_all_suggestions_are_accepted_with_one_key(desk):
    desk.keyboard.press("Alt+KeyP")
    desk.keyboard.press("Shift+A")
    save(desk)
    assert set(decided().values()) == {"confirmed"}
    assert Person.objects.count() == 3


def test_a_letter_typed_into_a_field_decides_nothing(desk):
    desk.focus("#id_decide_from")
    desk.keyboard.type("Ara")
    assert desk.eval_on_selector_all("select[name$=-decision]", "all => all.map(one => one.value)") == ["", "", ""]


def test_the_keys_are_told(desk):
    desk.keyboard.press("Alt+KeyP")
    assert not desk.get_by_text("alle offenen annehmen").is_visible()
    desk.keyboard.press("?")
    assert desk.get_by_text("alle offenen annehmen").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_cards_can_be_used_by_all(desk, scheme):
    desk.emulate_media(color_scheme=scheme)
    desk.wait_for_load_state("load")
    assert findings(desk) == []


def test_the_queue_is_worked_off_by_keyboard(queue):
    queue.keyboard.press("Alt+KeyP")
    queue.keyboard.press("a")
    queue.get_by_text("1 Name entschieden, 1 Artikel.").wait_for()
    queue.keyboard.press("Alt+KeyP")
    queue.keyboard.press("r")
    queue.get_by_text("Keine neuen Namen.").wait_for()
    assert (decided()["Kai Neu"], decided()["Ute Jung"]) == ("confirmed", "rejected")


def test_several_names_are_ticked_and_refused(queue):
    queue.keyboard.press("Alt+KeyP")
    for key in ("x", "j", "x"):
        queue.keyboard.press(key)
    queue.get_by_role("button", name="Gewählte ablehnen").click()
    queue.get_by_text("2 Namen entschieden").wait_for()
    assert decided() == {"Lea Alt": "suggested", "Kai Neu": "rejected", "Ute Jung": "rejected"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_queue_can_be_used_by_all(queue, scheme):
    queue.emulate_media(color_scheme=scheme)
    queue.wait_for_load_state("load")
    assert findings(queue) == []
