"""A person's portrait: set, described, replaced, removed, and what becomes of the files."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from articles.editorial.merge_people import PEOPLE, preview
from articles.editorial.portrait import describe_portrait, remove_portrait, set_portrait
from articles.errors import CannotDo, NotAllowed
from articles.models import Person, Portrait
from articles.pictures import keeping
from tests.builders import NOW, build_editor, build_person
from tests.pictures.made import BLUE, RED, portrait_picture

pytestmark = pytest.mark.django_db(transaction=True)
LATER = NOW + timedelta(days=29)
TOO_LATE = NOW + timedelta(days=31)


def give(person, colour=RED, **values):
    picture = portrait_picture(colour)
    set_portrait(person, picture, **{"credit": "Lea Alt", "editor": None, "at": NOW, **values})
    return picture


def is_there(picture):
    return [keeping.content(picture.digest, size) for size in keeping.SIZES] == [picture.small, picture.large]


def portrait_of(person):
    found = Portrait.objects.filter(person=person).first()
    return found and found.digest


def test_it_is_kept_with_what_the_law_asks_for():
    person = build_person()
    picture = give(person, alt="Am Rednerpult")
    portrait = Portrait.objects.get(person=person)
    assert (portrait.credit, portrait.alt, portrait.width, portrait.height) == ("Lea Alt", "Am Rednerpult", 240, 300)
    assert is_there(picture)


@pytest.mark.parametrize("credit", ["", "  "])
def test_without_a_credit_it_is_refused(credit):
    with pytest.raises(CannotDo, match="muss genannt werden"):
        give(build_person(), credit=credit)
    assert not Portrait.objects.exists()


def test_who_may_not_change_people_may_not():
    editor = build_editor(superuser=False)
    person = build_person()
    with pytest.raises(NotAllowed):
        give(person, editor=editor)
    with pytest.raises(NotAllowed):
        remove_portrait(person, editor=editor, at=NOW)


def test_the_one_before_is_gone_with_its_files():
    person = build_person()
    before, after = give(person), give(person, BLUE)
    assert portrait_of(person) == after.digest
    assert is_there(after)
    assert not keeping.content(before.digest, "small")


def test_the_same_picture_again_stays():
    person = build_person()
    give(person)
    assert is_there(give(person, credit="Karl Voss"))
    assert Portrait.objects.get().credit == "Karl Voss"


def test_a_picture_another_has_too_stays():
    one, other = build_person(), build_person("Berta Kahn")
    picture = give(one)
    give(other)
    remove_portrait(one, editor=None, at=NOW)
    assert is_there(picture)
    remove_portrait(other, editor=None, at=NOW)
    assert not keeping.content(picture.digest, "large")


def test_credit_and_description_can_be_mended():
    person = build_person()
    picture = give(person)
    describe_portrait(person, credit="Karl Voss", alt="Lachend", editor=None)
    portrait = Portrait.objects.get()
    assert (portrait.digest, portrait.credit, portrait.alt) == (picture.digest, "Karl Voss", "Lachend")


def test_where_none_is_none_can_be_described():
    with pytest.raises(CannotDo, match="kein Porträt"):
        describe_portrait(build_person(), credit="Karl Voss", editor=None)


def test_a_full_disk_is_told_and_nothing_is_changed(monkeypatch):
    person = build_person()
    before = give(person)

    def full(place, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping, "put", full)
    with pytest.raises(CannotDo, match="No space left"):
        give(person, BLUE)
    assert portrait_of(person) == before.digest
    assert is_there(before)


@pytest.mark.parametrize(("put_at", "stays"), [(NOW - timedelta(days=2), False), (NOW, True)])
def test_what_a_rollback_left_is_swept_away_a_day_later(settings, put_at, stays):
    person = build_person()
    picture = give(person)
    folder = Path(settings.MEDIA_ROOT, "portraits", picture.digest[:2])
    stray = f"{folder.name}{'0' * 30}"
    for size in keeping.SIZES:
        keeping.put(folder / f"{stray}-{size}.webp", b"x")
    for file in folder.iterdir():
        os.utime(file, (put_at.timestamp(),) * 2)
    give(person)
    assert bool(keeping.content(stray, "small")) == stays
    assert is_there(picture)


def merged(kept, gone):
    return PEOPLE.merge(kept, [gone], editor=None, at=NOW)[0]


@pytest.fixture
def pair():
    return build_person("Anna Berg"), build_person("Anna Moser")


def test_who_has_none_takes_over_the_others(pair):
    picture = give(pair[1])
    record = merged(*pair)
    assert portrait_of(pair[0]) == picture.digest
    person = PEOPLE.undo(record, editor=None, at=LATER)
    assert (portrait_of(pair[0]), portrait_of(person)) == (None, picture.digest)


def test_who_has_one_keeps_it_and_the_other_comes_back(pair):
    stays, goes = give(pair[0]), give(pair[1], BLUE)
    record = merged(*pair)
    assert portrait_of(pair[0]) == stays.digest
    assert is_there(goes)
    person = PEOPLE.undo(record, editor=None, at=LATER)
    assert (portrait_of(pair[0]), portrait_of(person)) == (stays.digest, goes.digest)


def test_one_that_was_taken_over_and_replaced_comes_back(pair):
    taken = give(pair[1])
    record = merged(*pair)
    kept = Person.objects.get()
    new = give(kept, BLUE)
    assert is_there(taken)
    person = PEOPLE.undo(record, editor=None, at=LATER)
    assert (portrait_of(kept), portrait_of(person)) == (new.digest, taken.digest)


def test_two_merges_are_taken_back_one_after_the_other(pair):
    third = build_person("Anna Drei")
    picture = give(pair[1])
    first = merged(*pair)
    second = merged(third, pair[0])
    assert portrait_of(third) == picture.digest
    PEOPLE.undo(second, editor=None, at=LATER)
    person = PEOPLE.undo(first, editor=None, at=LATER)
    assert portrait_of(person) == picture.digest


@pytest.mark.parametrize(("at", "rows"), [(LATER, 3), (TOO_LATE, 2)])
def test_what_no_merge_can_ask_back_is_cleared_away(pair, at, rows):
    give(pair[0])
    aside = give(pair[1], BLUE)
    merged(*pair)
    give(build_person("Lea Alt"), (1, 2, 3), at=at)
    assert Portrait.objects.count() == rows
    assert is_there(aside) == (rows == 3)


def test_the_preview_says_whose_stays(pair):
    give(pair[0])
    assert not preview(pair[0], [pair[1]])[0].warnings
    give(pair[1], BLUE)
    assert preview(pair[0], [pair[1]])[0].warnings == ("Porträt: das von „Anna Berg“ bleibt.",)
