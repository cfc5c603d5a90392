"""Deciding who is meant: in an article, at one place, all over the archive."""

import pytest

from articles.editorial.link import Decision, accept, accept_everywhere, decide, reject
from articles.errors import CannotDo, NotAllowed
from articles.models import Mention, Person, Version
from articles.vocabulary import MentionStatus, Verb
from tests.builders import NOW, build_article, build_editor, build_mention, build_person

pytestmark = pytest.mark.django_db


def suggest(article, name="Kai Neu", person=None):
    return build_mention(article, person, suggested_name=name, status=MentionStatus.SUGGESTED)


def statuses(article):
    return sorted(article.mentions.values_list("status", flat=True))


def test_accepting_makes_the_person_and_says_who_decided():
    editor, mention = build_editor(), suggest(build_article())
    accept(mention, editor=editor, at=NOW)
    mention.refresh_from_db()
    assert (mention.person.name, mention.status) == ("Kai Neu", MentionStatus.CONFIRMED)
    assert (mention.decided_by, mention.decided_at) == (editor, NOW)


def test_accepting_takes_the_person_given():
    mention, person = suggest(build_article()), build_person("Kai Neumann")
    accept(mention, editor=None, at=NOW, person=person)
    assert person.mentions.get() == mention
    assert Person.objects.count() == 1


def test_accepting_takes_the_one_person_of_that_name():
    person = build_person("Kai Neu")
    accept(suggest(build_article(), "kai  neu"), editor=None, at=NOW)
    assert person.mentions.count() == 1


def test_accepting_asks_where_several_have_the_name():
    build_person("Kai Neu"), build_person("Kai Neu")
    mention = suggest(build_article())
    with pytest.raises(CannotDo, match="Kai Neu"):
        accept(mention, editor=None, at=NOW)


def test_accepting_confirms_all_suggestions_of_that_name_in_the_article():
    article = build_article()
    first = suggest(article)
    suggest(article), suggest(article, "Lea Alt")
    accept(first, editor=None, at=NOW)
    assert statuses(article) == ["confirmed", "confirmed", "suggested"]


def test_accepting_leaves_other_articles_alone():
    other = build_article()
    suggest(other)
    accept(suggest(build_article()), editor=None, at=NOW)
    assert statuses(other) == ["suggested"]


def test_accepting_everywhere_makes_one_person():
    articles = [build_article(), build_article()]
    mentions = [suggest(article) for article in articles]
    assert accept_everywhere(mentions[0], editor=None, at=NOW) == 2
    assert Person.objects.get().mentions.filter(status=MentionStatus.CONFIRMED).count() == 2


def test_rejecting_creates_nobody():
    article = build_article()
    first = suggest(article)
    suggest(article)
    reject(first, editor=None, at=NOW)
    assert statuses(article) == ["rejected", "rejected"]
    assert not Person.objects.exists()


def test_a_decision_can_be_changed():
    article, person = build_article(), build_person()
    mention = build_mention(article, person)
    decide(article, [Decision(mention, False)], editor=None, at=NOW)
    assert statuses(article) == ["rejected"]


def test_a_decision_can_be_for_one_place_alone():
    article, person = build_article(), build_person()
    mention = build_mention(article, person)
    build_mention(article, person)
    decide(article, [Decision(mention, False, None, True)], editor=None, at=NOW)
    assert statuses(article) == ["confirmed", "rejected"]


def test_decisions_are_one_version_and_one_line():
    article = build_article()
    decisions = [Decision(suggest(article, name), True) for name in ("Kai Neu", "Lea Alt")]
    decide(article, decisions, editor=None, at=NOW)
    assert Version.objects.count() == 1
    assert article.log.get().verb == Verb.LINKED


def test_it_needs_the_permission():
    mention = suggest(build_article())
    with pytest.raises(NotAllowed):
        accept(mention, editor=build_editor(superuser=False), at=NOW)
    assert Mention.objects.get().status == MentionStatus.SUGGESTED
