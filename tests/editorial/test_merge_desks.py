"""Several desks become one, and several again; the tree stays a tree."""

from datetime import timedelta

import pytest

from articles.editorial.merge_desks import DESKS, preview
from articles.errors import CannotDo, NotAllowed
from articles.formats.base import Ref
from articles.models import Desk, FormerSlug, LogLine, OutboxEntry
from articles.models.desk import above, parents
from articles.records import find_desk
from articles.vocabulary import Verb
from tests.builders import NOW, build_article, build_desk, build_editor, build_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def desks():
    """Politik, which stays, and Inland with all that can hang on a desk."""
    kept, gone = build_desk("Politik"), build_desk("Inland", position=3, description="Aus dem Land")
    build_desk("Kommunen", parent=gone)
    build_article(desk=kept)
    build_article(desk=gone)
    build_topic("Wahl", desks=[kept, gone])
    build_topic("Kreis", desks=[gone])
    build_editor("eva").desks.add(gone)
    build_editor("uwe").desks.add(kept, gone)
    FormerSlug.objects.create(kind="desk", slug="innen", target_id=gone.pk)
    return kept, gone


def state():
    """All there is to see of all desks."""
    return {
        desk.pk: (
            *(desk.name, desk.slug, desk.position, desk.description, desk.parent_id),
            sorted(desk.articles.values_list("pk", flat=True)),
            sorted(desk.editors.values_list("username", flat=True)),
            sorted(desk.topics.values_list("name", flat=True)),
            sorted(FormerSlug.objects.filter(target_id=desk.pk).values_list("slug", flat=True)),
        )
        for desk in Desk.objects.all()
    }


def merge(kept, *gone, **values):
    return DESKS.merge(kept, gone, **{"editor": None, "at": NOW, **values})[0]


def undo(record, **values):
    return DESKS.undo(record, **{"editor": None, "at": NOW, **values})


def is_tree():
    tree = parents()
    return all(not parent or desk not in above(parent, tree) for desk, parent in tree.items())


def test_everything_moves(desks):
    merge(*desks)
    kept = Desk.objects.get(name="Politik")
    assert [(desk.name, desk.parent) for desk in kept.below.all()] == [("Kommunen", kept)]
    assert (kept.articles.count(), kept.editors.count(), kept.topics.count()) == (2, 2, 2)
    assert (kept.description, Desk.objects.count()) == ("Aus dem Land", 2)


@pytest.mark.parametrize("slug", ["inland", "innen"])
@pytest.mark.parametrize("more", ["", "feed.atom", "feed.json"])
def test_the_old_addresses_redirect(client, desks, slug, more):
    merge(*desks)
    response = client.get(f"/desks/{slug}/{more}")
    assert (response.status_code, response["Location"]) == (301, f"/desks/politik/{more}")


def test_the_old_address_filters_by_the_desk_that_stayed(client, desks):
    merge(*desks)
    assert client.get("/search/?desk=inland").context["asked"].chosen("desk") == [desks[0]]


def test_the_search_index_learns_of_it_and_the_log_too(desks):
    OutboxEntry.objects.all().delete()
    merge(*desks)
    assert OutboxEntry.objects.values("article_id").distinct().count() == 1
    assert LogLine.objects.get(verb=Verb.MERGED).reason == "„Inland“ → „Politik“"


def test_undoing_leaves_all_as_it_was(desks):
    before = state()
    undo(merge(*desks), at=NOW + timedelta(days=29))
    assert state() == before


def test_editors_and_topics_that_two_brought_stay_until_both_are_taken_back(desks):
    kept, gone = desks
    other = build_desk("Ausland")
    other.editors.add(*gone.editors.filter(username="eva"))
    other.topics.add(*gone.topics.filter(name="Kreis"))
    one, two = DESKS.merge(kept, [gone, other], editor=build_editor(is_superuser=True), at=NOW)
    undo(one)
    assert (kept.editors.count(), kept.topics.count()) == (2, 2)
    undo(two)
    assert (kept.editors.get().username, kept.topics.get().name) == ("uwe", "Wahl")


@pytest.mark.parametrize("depth", [1, 2])
def test_a_desk_takes_in_one_above_it_and_its_place(desks, depth):
    between = Desk.objects.get(name="Kommunen")
    kept = build_desk("Stadtrat", parent=[None, desks[1], between][depth])
    desks[1].parent = desks[0]
    desks[1].save()
    before = state()
    record = merge(kept, desks[1])
    assert is_tree()
    assert Desk.objects.get(pk=kept.pk).parent == desks[0]
    assert Desk.objects.get(pk=between.pk).parent == kept
    undo(record)
    assert state() == before


def test_several_above_one_another_are_taken_in_at_once(desks):
    between = Desk.objects.get(name="Kommunen")
    kept = build_desk("Stadtrat", parent=between)
    before = state()
    records = DESKS.merge(kept, [desks[1], between], editor=None, at=NOW)
    assert Desk.objects.get(pk=kept.pk).parent is None
    for record in reversed(records):
        undo(record)
    assert state() == before


def test_undoing_makes_no_circle_of_a_tree_changed_since(desks):
    desks[1].parent = parent = build_desk("Welt")
    desks[1].save()
    record = merge(*desks)
    Desk.objects.filter(pk=parent.pk).update(parent=Desk.objects.get(name="Kommunen"))
    undo(record)
    assert is_tree()


def test_what_was_put_elsewhere_since_stays_there(desks):
    article = desks[1].articles.get()
    record = merge(*desks)
    article.desk = build_desk("Sport")
    article.save()
    undo(record)
    article.refresh_from_db()
    assert article.desk.name == "Sport"


def test_undone_once_or_too_late_is_refused(desks):
    record = merge(*desks)
    with pytest.raises(CannotDo):
        undo(record, at=NOW + timedelta(days=31))
    undo(record)
    with pytest.raises(CannotDo):
        undo(record)


def test_the_preview_tells_what_would_move(desks):
    found = preview(desks[0], [desks[1]])
    assert (found.before, found.after) == (1, 2)
    assert found.going[0].below == ("Kommunen",)
    assert found.going[0].editors == ("eva", "uwe")
    assert set(found.going[0].topics) == {"Wahl", "Kreis"}


def test_it_needs_the_permission_and_another_desk(desks):
    with pytest.raises(NotAllowed):
        merge(*desks, editor=build_editor("redakteur", superuser=False))
    with pytest.raises(CannotDo):
        merge(desks[0], desks[0])
    assert Desk.objects.count() == 3


def test_old_records_lead_to_the_desk_that_stayed(desks):
    old = Ref("Inland", desks[1].pk)
    merge(*desks)
    assert find_desk(old) == desks[0]
