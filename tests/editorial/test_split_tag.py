"""Some of a tag's articles get other tags instead."""

import pytest
from django.contrib.auth.models import Permission

from articles.editorial.split_tag import MOST, split_tag
from articles.errors import CannotDo, NotAllowed
from articles.models import LogLine, Tag
from articles.vocabulary import Verb
from tests.builders import NOW, build_article, build_editor, build_tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def tag():
    tag = build_tag("Energie / Öl")
    build_tag("Energie")
    return tag


def split(tag, *articles, names=("Energie",), **values):
    chosen = [article.pk for article in articles]
    return split_tag(tag, chosen, names=names, **{"editor": None, "at": NOW, **values})


def names_of(article):
    return {tag.name for tag in article.tags.all()}


def test_the_chosen_get_the_other_tags_instead(tag):
    one, other = build_article(tags=["Energie / Öl", "Kursk"]), build_article(tags=["Energie / Öl"])
    assert split(tag, one, names=["Energie", "Öl"]) == [one]
    assert names_of(one) == {"Energie", "Öl", "Kursk"}
    assert names_of(other) == {"Energie / Öl"}


def test_each_gets_a_version_and_a_line_in_the_log(tag):
    article = build_article(tags=["Energie / Öl"])
    split(tag, article)
    assert article.versions.first().record["tags"][0]["name"] == "Energie"
    assert LogLine.objects.filter(verb=Verb.SPLIT, reason="„Energie / Öl“ → „Energie“").count() == 2


def test_an_article_without_the_tag_is_left_alone(tag):
    article = build_article(tags=["Kursk"])
    with pytest.raises(CannotDo, match="Kein Artikel"):
        split(tag, article)
    assert names_of(article) == {"Kursk"}


@pytest.mark.parametrize("names", [[], ["#"], ["energie / öl"]])
def test_without_another_tag_nothing_happens(tag, names):
    article = build_article(tags=["Energie / Öl"])
    with pytest.raises(CannotDo):
        split(tag, article, names=names)
    assert names_of(article) == {"Energie / Öl"}


def test_too_many_at_once_are_refused(tag):
    with pytest.raises(CannotDo, match=str(MOST)):
        split_tag(tag, range(MOST + 1), names=["Energie"], editor=None, at=NOW)


def test_it_needs_the_permission_and_for_a_new_tag_another(tag):
    article, editor = build_article(tags=["Energie / Öl"]), build_editor("redakteur", superuser=False)
    with pytest.raises(NotAllowed, match="merge_tag"):
        split(tag, article, editor=editor)
    with pytest.raises(NotAllowed, match="add_tag"):
        split(tag, article, names=["Öl"], editor=_merging(editor))
    assert not Tag.objects.filter(name="Öl").exists()


def _merging(editor):
    editor.user_permissions.add(Permission.objects.get(codename="merge_tag"))
    return type(editor).objects.get(pk=editor.pk)
