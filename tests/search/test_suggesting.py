"""What is suggested for what has been typed so far, in which order, with which counts."""

from datetime import timedelta

import pytest

from articles.models import PersonName
from articles.search.suggesting import Suggestions, spellings, suggest
from articles.vocabulary import MentionStatus
from tests.builders import (
    NOW,
    build_article,
    build_desk,
    build_draft,
    build_mention,
    build_person,
    build_tag,
    build_topic,
)
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
NOTHING = Suggestions()


def named(person, count=1, **values):
    """So many articles that name the person."""
    for _ in range(count):
        build_article("Neues", people=[person], **values)
    return person


def asked(text, at=NOW):
    index_now()
    return suggest(text, at)


def shown(found) -> list[tuple[str, int, str]]:
    return [(one.name, one.count, one.also) for one in found]


# ---- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["merk", "Merk", "ange", "angela m", "merkel ang", "  Angela   Merkel "])
def test_the_beginning_of_any_word_finds_a_person(typed):
    named(build_person("Angela Merkel"), 2)
    assert shown(asked(typed).people) == [("Angela Merkel", 2, "")]


@pytest.mark.parametrize("typed", ["erkel", "merkelx", "angela x", "angelamerkel"])
def test_the_middle_of_a_word_does_not(typed):
    named(build_person("Angela Merkel"))
    assert asked(typed).people == ()


def test_an_alias_finds_its_bearer_and_is_named():
    person = named(build_person("Wolodymyr Selenskyj"))
    person.names.create(name="Volodymyr Zelensky")
    assert shown(asked("zelen").people) == [("Wolodymyr Selenskyj", 1, "Volodymyr Zelensky")]


def test_an_alias_is_not_named_where_the_name_itself_matches():
    person = named(build_person("Wolodymyr Selenskyj"))
    person.names.create(name="Wladimir Selenski")
    assert shown(asked("selen").people) == [("Wolodymyr Selenskyj", 1, "")]


def test_a_new_alias_is_found_at_once():
    person = named(build_person("Wolodymyr Selenskyj"))
    index_now()
    PersonName.objects.bulk_create([PersonName(person=person, name="Zelensky")])
    assert shown(suggest("zelensky", NOW).people) == [("Wolodymyr Selenskyj", 1, "Zelensky")]


@pytest.mark.parametrize("typed", ["Mül", "mue", "mul", "MÜLLER", "muller", "mu\u0308ller"])
@pytest.mark.parametrize("name", ["Herta Müller", "Herta Mu\u0308ller"])
def test_an_umlaut_is_found_in_every_spelling(typed, name):
    named(build_person(name))
    assert [one.count for one in asked(typed).people] == [1]


def test_what_is_typed_with_an_umlaut_finds_the_plain_vowel_only_where_there_is_no_umlaut():
    build_article(tags=["Muttertag"])
    assert shown(asked("mü").tags) == [("Muttertag", 1, "")]
    build_article(tags=["Müll"])
    assert shown(asked("mü").tags) == [("Müll", 1, "")]


def test_names_in_other_scripts_are_found():
    person = named(build_person("Wolodymyr Selenskyj"))
    person.names.create(name="Володимир Зеленський")
    assert shown(asked("зелен").people) == [("Wolodymyr Selenskyj", 1, "Володимир Зеленський")]


def test_whole_words_come_first_then_the_most_frequent():
    for name, count in (("Anna Berg", 1), ("Karl Bergmann", 3), ("Ida Bergson", 2)):
        named(build_person(name), count)
    assert [name for name, *_ in shown(asked("berg").people)] == ["Anna Berg", "Karl Bergmann", "Ida Bergson"]


def test_the_whole_name_comes_before_more_frequent_ones():
    build_article(tags=["Energie"])
    for _ in range(3):
        build_article(tags=["Energie sparen"])
    assert [name for name, *_ in shown(asked("energie").tags)] == ["Energie", "Energie sparen"]


def test_a_synonym_finds_its_tag():
    build_tag("Mobilität", "Verkehr")
    build_article(tags=["Verkehr"])
    assert shown(asked("#verk").tags) == [("Mobilität", 1, "Verkehr")]


def test_two_people_of_one_name_are_both_suggested():
    named(build_person("Anna Berg"), 2)
    named(build_person("Anna Berg"))
    assert shown(asked("anna").people) == [("Anna Berg", 2, ""), ("Anna Berg", 1, "")]


def test_a_topic_is_counted_by_its_rule():
    tag = build_tag("Verkehr")
    build_topic("Brückenbau", tags=[tag])
    build_article(tags=["Verkehr"])
    build_article()
    assert shown(asked("bruck").topics) == [("Brückenbau", 1, "")]


def test_of_very_many_topics_only_so_many_are_counted(monkeypatch):
    monkeypatch.setattr("articles.search.suggesting.LOOKED_AT", 3)
    tag = build_tag("Verkehr")
    build_article(tags=["Verkehr"])
    for number in range(5):
        build_topic(f"Brücke {number}", tags=[tag] if number in (1, 4) else [])
    assert shown(asked("bruck").topics) == [("Brücke 1", 1, "")]


def test_of_several_aliases_the_oldest_is_named():
    person = named(build_person("Wolodymyr Selenskyj"))
    for alias in ("Zelensky", "Zelenskyy"):
        person.names.create(name=alias)
    assert shown(asked("zelen").people) == [("Wolodymyr Selenskyj", 1, "Zelensky")]


def test_a_desk_is_counted_with_the_desks_below_it():
    politics = build_desk("Politik")
    build_article(desk=politics)
    build_article(desk=build_desk("Rathaus", parent=politics))
    assert shown(asked("poli").desks) == [("Politik", 2, "")]


# ---- headlines ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Brück", "brucke", "Brücken", "gesper", "die gesperrte Brü", "gesperrt brücke"])
def test_a_headline_is_found_by_its_words(typed):
    build_article("Die Brücke bleibt gesperrt")
    build_article("Fußball")
    assert [article.headline for article in asked(typed).articles] == ["Die Brücke bleibt gesperrt"]


@pytest.mark.parametrize("typed", ["freundlichk", "Freundlichkei", "mueller", "runn", "die freundlichke"])
def test_a_word_typed_past_its_stem_is_still_found(typed):
    build_article("Die Freundlichkeit des Müllers")
    build_article("Running for office", language="en")
    assert len(asked(typed).articles) == 1


@pytest.mark.parametrize("typed", ["bruckenx", "freundin", "freundlichx", "muellx"])
def test_a_guess_is_not_shown(typed):
    build_article("Freundliche Müller auf der Brücke: ein Freund")
    assert asked(typed).articles == ()


def test_words_of_the_text_alone_find_no_headline():
    build_article("Fußball", body="<p>Die Brücke.</p>")
    assert asked("Brücke").articles == ()


def test_the_newest_headlines_come_first():
    for days in (2, 1, 3):
        build_article(f"Brücke {days}", published_at=NOW - timedelta(days=days))
    assert [article.headline for article in asked("brü").articles] == ["Brücke 1", "Brücke 2", "Brücke 3"]


def test_headlines_fill_what_names_leave_free():
    for number in range(12):
        build_article(f"Brücke {number}", tags=["Brücken"])
    found = asked("brü")
    assert (len(found.tags), len(found.articles)) == (1, 9)


# ---- what may be known ----------------------------------------------------------------------------------------------


def hide(**values):
    person = build_person("Geheime Person")
    desk = build_desk("Geheimes Ressort")
    build_topic("Geheimes Thema", people=[person])
    return {"people": [person], "desk": desk, "tags": ["Geheimtag"], **values}


def test_nothing_of_a_draft_is_suggested():
    build_draft("Geheimplan", **hide())
    build_article()
    assert asked("geheim") == NOTHING


def test_an_embargo_ends_by_the_passing_of_time():
    build_article("Geheimplan", **hide(embargoed_until=NOW + timedelta(hours=1)))
    build_article()
    assert asked("geheim") == NOTHING
    assert suggest("geheim", NOW + timedelta(minutes=59)) == NOTHING
    later = suggest("geheim", NOW + timedelta(hours=1))
    assert [one.count for one in later.names] == [1, 1, 1, 1]
    assert [article.headline for article in later.articles] == ["Geheimplan"]


def test_what_is_withdrawn_counts_no_more_before_the_index_knows():
    article = build_article("Geheimplan", **hide())
    build_article(tags=["Geheimtag"])
    assert len(asked("geheim").names) == 4
    type(article).objects.filter(pk=article.pk).update(status="draft")
    left = suggest("geheim", NOW)
    assert (shown(left.names), left.articles) == ([("Geheimtag", 1, "")], ())


def test_people_who_are_not_public_are_not_suggested():
    named(build_person("Anna Berg", is_public=False))
    assert asked("anna").people == ()


@pytest.mark.parametrize("status", [MentionStatus.SUGGESTED, MentionStatus.REJECTED])
def test_people_who_are_only_supposed_to_be_named_are_not_suggested(status):
    build_mention(build_article(), build_person("Anna Berg"), status=status)
    assert asked("anna").people == ()


def test_topics_that_are_not_public_are_not_suggested():
    build_topic("Brückenbau", tags=[build_tag("Verkehr")], is_public=False)
    build_article(tags=["Verkehr"])
    assert asked("brück").topics == ()


def test_drafts_put_nobody_forward():
    drafted, printed = build_person("Anna Berg"), build_person("Karl Bergmann")
    for _ in range(3):
        build_draft(people=[drafted])
    named(drafted), named(printed, 2)
    assert shown(asked("ber").people) == [("Karl Bergmann", 2, ""), ("Anna Berg", 1, "")]


def test_who_is_in_drafts_only_takes_nobodys_place(monkeypatch):
    monkeypatch.setattr("articles.search.suggesting.LOOKED_AT", 1)
    for name in ("Anna Berg", "Ida Bergson"):
        build_draft(people=[build_person(name)]), build_draft(people=[build_person(name)])
    named(build_person("Karl Bergmann"))
    assert shown(asked("ber").people) == [("Karl Bergmann", 1, "")]


def test_neither_do_the_aliases_of_who_is_in_drafts_only(monkeypatch):
    monkeypatch.setattr("articles.search.suggesting.LOOKED_AT", 2)
    drafted = build_person("Anna Berg")
    drafted.names.create(name="Anna Berger")
    build_draft(people=[drafted]), build_draft(people=[drafted])
    named(build_person("Karl Bergmann"))
    assert shown(asked("ber").people) == [("Karl Bergmann", 1, "")]


# ---- what may be typed ----------------------------------------------------------------------------------------------

HOSTILE = [
    "",
    " ",
    "a",
    "x" * 201,
    "an\x00na",
    "an\nna",
    "\ud800an",
    "!!",
    "%%",
    "__",
    "**",
    ".*",
    "(((",
    "\\d+",
    "' OR 1",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_nobody_types_finds_nothing(typed):
    named(build_person("Anna Berg"))
    assert asked(typed) == NOTHING


@pytest.mark.parametrize("typed", ["a b " * 50, "an" * 100, "\u202eanna", "anna\U0010ffff", "ß" * 200, "😀😀", "/ . ,"])
def test_nothing_typed_raises(typed):
    named(build_person("Anna Berg"))
    assert all(one.name == "Anna Berg" for one in asked(typed).names)


def test_both_spellings_of_what_was_typed_are_looked_for():
    assert spellings("Müll, Groß") == [("muell", "gross"), ("mull", "gross")]
    assert spellings("muell") == [("muell",)]
