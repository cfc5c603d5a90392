"""Names in an article's text that lead to the pages of people."""

import re

import pytest

from articles.vocabulary import MentionStatus
from tests.builders import build_article, build_mention, build_person

pytestmark = pytest.mark.django_db

TEXT = "Dort sprach Anna Berg lange. Anna Berg ging."


@pytest.fixture
def person():
    return build_person("Anna Berg")


def build(*, body=f"<p>{TEXT}</p>", **values):
    return build_article(slug="bruecke", sections=[("Lage", body), ("Anna Berg", f"<p>{TEXT}</p>")], **values)


def name(article, person, start=12, surface="Anna Berg", **values):
    return build_mention(article, person, start=start, end=start + len(surface), surface=surface, **values)


def text_shown(client, query=""):
    html = client.get(f"/2024/11/05/bruecke/{query}").content.decode()
    return re.search(r'<div class="article__text prose">(.*?)</div>', html, flags=re.S)[1]


def test_the_first_place_in_each_section_leads_to_the_person(client, person):
    article = build()
    for anchor in ("abschnitt-1", "abschnitt-2"):
        name(article, person, anchor=anchor)
        name(article, person, start=29, anchor=anchor)
    link = '<a class="person" href="/people/anna-berg/">Anna Berg</a>'
    assert text_shown(client).count(f"<p>Dort sprach {link} lange. Anna Berg ging.</p>") == 2


@pytest.mark.parametrize("status", [MentionStatus.SUGGESTED, MentionStatus.REJECTED])
def test_what_no_editor_confirmed_is_plain_text(client, person, status):
    name(build(), person, status=status)
    assert "/people/" not in text_shown(client)


def test_who_is_not_public_is_plain_text(client):
    name(build(), build_person("Anna Berg", is_public=False))
    assert "/people/" not in client.get("/2024/11/05/bruecke/").content.decode().replace('href="/people/"', "")


def test_a_suggestion_of_somebody_unknown_is_plain_text(client):
    name(build(), None, status=MentionStatus.SUGGESTED, suggested_name="Anna Berg")
    assert "/people/" not in text_shown(client)


@pytest.mark.parametrize("where", [{"start": 13}, {"anchor": "weg"}, {"start": 900}, {"surface": "Anna Borg"}])
def test_a_place_that_no_longer_fits_is_passed_over(client, person, where):
    name(build(), person, **where)
    assert "/people/" not in text_shown(client)


def test_marks_stand_inside_the_link(client, person):
    name(build(), person)
    link = '<a class="person" href="/people/anna-berg/">Anna <mark>Berg</mark></a>'
    shown = f"<p>Dort <mark>sprach</mark> {link} lange. Anna <mark>Berg</mark> ging.</p>"
    assert shown in text_shown(client, "?q=Berg+sprach")


def test_a_word_that_is_marked_is_linked_whole(client, person):
    name(build(body="<p>Die Bergregierung tagt.</p>"), person, start=4, surface="Berg")
    shown = text_shown(client, "?q=Bergregierung")
    assert '<a class="person" href="/people/anna-berg/"><mark>Bergregierung</mark></a> tagt' in shown


def test_english_pages_lead_to_english_ones(client, person):
    name(build(), person)
    html = client.get("/en/2024/11/05/bruecke/").content.decode()
    assert 'class="person" href="/en/people/anna-berg/"' in html


def test_links_need_no_query_more(client, count_queries, person):
    article = build()
    few = count_queries("/2024/11/05/bruecke/")
    name(article, person)
    for number in range(9):
        name(article, build_person(f"P {number}"), start=number, surface=TEXT[number])
    assert count_queries("/2024/11/05/bruecke/") <= few + 2
