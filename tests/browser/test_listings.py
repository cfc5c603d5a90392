"""The pages that list articles, in every theme and width: nothing for axe, nothing to scroll sideways to."""

import re
from datetime import date, timedelta

import pytest

from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_tag, build_topic
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TAGS = ["/tags/", "/tags/?order=count", "/tags/?order=rise", "/tags/?q=gibtsnicht", "/tags/energie/"]
PLACES = ["/topics/", "/topics/die-wende/", "/desks/politik/", "/authors/", "/authors/?order=count"]
DATES = ["/archive/", "/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/", "/tags/energie/?from=1950&to=1951"]
PAGES = [*TAGS, *PLACES, "/authors/karl-voss/", *DATES]
THEMES = [(320, "dark"), (768, "dark"), (1280, "light")]


@pytest.fixture(autouse=True)
def archive(transactional_db):
    desk = build_desk("Politik")
    build_desk("Rathaus", parent=desk)
    values = {"people": [build_person("Anna Berg")], "authors": [build_author("Karl Voss")], "desk": desk}
    for days in range(0, 120, 8):
        tags = ["Energie", "Netz"] if days < 30 else ["Energie"]
        article = build_article(f"Die Wende {days}", tags=tags, published_at=NOW - timedelta(days=days), **values)
    topic = build_topic("Die Wende", tags=[build_tag("Wende"), *article.tags.all()], intro="<p>Wie alles begann.</p>")
    topic.entries.create(date=date(2024, 1, 1), line="Der Beschluss")
    topic.pins.create(article=article)
    index_now()


@pytest.mark.parametrize(("width", "scheme"), THEMES)
def test_pages_fit_and_axe_finds_nothing(open_context, axe_findings, width, scheme):
    page = open_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert axe_findings(page) == [], address


def test_from_all_years_to_a_day_without_javascript_by_keyboard(open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto("/archive/")
    for name in ("2024", "November", "5"):
        page.locator("main").get_by_role("link", name=re.compile(rf"^{name}\b")).first.focus()
        page.keyboard.press("Enter")
        page.wait_for_load_state()
    assert page.locator("h1").text_content() == "Dienstag, 5. November 2024"
