"""What templates say of the paper itself."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.utils import translation

from articles.templatetags import paper
from tests.builders import NOW, build_desk


def test_names_say_their_language_only_on_a_page_in_another():
    assert paper.house_lang() == ""
    with translation.override("en"):
        assert paper.house_lang() == ' lang="de"'


def test_a_printed_page_says_where_it_was_read_with_its_filters(settings):
    settings.SITE_URL = "https://archiv.example"
    request = RequestFactory().get("/en/search/?q=Br%C3%BCcke&page=2")
    assert paper.printed_address({"request": request}) == "https://archiv.example/en/search/?q=Br%C3%BCcke&page=2"


def test_a_printed_page_says_of_which_day_it_is():
    assert paper.printed_day({"at": NOW}) == "5. November 2024"


@pytest.mark.parametrize(("headline", "hanging"), [("„Wir bleiben“", True), ("Wir „bleiben“", False), ("", False)])
def test_only_a_quotation_mark_at_the_beginning_hangs(headline, hanging):
    assert paper.hangs(headline) is hanging


@pytest.mark.django_db
def test_the_menu_has_the_top_of_the_tree():
    politics = build_desk("Politik")
    build_desk("Rathaus", parent=politics)
    assert paper.desks_in_print({}) == [politics]
