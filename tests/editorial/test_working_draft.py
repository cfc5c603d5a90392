"""What saves itself while an editor writes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial import working_draft
from articles.editorial.spike import spike
from articles.editorial.working_draft import (
    HeldElsewhere,
    drafts_of,
    forget,
    keep_draft,
    note_presence,
    others_drafts,
    others_present,
    take_over,
)
from articles.errors import CannotDo
from articles.models import Article, WorkingDraft
from articles.models.draft import Presence
from tests.builders import NOW, build_article, build_draft, build_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return build_editor()


def keep(editor, article, key="a", headline="Mein Titel", **options):
    return keep_draft(editor, article, key, {"headline": [headline]}, base=1, at=NOW, **options)


def test_a_page_writes_over_its_own_draft(editor):
    article = build_draft()
    keep(editor, article)
    keep(editor, article, headline="Weiter")
    assert drafts_of(editor, article).get().headline == "Weiter"


def test_a_second_window_never_writes_over_the_first(editor):
    article = build_draft()
    keep(editor, article)
    with pytest.raises(HeldElsewhere):
        keep(editor, article, key="b", headline="Anderes")
    assert drafts_of(editor, article).get().headline == "Mein Titel"


def test_a_window_may_take_the_draft(editor):
    article = build_draft()
    keep(editor, article)
    keep(editor, article, key="b", headline="Anderes", take=True)
    assert drafts_of(editor, article).get().key == "b"


def test_who_writes_on_leaves_the_old_window_without_the_draft(editor):
    article = build_draft()
    key = take_over(keep(editor, article))
    with pytest.raises(HeldElsewhere):
        keep(editor, article)
    keep(editor, article, key=key)


def test_new_articles_have_a_draft_each(editor):
    keep(editor, None, key="a")
    keep(editor, None, key="b")
    assert drafts_of(editor, None).count() == 2


def test_too_many_new_ones_are_refused_and_none_is_lost(editor, monkeypatch):
    monkeypatch.setattr(working_draft, "MOST_NEW", 2)
    for key in "ab":
        keep(editor, None, key=key)
    with pytest.raises(CannotDo):
        keep(editor, None, key="c")
    assert drafts_of(editor, None).count() == 2


def test_saving_forgets_only_what_this_page_held(editor):
    article = build_draft()
    keep(editor, article)
    forget(editor, article, "b")
    assert drafts_of(editor, article).exists()
    forget(editor, article, "a")
    assert not drafts_of(editor, article).exists()


def test_a_draft_changes_nothing_a_reader_sees(editor):
    article = build_article("Alt")
    keep(editor, article, headline="Geheim")
    assert Article.objects.visible(timezone.now()).get().headline == "Alt"
    assert not article.versions.exists()


def test_dropping_the_article_leaves_others_their_work(editor):
    article = build_draft()
    keep(build_editor("kollege"), article)
    spike(article, editor=editor, at=NOW)
    assert WorkingDraft.objects.get().article is None


def test_others_know_that_there_is_one(editor):
    article, colleague = build_draft(), build_editor("kollege")
    keep(colleague, article)
    assert [draft.editor for draft in others_drafts(article, editor)] == [colleague]
    assert not others_drafts(article, colleague).exists()


def test_who_has_the_article_open_counts_for_a_short_while(editor):
    article, colleague = build_draft(), build_editor("kollege")
    note_presence(article, colleague, NOW)
    assert others_present(article, editor, NOW + timedelta(seconds=44)) == [colleague]
    assert others_present(article, editor, NOW + timedelta(seconds=45)) == []
    assert others_present(article, colleague, NOW) == []


def test_presence_is_written_seldom(editor, django_assert_num_queries):
    article = build_draft()
    note_presence(article, editor, NOW)
    with django_assert_num_queries(1):
        note_presence(article, editor, NOW + timedelta(seconds=9))


def test_presence_that_is_over_is_cleared_away(editor):
    note_presence(build_draft(), build_editor("kollege"), NOW)
    note_presence(build_draft(), editor, NOW + timedelta(minutes=1))
    assert Presence.objects.get().editor == editor
