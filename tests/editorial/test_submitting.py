"""Given to the desk, and given back."""

import pytest

from articles.editorial.give_back import give_back, note_for
from articles.editorial.submit import submit
from articles.errors import CannotDo
from articles.models import LogLine
from articles.vocabulary import Status, Verb
from tests.builders import NOW, build_article, build_draft

pytestmark = pytest.mark.django_db


def test_a_draft_goes_to_the_desk_with_a_note():
    article = submit(build_draft(), editor=None, at=NOW, note=" Bitte bis vier. ")
    line = LogLine.objects.get()
    assert (article.status, line.verb, line.reason) == (Status.REVIEW, Verb.SUBMITTED, "Bitte bis vier.")
    assert article.versions.get().status == Status.REVIEW


@pytest.mark.parametrize("status", [Status.REVIEW, Status.PUBLISHED, Status.WITHDRAWN])
def test_only_a_draft_is_submitted(status):
    with pytest.raises(CannotDo):
        submit(build_article(status=status), editor=None, at=NOW)
    assert not LogLine.objects.exists()


def test_it_comes_back_with_what_is_missing():
    article = give_back(build_article(status=Status.REVIEW), "Quellen fehlen.", editor=None, at=NOW)
    assert article.status == Status.DRAFT
    assert note_for(article).reason == "Quellen fehlen."


@pytest.mark.parametrize(("status", "note"), [(Status.REVIEW, " "), (Status.DRAFT, "x"), (Status.PUBLISHED, "x")])
def test_nothing_comes_back_without_a_note_or_from_elsewhere(status, note):
    with pytest.raises(CannotDo):
        give_back(build_article(status=status), note, editor=None, at=NOW)
    assert not LogLine.objects.exists()


def test_the_note_is_gone_once_it_is_submitted_again():
    article = give_back(build_article(status=Status.REVIEW), "Quellen fehlen.", editor=None, at=NOW)
    assert note_for(submit(article, editor=None, at=NOW)) is None
