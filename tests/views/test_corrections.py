"""What the paper had to correct: the page, its feeds, and what may not be in them."""

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from articles.editorial.correct import correct
from articles.editorial.withdraw import withdraw
from articles.vocabulary import CorrectionKind
from tests.builders import NOW, build_article
from tests.editorial.living import DAY, build_corrected
from tests.views.looking import links_of, text_of

pytestmark = pytest.mark.django_db
HERE = "/corrections/"


def build_many(count):
    for number in range(count):
        at = NOW + timedelta(hours=number)
        correct(build_article(), CorrectionKind.EDITORS_NOTE, f"Hinweis {number}.", editor=None, at=at)


def test_it_says_what_when_and_where(client):
    article = build_corrected(headline="Die Brücke")
    said = text_of(client.get(HERE))
    for text in ("Korrektur", "Es sind zwölf.", "Die Brücke", "6. November 2024"):
        assert text in said
    assert f"{article.get_absolute_url()}versions/2/diff/" in links_of(client.get(HERE))


def test_the_newest_is_first(client):
    build_many(2)
    said = text_of(client.get(HERE))
    assert said.index("Hinweis 1.") < said.index("Hinweis 0.")


def test_nothing_to_correct_is_said(client):
    assert "nichts zu berichtigen" in text_of(client.get(HERE))


def test_it_goes_on_over_the_page(client):
    build_many(31)
    assert "?page=2" in links_of(client.get(HERE))
    assert "Hinweis 0." in text_of(client.get(f"{HERE}?page=2"))


@pytest.mark.parametrize("page", ["2", "999999999", "9" * 30])
def test_a_page_too_far_is_not_found(client, page):
    assert client.get(f"{HERE}?page={page}").status_code == 404
    assert client.get(f"{HERE}feed.atom?page={page}").status_code == 404


def test_what_was_withdrawn_or_held_back_is_not_listed(client):
    withdraw(build_corrected(), editor=None, at=NOW + 2 * DAY, reason="Verwechslung")
    build_corrected(embargoed_until=NOW + 9999 * DAY)
    assert "zwölf" not in text_of(client.get(HERE))
    assert "zwölf" not in client.get(f"{HERE}feed.json").content.decode()


def test_notes_are_escaped(client):
    correct(build_article(), CorrectionKind.CORRECTION, "<b>fett</b>", editor=None, at=NOW)
    assert "<b>fett" not in client.get(HERE).content.decode()
    assert "<b>fett" not in json.loads(client.get(f"{HERE}feed.json").content)["items"][0]["content_html"]


def test_the_feed_leads_to_the_version_that_corrected(client):
    article = build_corrected(headline="Die Brücke")
    item = json.loads(client.get(f"{HERE}feed.json").content)["items"][0]
    assert item["title"] == "Korrektur: Die Brücke"
    assert item["url"] == f"http://testserver{article.get_absolute_url()}versions/2/"
    assert item["date_published"] == "2024-11-06T12:00:00Z"


def test_the_feed_has_pages(client):
    build_many(31)
    atom = ET.fromstring(client.get(f"{HERE}feed.atom").content)
    ways = {link.get("rel"): link.get("href") for link in atom.findall("{http://www.w3.org/2005/Atom}link")}
    assert ways["next"] == f"http://testserver{HERE}feed.atom?page=2"
    assert ways["alternate"] == f"http://testserver{HERE}"
    assert len(list(atom.iter("{http://www.w3.org/2005/Atom}entry"))) == 30


def test_the_footer_leads_there(client):
    assert HERE in links_of(client.get("/"))


@pytest.mark.parametrize(("address", "most"), [(HERE, 6), (f"{HERE}feed.atom", 1), (f"{HERE}feed.json?page=1", 1)])
def test_more_notes_need_no_more_queries(client, count_queries, address, most):
    build_many(3)
    few = count_queries(address)
    build_many(25)
    assert count_queries(address) == few <= most
