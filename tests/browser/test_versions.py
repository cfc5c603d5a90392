"""Former versions in a browser: read what changed, at the desk compare two and take the old text back."""

import pytest

from articles.models import Article
from tests.builders import NOW, build_editor
from tests.editorial.living import DAY, build_corrected, saved

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THEMES = [(360, "light"), (1280, "light"), (1280, "dark")]
PAGES = ["versions/", "versions/1/", "versions/1/diff/3/"]
DESK = ["", "1/", "compare/?old=1&new=3", "1/restore/", "1/name/", "1/redact/"]
OF_UNFOLD = {"landmark-one-main", "region"}
"""What axe finds on each page that is Unfold's own: its frame has no landmark for the content."""


@pytest.fixture(autouse=True)
def article(transactional_db):
    built = build_corrected(headline="Die Brücke", slug="bruecke")
    return saved(built, NOW + 2 * DAY, headline="Die neue Brücke")


def log_in(page):
    build_editor()
    page.goto("/admin/")
    page.fill("#id_username", "chefin")
    page.fill("#id_password", "richtig-geheim")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def test_a_reader_finds_what_was_corrected(page, article):
    page.goto(article.get_absolute_url())
    page.get_by_role("link", name="Was geändert wurde").click()
    assert page.locator("del:text-is('Elf')").is_visible()
    assert page.locator("ins:text-is('Zwölf')").is_visible()
    page.get_by_role("link", name="Fassung 1").first.click()
    assert page.get_by_text("Sie ist nicht die aktuelle.").is_visible()
    assert page.get_by_text("Elf Pfeiler").is_visible()


def test_a_day_leads_to_its_version(page, article):
    page.goto(f"{article.get_absolute_url()}versions/")
    page.fill("#on_", "2024-11-05")
    page.get_by_role("button", name="Zeigen").click()
    page.wait_for_url("**/versions/1/")
    assert page.get_by_text("Elf Pfeiler").is_visible()


@pytest.mark.parametrize(("width", "scheme"), THEMES)
def test_the_pages_of_versions_are_accessible(open_context, axe_findings, article, width, scheme):
    page = open_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    for address in (*(article.get_absolute_url() + below for below in PAGES), "/corrections/"):
        page.goto(address)
        assert axe_findings(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_an_editor_compares_and_takes_the_old_text_back(page, article):
    log_in(page).goto(f"/admin/articles/article/{article.pk}/history/")
    page.get_by_label("Fassung 1 als alte").check()
    page.get_by_label("Fassung 2 als neue").check()
    page.get_by_role("button", name="Ausgewählte vergleichen").click()
    assert page.locator("del:text-is('Elf')").is_visible()
    page.get_by_role("link", name="Fassung 1").click()
    page.get_by_role("link", name="Nur diesen Abschnitt übernehmen").click()
    page.get_by_role("button", name="Änderung veröffentlichen").click()
    page.wait_for_url("**/history/")
    now = Article.objects.get()
    assert (now.headline, now.sections.get().body) == ("Die neue Brücke", "<p>Elf Pfeiler tragen die Brücke.</p>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_pages_are_accessible_but_for_unfold(open_context, axe_findings, article, scheme):
    page = log_in(open_context(color_scheme=scheme).new_page())
    for below in DESK:
        page.goto(f"/admin/articles/article/{article.pk}/history/{below}")
        ours = [found for found in axe_findings(page) if found.partition(":")[0] not in OF_UNFOLD]
        assert ours == [], below
