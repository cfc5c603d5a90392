"""Which of two is meant is no question once the two are one."""

import pytest

from articles.editorial.merge_people import PEOPLE
from articles.models import Mention
from articles.vocabulary import MentionStatus, Reason
from tests.builders import NOW, build_article, build_editor, build_mention, build_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    return build_person("Anna Berg"), build_person("Anna Berg")


def ask(*people):
    shares = {str(person.pk): 0.5 for person in people}
    suggested = {"status": MentionStatus.SUGGESTED, "suggested_name": "Berg", "why": Reason.HOMONYM, "score": 0.5}
    return build_mention(build_article(), None, evidence={"candidates": shares}, **suggested)


def told(mention):
    return Mention.objects.filter(pk=mention.pk).values().get()


def test_a_question_between_the_two_is_settled(pair):
    mention = ask(*pair)
    PEOPLE.merge(pair[0], [pair[1]], editor=None, at=NOW)[0]
    mention.refresh_from_db()
    assert (mention.person, mention.status, mention.is_automatic) == (pair[0], MentionStatus.CONFIRMED, True)
    assert (mention.suggested_name, mention.decided_at) == ("", NOW)


def test_a_question_with_a_third_stays_open(pair):
    mention = ask(*pair, build_person("Anna Berg"))
    before = told(mention)
    PEOPLE.merge(pair[0], [pair[1]], editor=None, at=NOW)[0]
    assert told(mention) == before


def test_what_the_operator_wants_to_see_is_only_suggested(pair, settings):
    settings.PEOPLE_CONFIRM_FROM = 1.1
    mention = ask(*pair)
    PEOPLE.merge(pair[0], [pair[1]], editor=None, at=NOW)[0]
    mention.refresh_from_db()
    assert (mention.person, mention.status, mention.is_automatic) == (pair[0], MentionStatus.SUGGESTED, False)


def test_undone_it_is_asked_again(pair):
    mention = ask(*pair)
    before = told(mention)
    PEOPLE.undo(PEOPLE.merge(pair[0], [pair[1]], editor=None, at=NOW)[0], editor=None, at=NOW)
    assert told(mention) == before


def test_undone_the_answer_of_an_editor_stays(pair):
    mention, editor = ask(*pair), build_editor()
    record = PEOPLE.merge(pair[0], [pair[1]], editor=None, at=NOW)[0]
    Mention.objects.filter(pk=mention.pk).update(decided_by=editor, is_automatic=False)
    PEOPLE.undo(record, editor=None, at=NOW)
    assert Mention.objects.get(pk=mention.pk).person == pair[0]
