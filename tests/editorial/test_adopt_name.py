"""One decision for a name in the whole archive."""

import pytest

from articles.editorial.adopt_name import adopt_name, refuse_name
from articles.errors import CannotDo, NotAllowed
from articles.models import LogLine, Mention, Person, RejectedName
from articles.vocabulary import MentionStatus
from tests.builders import NOW, build_article, build_editor, build_mention, build_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    """Two articles that introduce Kai Neu."""
    body = "<p>Da kam Kai Neu und ging.</p>"
    return [_suggested(build_article(body=body)) for _number in range(2)]


def _suggested(article):
    place = {"start": 7, "end": 14, "surface": "Kai Neu"}
    return build_mention(article, None, suggested_name="Kai Neu", status=MentionStatus.SUGGESTED, **place)


def test_a_person_is_made_and_every_article_linked(places):
    adopted = adopt_name("Kai Neu", editor=build_editor(), at=NOW)
    assert adopted.person.mentions.filter(status=MentionStatus.CONFIRMED).values("article").distinct().count() == 2
    assert LogLine.objects.get().reason == "In 2 Artikeln verknüpft."


def test_the_one_who_bears_the_name_is_taken(places):
    person = build_person("Kai Neu")
    assert adopt_name("Kai Neu", editor=None, at=NOW).person == person


def test_the_name_becomes_an_alias_of_the_person_given(places):
    person = build_person("Kai Neumann")
    adopt_name("Kai Neu", editor=None, at=NOW, person=person)
    assert person.names.filter(name="Kai Neu").exists()


def test_a_name_that_is_suggested_nowhere_makes_nobody():
    with pytest.raises(CannotDo):
        adopt_name("Kai Neu", editor=None, at=NOW)
    assert not Person.objects.exists()


def test_a_refusal_is_remembered(places):
    assert refuse_name("Kai Neu", editor=build_editor(), at=NOW) == 2
    assert RejectedName.objects.get().folded == "kai neu"
    assert set(Mention.objects.values_list("status", flat=True)) == {MentionStatus.REJECTED}


@pytest.mark.parametrize("verb", [adopt_name, refuse_name])
def test_it_needs_the_permission(places, verb):
    with pytest.raises(NotAllowed):
        verb("Kai Neu", editor=build_editor(superuser=False), at=NOW)
