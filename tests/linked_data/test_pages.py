"""The site, the way to a page and pages with a list, as machines read them."""

import pytest

from articles.linked_data import breadcrumbs, collection, paper, website
from tests.builders import build_article
from tests.linked_data.required import lacking

SITE = "https://zeitung.example"


def test_the_site_can_be_searched():
    said = website(SITE)
    assert list(lacking(said)) == []
    assert said["potentialAction"]["target"]["urlTemplate"] == f"{SITE}/search/?q={{search_term_string}}"


def test_the_paper_has_a_name_and_a_logo(settings):
    settings.PAPER_NAME = "Der Bote"
    said = paper(SITE)
    assert list(lacking(said)) == []
    assert (said["name"], said["@id"]) == ("Der Bote", f"{SITE}/#paper")
    assert said["logo"]["url"].startswith(f"{SITE}/static/img/icon")


def test_the_way_is_numbered_and_german():
    said = breadcrumbs([("Bote", "/en/"), ("Tags", "/en/tags/")], SITE)
    assert list(lacking(said)) == []
    assert [(one["position"], one["item"]) for one in said["itemListElement"]] == [
        (1, f"{SITE}/"),
        (2, f"{SITE}/tags/"),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("count", [41, None])
def test_a_list_says_how_much_there_is_where_that_is_known(count):
    about = {"url": f"{SITE}/tags/x/", "name": "X", "description": "", "language": "de"}
    said = collection([build_article("Riss", slug="riss")], count, SITE, **about)
    assert list(lacking(said)) == []
    assert said["mainEntity"].get("numberOfItems") == count
    assert "description" not in said
    assert said["mainEntity"]["itemListElement"][0]["url"] == f"{SITE}/2024/11/05/riss/"
    assert "about" not in said
