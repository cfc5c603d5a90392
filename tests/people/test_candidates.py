"""Names the archive does not know, over all articles: counted, adopted, rejected."""

from __future__ import annotations

import pytest

from articles.models import Mention, Person, RejectedName
from articles.people.candidates import adopt, candidates, reject_name
from articles.people.linking import link_article, matcher_of_archive
from articles.vocabulary import MentionStatus
from tests.builders import NOW, build_article, build_editor, build_person

pytestmark = pytest.mark.django_db
BERG, OKAFOR = "Anna Berg sprach.", "Sprecherin Ngozi Okafor schwieg. Okafor ging."


def saying(text):
    article = build_article(standfirst=text)
    link_article(article, matcher_of_archive(), at=NOW)
    return article


def test_they_are_counted_by_article_and_place_most_mentioned_first():
    saying(BERG), saying(OKAFOR), saying(OKAFOR)
    found = [(candidate.name, candidate.articles, candidate.mentions) for candidate in candidates()]
    assert found == [("Ngozi Okafor", 2, 4), ("Anna Berg", 1, 1)]


def test_the_newest_can_stand_first():
    saying(OKAFOR), saying(OKAFOR), saying(BERG)
    assert [candidate.name for candidate in candidates(newest_first=True)] == ["Anna Berg", "Ngozi Okafor"]


def test_each_brings_at_most_three_places_of_the_newest_articles():
    articles = [saying(BERG) for _ in range(4)]
    samples = candidates()[0].samples
    assert [mention.article_id for mention in samples] == [article.pk for article in reversed(articles[1:])]


def test_the_queries_do_not_grow_with_the_candidates(django_assert_num_queries):
    saying(BERG), saying(OKAFOR), saying("Karl Voss kam.")
    with django_assert_num_queries(3):
        assert all(mention.article.sections.all() for candidate in candidates() for mention in candidate.samples)


def test_they_can_be_searched_and_paged():
    saying(BERG), saying(OKAFOR)
    assert [candidate.name for candidate in candidates(containing="okaf")] == ["Ngozi Okafor"]
    assert candidates(start=2) == []


def test_capitals_do_not_count_not_even_those_with_dots():
    saying("Sprecherin Anna Özdemir schwieg.")
    assert [candidate.name for candidate in candidates(containing="özdemir")] == ["Anna Özdemir"]


def test_a_name_of_several_known_people_is_no_candidate():
    build_person("Anna Berg"), build_person("Anna Berg")
    saying(BERG)
    assert candidates() == []


def test_adopting_makes_the_person_and_links_every_article():
    editor, articles = build_editor(), [saying(OKAFOR), saying(OKAFOR)]
    adopted = adopt("Ngozi Okafor", editor=editor, at=NOW)
    assert adopted.articles == tuple(article.pk for article in articles)
    assert set(Mention.objects.values_list("person__name", "status")) == {("Ngozi Okafor", MentionStatus.CONFIRMED)}
    assert set(Mention.objects.values_list("decided_by", "is_automatic")) == {(editor.pk, False)}


def test_adopting_may_give_the_name_to_somebody_known():
    person = build_person("N. Okafor-Bello")
    saying(OKAFOR)
    assert adopt("Ngozi Okafor", editor=None, at=NOW, person=person).person == person
    assert person.names.filter(name="Ngozi Okafor").exists()
    assert Person.objects.count() == 1


def test_a_rejected_name_is_nobody_and_stays_so():
    article = saying(BERG)
    assert reject_name("Anna Berg", editor=build_editor(), at=NOW) == 1
    assert article.mentions.get().status == MentionStatus.REJECTED
    assert not saying(BERG).mentions.exists()
    assert candidates() == []


def test_rejecting_twice_is_rejecting_once():
    for _ in range(2):
        reject_name("Anna Berg", editor=None, at=NOW)
    assert RejectedName.objects.count() == 1


def test_who_is_adopted_after_all_is_not_rejected_any_more():
    reject_name("Anna Berg", editor=None, at=NOW)
    adopt("Anna Berg", editor=None, at=NOW)
    assert not RejectedName.objects.exists()
    assert saying(BERG).mentions.get().person.name == "Anna Berg"
