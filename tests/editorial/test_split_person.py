"""Some mentions turn out to be somebody else's."""

import pytest

from articles.editorial.split_person import split_person
from articles.errors import CannotDo, NotAllowed
from articles.models import LogLine, Person, Version
from articles.vocabulary import MentionStatus, Verb
from tests.builders import NOW, build_article, build_editor, build_mention, build_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    found = build_person("Karl Müller")
    for _number in range(2):
        article = build_article()
        build_mention(article, found, is_automatic=True)
        build_mention(article, found, is_automatic=True)
    return found


def split(person, mentions, **values):
    return split_person(person, [mention.pk for mention in mentions], **{"editor": None, "at": NOW, **values})


def test_a_new_person_gets_the_chosen(person):
    editor, chosen = build_editor(), list(person.mentions.all()[:3])
    other = split(person, chosen, name=" Karl  Müller ", editor=editor)
    assert (other.name, other.slug) == ("Karl Müller", "karl-mueller-2")
    assert set(other.mentions.all()) == set(chosen)
    assert {(m.status, m.is_automatic, m.decided_by) for m in other.mentions.all()} == {("confirmed", False, editor)}


def test_each_article_gets_a_version_and_the_person_a_line(person):
    split(person, person.mentions.all(), to=build_person("Karl Moser"))
    assert Version.objects.count() == 2
    assert LogLine.objects.get(verb=Verb.SPLIT).reason == "„Karl Müller“ → „Karl Moser“"


def test_only_the_persons_own_confirmed_mentions_move(person):
    other = build_mention(build_article(), build_person("Lea Alt"))
    rejected = build_mention(build_article(), person, status=MentionStatus.REJECTED)
    with pytest.raises(CannotDo, match="Keine Nennung"):
        split(person, [other, rejected], name="Karl Moser")
    assert not Person.objects.filter(name="Karl Moser").exists()


@pytest.mark.parametrize("values", [{}, {"name": " "}, {"name": "x" * 201}])
def test_somebody_has_to_get_them(person, values):
    with pytest.raises(CannotDo):
        split(person, person.mentions.all(), **values)


def test_nobody_is_split_from_themselves(person):
    with pytest.raises(CannotDo, match="ein und dieselbe"):
        split(person, person.mentions.all(), to=person)


def test_it_needs_the_permission(person):
    with pytest.raises(NotAllowed):
        split(person, person.mentions.all(), name="Karl Moser", editor=build_editor(superuser=False))
