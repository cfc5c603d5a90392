"""Tags that may be one are found by their names; tags that mean several things too."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editorial import alike_tags
from articles.editorial.alike_tags import alike, meaning_several
from articles.editorial.merge_tags import TAGS
from articles.vocabulary import TagLikeness
from tests.builders import NOW, build_article, build_tag

pytestmark = pytest.mark.django_db


def found(**values):
    return {(pair.kept.name, pair.gone.name): pair.reason for pair in alike(NOW, **values)[0]}


def test_other_forms_and_twins_are_found():
    for name in ("Wald", "Wälder", "Klimawandel", "Climate Change", "Sport"):
        build_tag(name)
    assert found() == {("Wald", "Wälder"): TagLikeness.FORM, ("Klimawandel", "Climate Change"): TagLikeness.TWIN}


def test_synonyms_count_too_and_a_tags_own_do_not():
    build_tag("Forst", "Wald", "Waldes")
    build_tag("Wälder")
    assert set(found()) == {("Forst", "Wälder")}


def test_the_one_with_more_articles_stays_and_both_are_counted():
    for name in ("Wald", "Wälder"):
        build_tag(name)
    for tags in (["Wälder"], ["Wälder"], ["Wald", "Wälder"]):
        build_article(tags=tags)
    pair = alike(NOW)[0][0]
    assert (pair.kept.name, pair.kept_count, pair.gone_count, pair.shared) == ("Wälder", 3, 1, 1)


def test_those_with_the_most_articles_come_first_a_page_at_a_time(monkeypatch):
    monkeypatch.setattr(alike_tags, "PAGE", 1)
    for name in ("Wald", "Wälder", "Haus", "Häuser"):
        build_tag(name)
    build_article(tags=["Häuser"])
    assert [(list(found(page=page)), alike(NOW, page)[1]) for page in (1, 2, 3)] == [
        ([("Häuser", "Haus")], True),
        ([("Wald", "Wälder")], False),
        ([], False),
    ]


def test_what_was_said_to_be_two_is_not_asked_again():
    one, other = build_tag("Wald"), build_tag("Wälder")
    TAGS.keep_apart(other, one, editor=None, at=NOW)
    assert found() == {}


def test_one_tags_pairs_alone():
    tag = build_tag("Wald")
    for name in ("Wälder", "Haus", "Häuser"):
        build_tag(name)
    assert set(found(tag=tag)) == {("Wald", "Wälder")}


def test_names_for_several_things_are_told():
    for name in ("Energie / Öl", "Energie", "Recht und Gesetz", "Hund und Katze", "Hund", "Katze"):
        build_tag(name)
    build_article(tags=["Energie / Öl"])
    rows = [(row.tag.name, row.count, row.names, [tag.name for tag in row.known]) for row in meaning_several()[0]]
    assert rows == [
        ("Energie / Öl", 1, ("Energie", "Öl"), ["Energie"]),
        ("Hund und Katze", 0, ("Hund", "Katze"), ["Hund", "Katze"]),
    ]


def test_many_tags_take_no_more_questions():
    def asked(numbers):
        for number in numbers:
            build_tag(f"{number} Haus")
            build_tag(f"{number} Häuser")
            build_tag(f"Wald / {number}")
        with CaptureQueriesContext(connection) as captured:
            alike(NOW)
            meaning_several()
        return len(captured)

    assert asked(range(1, 3)) == asked(range(3, 30))
