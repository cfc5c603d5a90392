"""What axe finds on every page of the admin, in both themes: nothing of ours, and of Unfold's what FOREIGN lists."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page

from articles.bench.desk import admin_pages
from articles.editorial.save import save_change
from articles.models import Article, ImportRun, SearchSynonym, WorkingDraft
from articles.vocabulary import ImportKind, MentionStatus, Reason, Verb
from tests.browser.test_writing import log_in
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_draft,
    build_editor,
    build_mention,
    build_person,
    build_tag,
    build_topic,
)
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIGHT, DARK = "light", "dark"
BOTH = (LIGHT, DARK)

FOREIGN: dict[tuple[str, str], tuple[str, ...]] = {
    ("landmark-one-main", "html"): BOTH,
    ("region", "body *"): BOTH,
    ("empty-table-header", "th"): BOTH,
    ("list", ".select2-selection__rendered"): BOTH,
    ("aria-prohibited-attr", ".selector .help-tooltip"): BOTH,
    ("color-contrast", ".selector-filter input"): (LIGHT,),
    ("color-contrast", ".select2-search__field"): (DARK,),
}
"""Rule and selector of what Unfold, Django's widgets and select2 do, and in which theme it is seen."""


@pytest.fixture
def archive(transactional_db):
    """Something on every page."""
    editor, person, desk = build_editor(), build_person("Anna Berg"), build_desk()
    build_author(editor=editor), build_topic(), build_tag("Energie", "Strom")
    article = build_article(desk=desk, people=[person], body="<p>Da kam Anna Berg mit Kai Neu.</p>", tags=["Energie"])
    save_change(article, editor=editor, at=NOW, verb=Verb.CREATED)
    article.sections.update(body="<p>Da kam Anna Berg mit Kai Neu. Sie sprach.</p>")
    save_change(article, editor=editor, at=timezone.now())
    place = {"start": 21, "end": 28, "surface": "Kai Neu", "why": Reason.NEW_GIVEN, "score": 0.7}
    build_mention(article, None, suggested_name="Kai Neu", status=MentionStatus.SUGGESTED, **place)
    save_change(build_draft(), editor=editor, at=NOW, verb=Verb.CREATED)
    build_article("Morgen", published_at=timezone.now().replace(year=2099))
    SearchSynonym.objects.create(name="Wort").names.create(name="Anderes")
    failures = [("a.txt", 3, "leer")]
    ImportRun.objects.create(
        kind=ImportKind.ARTICLES, source="dpa", began_at=timezone.now(), failed=1, failures=failures
    )
    WorkingDraft.objects.create(
        article=article, editor=editor, key="1" * 32, fields={"headline": ["x"]}, saved_at=NOW, base_version=2
    )
    index_now()


def addresses():
    """One of each kind; the same list with another filter is the same page."""
    kinds = (page for page in admin_pages(timezone.now()) if page.paths and "," not in page.name)
    found = [page.paths[0] for page in kinds if not page.name.startswith("typing")]
    there = f"/admin/articles/article/{Article.objects.get(headline='Brücke gesperrt').pk}/"
    found += [f"{there}history/compare/?old=1&new=2", f"{there}history/1/", f"{there}history/1/restore/"]
    draft = Article.objects.get(status="draft").pk
    return [*found, f"{there}draft/{'1' * 32}/compare/", f"/admin/articles/article/{draft}/delete/"]


def findings(page: Page) -> Iterator[tuple[str, str]]:
    """Rule and the element's own selector, as axe writes it."""
    for item in Axe().run(page).response["violations"]:
        yield from ((item["id"], node["target"][0]) for node in item["nodes"])


def sorted_out(page: Page, seen: set[tuple[str, str]]) -> list[str]:
    """What is nobody else's; whose the rest is, is noted in `seen`."""
    ours = []
    for rule, target in findings(page):
        known = [key for key in FOREIGN if key[0] == rule and page.evaluate(MATCHES, [target, key[1]])]
        seen.update(known)
        ours += [] if known else [f"{page.url}: {rule}: {target}"]
    return ours


MATCHES = "([target, selector]) => document.querySelector(target)?.matches(selector) ?? false"


@pytest.mark.parametrize("scheme", BOTH)
def test_axe_finds_what_is_listed_and_nothing_else(open_context, archive, scheme):
    page = open_context(color_scheme=scheme, viewport={"width": 1280, "height": 800}).new_page()
    page.goto("/admin/login/")
    seen: set[tuple[str, str]] = set()
    ours = sorted_out(page, seen)
    log_in(page)
    for path in addresses():
        assert page.goto(path).status == 200, path
        ours += sorted_out(page, seen)
    assert not ours, "\n".join(ours)
    assert seen == {key for key, schemes in FOREIGN.items() if scheme in schemes}
