"""A link that shows an article for a while."""

from datetime import timedelta

import pytest

from articles.editorial.preview_link import may_see, share_preview
from articles.editorial.restore import restore
from articles.editorial.withdraw import withdraw
from articles.errors import CannotDo
from articles.models import LogLine
from articles.vocabulary import Status, Verb
from tests.builders import NOW, build_article, build_draft, build_editor

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def editor():
    return build_editor()


@pytest.mark.parametrize(("lifetime", "days"), [("day", 1), ("week", 7)])
def test_it_ends(editor, lifetime, days):
    article = build_draft()
    token = share_preview(article, lifetime, editor=editor, at=NOW)
    assert may_see(article, token, NOW + timedelta(days=days, seconds=-1))
    assert not may_see(article, token, NOW + timedelta(days=days))


def test_it_shows_this_article_and_no_other(editor):
    token = share_preview(build_draft(), "day", editor=editor, at=NOW)
    assert not may_see(build_draft(), token, NOW)


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "\0", "ä" * 5000])
def test_a_made_up_one_shows_nothing(token):
    assert not may_see(build_draft(), token, NOW)


def test_it_is_logged(editor):
    share_preview(build_draft(), "day", editor=editor, at=NOW)
    line = LogLine.objects.get()
    assert (line.verb, line.editor) == (Verb.SHARED, editor)
    assert "06.11.2024 13:00" in line.reason


def test_a_withdrawal_ends_it_also_after_the_article_is_restored(editor):
    article = build_article()
    token = share_preview(article, "week", editor=editor, at=NOW)
    withdrawn = withdraw(article, editor=editor, at=LATER, reason="Verwechslung")
    assert not may_see(withdrawn, token, LATER)
    restored = restore(withdrawn, editor=editor, at=LATER)
    assert not may_see(restored, token, LATER)
    assert may_see(restored, share_preview(restored, "day", editor=editor, at=LATER + timedelta(hours=1)), LATER)


def test_what_is_withdrawn_is_shown_to_nobody(editor):
    with pytest.raises(CannotDo):
        share_preview(build_article(status=Status.WITHDRAWN), "day", editor=editor, at=NOW)
