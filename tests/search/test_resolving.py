"""`person:` and the like, from the box to the hits."""

from datetime import timedelta

import pytest

from articles.editorial.merge_desks import DESKS
from articles.models import Person
from articles.search import SearchRequest, find, understood
from articles.search.expressions import Trouble
from articles.search.resolving import resolved
from tests.builders import NOW, build_article, build_author, build_desk, build_draft, build_person, build_tag
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def search(words):
    index_now()
    return find(SearchRequest(words), NOW)


def ids(words):
    return list(search(words).ids)


def troubles(words):
    return [hint.trouble for hint in search(words).words.hints]


@pytest.fixture
def merkel(db):
    person = build_person("Angela Merkel")
    person.names.create(name="A. Merkel")
    return build_article("Kanzlerin", people=[person]).pk


def test_a_desk_that_was_merged_is_found_under_its_old_name():
    kept, gone = build_desk("Politik"), build_desk("Innere Sicherheit")
    article = build_article(desk=gone)
    DESKS.merge(kept, [gone], editor=None, at=NOW)
    assert ids('desk:"Innere Sicherheit"') == ids("desk:innere-sicherheit") == [article.pk]


@pytest.mark.parametrize(
    "name",
    ["Merkel", "merkel", '"Angela Merkel"', "angela-merkel", "Angela", "(A. Merkel)", "Merk*", "(Scholz OR Merkel)"],
)
def test_a_person_is_found_by_each_name_and_part_of_it(merkel, name):
    build_article("Anderes")
    assert ids(f"person:{name}") == [merkel]


def test_a_whole_name_means_nobody_with_a_longer_one():
    short, long = build_person("Kim"), build_person("Kim Jong-un")
    first, second = (build_article(people=[person]).pk for person in (short, long))
    assert ids("person:Kim") == [first]
    assert ids("person:Jong-un") == [second]


@pytest.mark.parametrize("words", ["person:Merkel", "NOT person:Merkel", "Kanzlerin person:Merk*"])
def test_a_person_who_is_not_public_is_unknown(merkel, words):
    Person.objects.update(is_public=False)
    assert troubles(words) == [Trouble.UNKNOWN]


def test_a_person_known_from_a_draft_only_is_unknown():
    build_draft(people=[build_person("Anna Berg")])
    build_article(people=[build_person("Karl Voss")], published_at=NOW + timedelta(hours=1))
    assert troubles("person:Berg person:Voss") == [Trouble.UNKNOWN] * 2


def test_an_unknown_name_finds_nothing_and_says_so():
    build_article("Merkel")
    found = search("Merkel person:Nobody")
    assert (found.count, found.hint.trouble, found.hint.text, found.hint.place) == (0, Trouble.UNKNOWN, "Nobody", 14)


@pytest.mark.parametrize("name", ["Energie", "energie", "Strom", '"#Strom"', "Stro*"])
def test_a_tag_is_found_by_its_synonyms(name):
    build_tag("Energie", "Strom")
    article = build_article("Brücke", tags=["Energie"])
    assert ids(f"tag:{name}") == ids(f"schlagwort:{name}") == [article.pk]


def test_a_desk_has_what_is_below_it():
    politics = build_desk("Politik")
    article = build_article(desk=build_desk("Außenpolitik", parent=politics))
    build_article(desk=build_desk("Sport"))
    assert ids("desk:politik") == ids("ressort:Aussenpolitik") == ids("-desk:Sport") == [article.pk]


@pytest.mark.parametrize("name", ["Müller", "mueller", '"Käthe Müller"', "kaethe-mueller", "käthe"])
def test_an_author_is_found_by_any_part_of_the_name(name):
    article = build_article(authors=[build_author("Käthe Müller")])
    build_article(authors=[build_author("Karl Voss")])
    assert ids(f"autorin:{name}") == [article.pk]


def test_many_names_cost_no_more_queries(merkel, django_assert_num_queries):
    index_now()
    names = [f"{kind}:Name{number}" for kind in ("person", "tag", "desk", "author") for number in range(8)]
    with django_assert_num_queries(5):  # what the outbox hides, and one a kind
        find(SearchRequest(" ".join(names)), NOW)


def test_to_resolve_what_is_resolved_changes_nothing(merkel):
    build_tag("Energie", "Strom")
    words = understood("person:Merkel Strom -person:Niemand", NOW)
    assert resolved(words, NOW) == words


def test_what_is_understood_is_not_asked_for_again(merkel, django_assert_num_queries):
    words = understood("person:Merkel Kanzlerin", NOW)
    with django_assert_num_queries(0):
        assert resolved(words, NOW) is words
