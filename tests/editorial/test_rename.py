"""Renaming: the old address redirects for ever and is never given to another."""

from functools import partial

import pytest

from articles.editorial.rename import rename, retire
from articles.errors import CannotDo, NotAllowed
from articles.models import Desk, FormerSlug, LogLine, Tag
from articles.vocabulary import Verb
from tests.builders import NOW, build_author, build_desk, build_editor, build_person, build_tag, build_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("build", [build_author, build_desk, build_person, build_tag, build_topic])
def test_a_changed_slug_leaves_the_former_one(build):
    thing = build("Früher")
    rename(thing, editor=None, at=NOW, name="Später", slug="spaeter")
    former = FormerSlug.objects.get()
    assert (former.kind, former.slug, former.target_id) == (thing._meta.model_name, "frueher", thing.pk)


def test_a_name_alone_leaves_the_address():
    desk = rename(build_desk("Politik"), editor=None, at=NOW, name="Stadtpolitik")
    assert desk.slug == "politik"
    assert not FormerSlug.objects.exists()


def test_an_emptied_slug_is_made_anew_from_the_name():
    desk = build_desk("Politik")
    desk.name, desk.slug = "Stadtpolitik", ""
    rename(desk, editor=None, at=NOW)
    assert (desk.slug, FormerSlug.objects.get().slug) == ("stadtpolitik", "politik")


def test_what_is_renamed_back_has_its_own_address_again():
    desk = rename(build_desk("Alt"), editor=None, at=NOW, slug="neu")
    rename(desk, editor=None, at=NOW, slug="alt")
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["neu"]


def test_the_former_address_of_another_is_refused():
    rename(build_desk("Alt"), editor=None, at=NOW, slug="neu")
    other = build_desk("Anders")
    with pytest.raises(CannotDo, match="alt"):
        rename(other, editor=None, at=NOW, slug="alt")
    assert Desk.objects.get(pk=other.pk).slug == "anders"


def test_a_renamed_tag_is_still_found_by_its_old_name():
    tag = rename(build_tag("Strom"), editor=None, at=NOW, name="Elektrizität")
    assert Tag.objects.get(names__name="Strom") == tag


def test_the_log_says_from_what_to_what():
    rename(build_desk("Alt"), editor=build_editor(), at=NOW, name="Neu")
    line = LogLine.objects.get()
    assert (line.verb, line.headline, line.reason) == (Verb.RENAMED, "Neu", "„Alt“ → „Neu“")


@pytest.mark.parametrize("verb", [partial(rename, name="Neu"), retire])
def test_it_needs_the_permission(verb):
    with pytest.raises(NotAllowed):
        verb(build_desk("Alt"), editor=build_editor(superuser=False), at=NOW)
    assert Desk.objects.get().name == "Alt"


def test_what_is_deleted_leaves_its_address_taken():
    editor = build_editor()
    retire(build_desk("Politik"), editor=editor, at=NOW)
    assert build_desk("Politik").slug == "politik-2"
    assert LogLine.objects.get().editor == editor


@pytest.mark.parametrize(("keep", "names"), [(True, {"Energie", "Strom"}), (False, {"Strom"})])
def test_a_tags_old_name_may_stay_as_a_synonym(keep, names):
    tag = build_tag("Energie")
    rename(tag, name="Strom", editor=None, at=NOW, keep_name=keep)
    assert set(tag.names.values_list("name", flat=True)) == names
