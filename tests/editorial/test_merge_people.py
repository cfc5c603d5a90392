"""Two people become one, and two again."""

from datetime import date, timedelta

import pytest

from articles.editorial.merge_people import PEOPLE, preview
from articles.errors import CannotDo, NotAllowed
from articles.models import DifferentPeople, FormerSlug, LogLine, OutboxEntry, Person
from articles.vocabulary import NameKind, Verb
from tests.builders import NOW, build_article, build_author, build_editor, build_mention, build_person, build_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """Anna Berg, who stays, and Anna Moser with all that can hang on a person."""
    kept = build_person("Anna Berg", description="Rätin")
    gone = build_person("Anna Moser", wikidata_id="Q1", gnd_id="118540238", born=date(1970, 1, 2), description="Ärztin")
    kept.names.create(name="A. Berg")
    kept.roles.create(title="Rätin")
    gone.names.create(name="Anna  Berg-Moser")
    gone.names.create(name="a. berg")
    gone.roles.create(title="Ärztin", since=date(2001, 1, 1))
    gone.roles.create(title="rätin")
    return kept, gone


def state():
    """All there is to see of all people."""
    return {
        person.pk: (
            *(person.name, person.slug, person.wikidata_id, person.gnd_id, person.born, person.is_public),
            sorted(person.names.values_list("name", "kind", "folded", "sound")),
            sorted(person.roles.values_list("title", "since", "until"), key=str),
            sorted(person.mentions.values_list("pk", flat=True)),
            sorted(person.topics.values_list("pk", flat=True)),
            getattr(getattr(person, "author", None), "pk", None),
            sorted(FormerSlug.objects.filter(target_id=person.pk).values_list("slug", flat=True)),
        )
        for person in Person.objects.all()
    }


def filled(kept, gone):
    build_article(people=[kept, gone])
    build_article(people=[gone])
    build_topic("Brücken", people=[kept, gone])
    build_topic("Ärzte", people=[gone])
    build_author("Anna Moser", person=gone)
    FormerSlug.objects.create(kind="person", slug="anna-alt", target_id=gone.pk)


def merge(pair, **values):
    return PEOPLE.merge(pair[0], [pair[1]], **{"editor": None, "at": NOW, **values})[0]


def test_everything_moves(pair):
    filled(*pair)
    merge(pair)
    kept = Person.objects.get()
    assert (kept.mentions.count(), kept.topics.count(), kept.author.name) == (3, 2, "Anna Moser")
    assert (kept.wikidata_id, kept.born, kept.description) == ("Q1", date(1970, 1, 2), "Rätin")


def test_names_join_and_none_is_there_twice(pair):
    merge(pair)
    names = dict(Person.objects.get().names.values_list("name", "kind"))
    assert set(names) == {"Anna Berg", "A. Berg", "Anna Moser", "Anna  Berg-Moser"}
    assert [name for name, kind in names.items() if kind == NameKind.MAIN] == ["Anna Berg"]
    assert sorted(Person.objects.get().roles.values_list("title", flat=True)) == ["Rätin", "Ärztin"]


@pytest.mark.parametrize("slug", ["anna-moser", "anna-alt"])
def test_the_old_addresses_redirect(client, pair, slug):
    filled(*pair)
    merge(pair)
    response = client.get(f"/people/{slug}/")
    assert (response.status_code, response["Location"]) == (301, "/people/anna-berg/")


def test_the_search_index_learns_of_it(pair):
    article = build_article(people=[pair[1]])
    OutboxEntry.objects.all().delete()
    merge(pair)
    assert OutboxEntry.objects.filter(article_id=article.pk).exists()


def test_it_is_logged_with_who(pair):
    editor = build_editor()
    merge(pair, editor=editor)
    line = LogLine.objects.get(verb=Verb.MERGED)
    assert (line.editor, line.reason) == (editor, "„Anna Moser“ → „Anna Berg“")


def test_undoing_it_leaves_all_as_it_was(pair):
    filled(*pair)
    before = state()
    PEOPLE.undo(merge(pair), editor=None, at=NOW + timedelta(days=29))
    assert state() == before
    assert LogLine.objects.filter(verb=Verb.UNMERGED).count() == 1


def test_what_was_decided_since_stays(pair):
    moved = build_mention(build_article(), pair[1])
    record = merge(pair)
    third = build_person("Lea Alt")
    moved.person = third
    moved.save()
    PEOPLE.undo(record, editor=None, at=NOW)
    assert third.mentions.get() == moved


def test_a_number_given_since_stays(pair):
    record = merge(pair)
    Person.objects.update(wikidata_id="Q7")
    PEOPLE.undo(record, editor=None, at=NOW)
    assert set(Person.objects.values_list("wikidata_id", flat=True)) == {"Q7", "Q1"}


def test_undone_once_or_too_late_is_refused(pair):
    record = merge(pair)
    with pytest.raises(CannotDo):
        PEOPLE.undo(record, editor=None, at=NOW + timedelta(days=31))
    PEOPLE.undo(record, editor=None, at=NOW)
    with pytest.raises(CannotDo):
        PEOPLE.undo(record, editor=None, at=NOW)


def test_a_merge_into_somebody_who_is_gone_stays(pair):
    record = merge(pair)
    merge((build_person("Anna Dritt"), pair[0]))
    with pytest.raises(CannotDo):
        PEOPLE.undo(record, editor=None, at=NOW)


def test_two_merges_are_taken_back_in_turn(pair):
    filled(*pair)
    before = state()
    first = merge(pair)
    third = build_person("Anna Dritt")
    second = merge((third, pair[0]))
    PEOPLE.undo(second, editor=None, at=NOW)
    PEOPLE.undo(first, editor=None, at=NOW)
    third.delete()
    assert state() == before


@pytest.mark.parametrize("hidden", [0, 1])
def test_who_is_not_public_does_not_become_so(pair, hidden):
    pair[hidden].is_public = False
    pair[hidden].save()
    before = state()
    record = merge(pair)
    assert not Person.objects.get().is_public
    PEOPLE.undo(record, editor=None, at=NOW)
    assert state() == before


def test_the_preview_tells_what_would_move(pair):
    filled(*pair)
    found = preview(pair[0], [pair[1]])[0]
    assert (found.mentions, found.articles, found.topics) == (2, 2, ("Ärzte", "Brücken"))
    assert set(found.names) == {"Anna Moser", "Anna  Berg-Moser"}
    assert found.roles == ("Ärztin",)


def test_the_preview_warns_of_other_numbers(pair):
    pair[0].wikidata_id, pair[0].is_public = "Q2", False
    warnings = preview(pair[0], [pair[1]])[0].warnings
    assert warnings[0] == "Wikidata: „Q2“ bleibt, „Q1“ geht."
    assert "nicht öffentlich" in warnings[1]


def test_nobody_is_merged_with_themselves(pair):
    with pytest.raises(CannotDo, match="ein und dieselbe"):
        merge((pair[0], pair[0]))


def test_it_needs_the_permission(pair):
    editor = build_editor("redakteur", superuser=False)
    with pytest.raises(NotAllowed):
        merge(pair, editor=editor)
    with pytest.raises(NotAllowed):
        PEOPLE.keep_apart(*pair, editor=editor, at=NOW)
    assert Person.objects.count() == 2


def test_several_become_one_and_are_several_again(pair):
    filled(*pair)
    third = build_person("A. Moser", gnd_id="118540238")
    build_article(people=[third])
    before = state()
    records = PEOPLE.merge(pair[0], [pair[1], third], editor=None, at=NOW)
    assert Person.objects.get().mentions.count() == 4
    for record in reversed(records):
        PEOPLE.undo(record, editor=None, at=NOW)
    assert state() == before


def test_that_they_were_said_to_be_others_comes_back(pair):
    PEOPLE.keep_apart(pair[1], build_person("Anna Moser"), editor=None, at=NOW)
    PEOPLE.undo(merge(pair), editor=None, at=NOW)
    assert DifferentPeople.objects.get().one_id == pair[1].pk


def test_dates_that_do_not_fit_are_refused(pair):
    Person.objects.filter(pk=pair[0].pk).update(died=date(1969, 1, 1))
    with pytest.raises(CannotDo, match="passen nicht"):
        merge(pair)


def test_two_who_are_not_one_are_remembered_once(pair):
    PEOPLE.keep_apart(*pair, editor=None, at=NOW)
    PEOPLE.keep_apart(pair[1], pair[0], editor=None, at=NOW)
    assert DifferentPeople.objects.count() == 1
