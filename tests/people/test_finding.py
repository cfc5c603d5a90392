"""Who is named in an article: known and new people, in full and by family name."""

from articles.formats.plain import read
from articles.people.finding import Matcher, people_in
from articles.text.markup import plain_text
from tests import samples

SEED_PEOPLE = {
    *("Wladimir Putin", "Choe Son Hui", "Wolodymyr Selenskyj", "Antony Blinken", "António Guterres"),
    *("Sergej Lawrow", "Kim Jong Un", "Annalena Baerbock", "Andrij Sybiha", "Andrij Jermak"),
}


def seed_texts():
    record = read(samples.seed().read_bytes()).record
    return {"": record.standfirst} | {str(n): plain_text(part.body) for n, part in enumerate(record.sections, start=1)}


def mentions(*texts, names=()):
    """(surface, person id or name) of everybody in these texts."""
    found = people_in({str(number): text for number, text in enumerate(texts)}, Matcher(names))
    return [(mention.surface, mention.person_id or mention.name) for mention in found]


def surfaces(*texts, names=()):
    return [surface for surface, _ in mentions(*texts, names=names)]


# The seed


def test_the_seed_names_exactly_ten_people():
    assert {mention.name for mention in people_in(seed_texts(), Matcher(()))} == SEED_PEOPLE


def test_in_the_seed_family_names_alone_are_found_too():
    found = {mention.surface for mention in people_in(seed_texts(), Matcher(()))}
    assert found - SEED_PEOPLE == {"Putin", "Selenskyj", "Choe", "Baerbocks", "Jermak"}


def test_in_the_seed_each_place_holds_its_words():
    texts = seed_texts()
    found = people_in(texts, Matcher(()))
    assert len(found) == 21
    assert all(texts[mention.anchor][mention.start : mention.end] == mention.surface for mention in found)


def test_in_the_seed_known_people_are_linked_and_the_others_suggested():
    known = Matcher([(7, "Wladimir Putin"), (8, "Selenskyj"), (8, "Wolodymyr Selenskyj")])
    found = people_in(seed_texts(), known)
    assert {mention.person_id for mention in found} == {7, 8, None}
    assert {mention.name for mention in found if mention.person_id is None} == SEED_PEOPLE - {
        "Wladimir Putin",
        "Wolodymyr Selenskyj",
    }


# Family names alone


def test_a_family_name_counts_in_the_whole_article_once_the_full_name_stands_in_it():
    found = mentions("Putins Reise beginnt.", "Wladimir Putin reist.", "Putin und Putin’s Minister.")
    assert found == [(word, "Wladimir Putin") for word in ("Putins", "Wladimir Putin", "Putin", "Putin’s")]


def test_a_telling_family_name_of_one_person_in_the_archive_needs_no_full_name():
    assert mentions("Putin reist.", names=[(1, "Wladimir Putin")]) == [("Putin", 1)]


def test_a_family_name_that_the_archive_does_not_know_is_nobody_without_a_full_name():
    assert mentions("Putin reist.") == []


def test_a_family_name_that_two_share_is_neither():
    found = mentions("Anna Berg traf Karl Berg.", "Dort sagte Berg nichts.", names=[(1, "Anna Berg")])
    assert found == [("Anna Berg", 1), ("Karl Berg", "Karl Berg")]


def test_the_same_person_with_and_without_initial_is_one():
    assert surfaces("Karl M. Voss kam.", "Karl Voss ging.", "Voss schwieg.") == ["Karl M. Voss", "Karl Voss", "Voss"]


def test_a_family_name_with_particles_is_found():
    text = "Ursula von der Leyen reist. Von der Leyen bleibt, von der Leyens Plan auch."
    assert surfaces(text) == ["Ursula von der Leyen", "Von der Leyen", "von der Leyens"]


def test_a_family_name_that_is_a_word_counts_only_where_it_is_a_name():
    text = "Anna Berg wohnt am Berg. Der hohe Berg gefällt Berg, sagt Bürgermeisterin Berg. In Berg war sie nie."
    assert [mention.start for mention in people_in({"": text}, Matcher(()))] == [0, 47, 74]


def test_firms_families_and_others_of_the_name_are_not_the_person():
    text = "Anna Berg klagt gegen die Berg AG, die Familie Berg, das Autohaus Berg und Xenja Berg."
    assert surfaces(text) == ["Anna Berg"]


def test_a_surname_with_a_trade_behind_it_is_the_firm():
    text = (
        "Christoph Rothmaler führt die Rothmaler Pressenbau. Rothmaler Pressenbau wächst. Der Rothmaler Konzern auch."
    )
    assert surfaces(text) == ["Christoph Rothmaler"]


def test_at_a_surname_is_at_the_firm():
    text = "Christoph Rothmaler schwieg. Der Streik bei Rothmaler endet. They work at Rothmaler."
    assert surfaces(text) == ["Christoph Rothmaler"]


def test_a_surname_before_a_noun_of_its_own_is_still_the_person():
    text = "Rolf Tesmer kam, dass Tesmer Spenden nahm, ein Haus, in dem Tesmer Gäste empfing. In der Tesmers Zeit."
    assert surfaces(text) == ["Rolf Tesmer", "Tesmer", "Tesmer", "Tesmers"]


def test_streets_and_compounds_are_not_the_person():
    assert surfaces("Angela Merkel kam in die Merkel-Straße und die Angela-Merkel-Allee.") == ["Angela Merkel"]


# Known people


def test_aliases_lead_to_the_person():
    names = [(1, "Wolodymyr Selenskyj"), (1, "Volodymyr Zelensky")]
    assert mentions("Volodymyr Zelensky came.", "Zelensky left.", names=names) == [
        ("Volodymyr Zelensky", 1),
        ("Zelensky", 1),
    ]


def test_a_name_that_several_people_bear_is_suggested_to_nobody_in_particular():
    found = mentions("Anna Berg sprach. Berg schwieg.", names=[(1, "Anna Berg"), (2, "Anna Berg")])
    assert found == [("Anna Berg", "Anna Berg"), ("Berg", "Anna Berg")]


def test_a_longer_new_name_is_not_the_known_person_inside_it():
    assert mentions("Karl Maria Voss kam.", names=[(1, "Maria Voss")]) == [("Karl Maria Voss", "Karl Maria Voss")]


def test_a_known_name_needs_no_given_name_we_know():
    assert mentions("Heute kam Xul Solar. Solar ging.", names=[(1, "Xul Solar")]) == [("Xul Solar", 1), ("Solar", 1)]


def test_everybody_comes_in_the_order_of_the_text():
    found = people_in({"b": "Berg und Karl Voss.", "a": "Anna Berg."}, Matcher([(1, "Karl Voss")]))
    assert [(mention.anchor, mention.surface) for mention in found] == [
        ("b", "Berg"),
        ("b", "Karl Voss"),
        ("a", "Anna Berg"),
    ]
