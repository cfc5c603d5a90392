"""The admin's pages, measured."""

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from articles.bench.desk import admin_pages, measured
from articles.bench.report import admin_markdown
from articles.errors import CannotDo
from tests.builders import NOW, build_article, build_desk, build_draft, build_editor, build_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    build_editor()
    build_article(desk=build_desk(), people=[build_person()])
    build_draft()


def test_every_list_and_every_page_with_a_form_is_asked_for(archive):
    asked = {path.partition("?")[0] for page in admin_pages(timezone.now()) for path in page.paths}
    lists = {
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in admin.site._registry
    }
    assert lists <= asked
    assert {reverse("admin:index"), reverse("admin:articles_mention_names")} <= asked


def test_each_page_answers_and_is_timed(archive, monkeypatch):
    monkeypatch.setattr("articles.bench.pages.WARM_UP", 0)
    found = measured(timezone.now(), requests=1, seconds=0)
    assert all(page["median"] > 0 and page["queries"] > 0 for page in found)
    assert len({page["name"] for page in found}) == len(found)


def test_nobody_opens_a_page_without_an_account():
    with pytest.raises(CannotDo, match="createsuperuser"):
        measured(timezone.now())


def test_the_slowest_page_stands_first():
    times = {"p95": 20.0, "requests": 9, "queries": 4}
    pages = [{"name": name, "median": median, **times} for name, median in (("quick", 2.0), ("slow", 12.4))]
    lines = admin_markdown({"articles": 5, "pages": pages}, day=NOW.date()).splitlines()
    assert lines[-2:] == ["| slow | 12 | 20 | 4 |", "| quick | 2 | 20 | 4 |"]
