"""How far an editor's rights reach, and that lists ask the same as verbs do."""

import pytest

from articles.editorial.base import require
from articles.editorial.reach import may, may_read, reach_of
from articles.errors import NotAllowed
from articles.models import Article, Mention
from articles.vocabulary import RoleCode, Status
from tests.builders import NOW, build_article, build_desk, build_draft, build_member, build_mention, build_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return build_desk("Politik")


def articles_of(desk, editor):
    """One of each kind."""
    below = build_desk("Rathaus", parent=desk)
    build_draft(desk=desk)
    build_draft(desk=below)
    build_draft(desk=build_desk("Sport"))
    build_draft(created_by=editor)
    build_article(created_by=editor)
    build_article(status=Status.WITHDRAWN)
    build_draft(imported_hash="x")


@pytest.mark.parametrize("role", RoleCode)
def test_lists_and_verbs_draw_the_same_line(desk, role):
    editor = build_member(role, desk)
    articles_of(desk, editor)
    workable = set(Article.objects.filter(reach_of(editor).workable()))
    assert workable == {article for article in Article.objects.all() if may(editor, "change_article", article)}
    readable = set(Article.objects.filter(reach_of(editor).readable(NOW)))
    assert readable == {article for article in Article.objects.all() if may_read(editor, article, NOW)}
    assert workable <= readable


def test_what_belongs_to_an_article_is_within_reach_with_it(desk):
    editor = build_member(RoleCode.EDITOR, desk)
    mine = build_mention(build_draft(desk=desk), build_person())
    build_mention(build_draft(), build_person("Kai Neu"))
    assert list(Mention.objects.filter(reach_of(editor).workable("article__"))) == [mine]


def test_the_refusal_names_the_other_desk(desk):
    editor = build_member(RoleCode.EDITOR)
    with pytest.raises(NotAllowed, match="anderen Ressort"):
        require(editor, "publish_article", build_draft(desk=desk))


def test_it_is_asked_of_the_database_once(desk, django_assert_max_num_queries):
    editor = build_member(RoleCode.EDITOR, desk)
    drafts = [build_draft(desk=desk) for _ in range(5)]
    with django_assert_max_num_queries(4):
        assert all(may(editor, "change_article", draft) for draft in drafts)


def test_who_is_locked_out_reaches_nothing(desk):
    editor = build_member(RoleCode.CHIEF, is_active=False)
    assert not may(editor, "change_article", build_draft())
