"""Old records through today's rules."""

import pytest

from articles.formats.base import ArticleRecord, MentionRecord, Ref, SectionRecord
from articles.today import as_of_today, people_of
from tests.builders import build_author, build_desk, build_person, build_tag

pytestmark = pytest.mark.django_db


def today(**values):
    return as_of_today([ArticleRecord("Titel", **values)])[0]


def mention(person, status="confirmed", anchor="a", start=0):
    return MentionRecord(anchor, start, start + 3, "Ann", person, "", status)


def test_desks_and_authors_are_called_as_today():
    desk, author = build_desk("Politik"), build_author("Karl Voss")
    record = today(desk=Ref("Inland", desk.pk), bylines=(Ref("K. Voss", author.pk), Ref("Gast", 999)))
    assert (record.desk.name, [ref.name for ref in record.bylines]) == ("Politik", ["Karl Voss", "Gast"])


def test_a_tag_that_was_merged_is_the_one_it_went_into_and_one_deleted_is_left_out():
    tag = build_tag("Energie", "Strom")
    record = today(tags=(Ref("Strom", 998), Ref("Energie", tag.pk), Ref("Weg", 999)))
    assert record.tags == (Ref("Energie", tag.pk),)


def test_of_people_only_the_confirmed_and_public_are_left():
    known, hidden = build_person("Anna Berg"), build_person("Ben Kurz", is_public=False)
    refs = [Ref("Anna Berg", known.pk), Ref("Ben Kurz", hidden.pk)]
    record = today(mentions=(*map(mention, refs), mention(refs[0], "suggested"), mention(None)))
    assert [found.person for found in record.mentions] == [refs[0]]


def test_a_name_that_several_people_bear_is_nobody():
    build_person("Anna Berg")
    build_person("Anna Berg")
    assert today(mentions=(mention(Ref("Anna Berg", 999)),)).mentions == ()


def test_people_come_in_the_order_of_the_text_each_once():
    anna, ben = Ref("Anna", 1), Ref("Ben", 2)
    sections = (SectionRecord("", "", "a"), SectionRecord("", "", "b"))
    mentions = (mention(ben, anchor="b"), mention(anna, anchor="a"), mention(ben, anchor="b", start=9))
    assert people_of(ArticleRecord("T", sections=sections, mentions=mentions)) == [anna, ben]


def test_many_records_and_people_take_no_more_queries_than_one(django_assert_max_num_queries):
    refs = [Ref(person.name, person.pk) for person in (build_person(f"Anna Berg{letter}") for letter in "abcdefgh")]
    records = [ArticleRecord("T", mentions=tuple(map(mention, refs)), tags=(Ref("Weg", 9),)) for _ in range(30)]
    with django_assert_max_num_queries(6):
        as_of_today(records)
