"""What a reader is told and shown where a question finds little or nothing."""

from collections import Counter
from datetime import timedelta

import pytest

from articles.search import SearchRequest, answer, find
from articles.search.embedded import EmbeddedEngine
from articles.search.relaxing import relaxations
from articles.search.request import QueryWords
from articles.search.results import Relaxed, Suggestion
from tests.builders import NOW, build_article, build_desk, build_person
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def ask(words, **filters):
    index_now()
    return answer(SearchRequest(words, **filters), NOW)


def build(text, **values):
    return build_article("Meldung", body=f"<p>{text}</p>", **values).pk


# ---- spelling -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Berbock", "Baerbock"),
        ("berbock", "Baerbock"),
        ("Baerbokc", "Baerbock"),
        ("Annalena Berbock?", "Annalena Baerbock"),
        ("Berbok UND Annalena", "Baerbock UND Annalena"),
        ("Selensky", "Selenskyj"),
        ("Zelenskyj", "Selenskyj"),
    ],
)
def test_a_misspelled_question_shows_what_was_meant(typed, meant):
    article = build("Annalena Baerbock traf Selenskyj.")
    found = ask(typed)
    assert (found.ids, found.count, found.relaxed) == ((article,), 1, Relaxed.SPELLING)
    assert (found.words.text, found.suggestion) == (meant, None)


def test_the_word_is_offered_as_most_write_it():
    for text in ("Baerbocks Reise.", "Baerbock reist.", "Reist Baerbock?"):
        build(text)
    assert ask("Berbock").words.text == "Baerbock"


def test_a_correction_is_suggested_where_it_finds_clearly_more():
    typed = build("Berbock reist.")
    for _ in range(10):
        build("Baerbock reist.")
    found = ask("Berbock reist")
    assert (found.ids, found.relaxed) == ((typed,), None)
    assert found.suggestion == Suggestion("Baerbock reist", 10)


def test_a_correction_that_finds_little_more_is_not_suggested():
    build("Berbock reist.")
    for _ in range(9):
        build("Baerbock reist.")
    assert ask("Berbock").suggestion is None


def test_the_number_suggested_is_what_its_link_finds():
    desk = build_desk()
    build("Berbock reist.", desk=desk)
    for number in range(20):
        build("Baerbock reist.", desk=desk if number < 12 else None)
    filters = {"desk_ids": frozenset([desk.pk])}
    suggestion = ask("Berbock", **filters).suggestion
    assert suggestion.count == find(SearchRequest(suggestion.text, **filters), NOW).count == 12


@pytest.mark.parametrize(
    "hidden", [{"published_at": NOW + timedelta(hours=1)}, {"embargoed_until": NOW + timedelta(hours=1)}]
)
def test_a_word_of_what_is_not_yet_public_is_never_offered(hidden):
    build("Baerbock tritt zurück.", **hidden)
    build("Etwas anderes.")
    found = ask("Berbock")
    assert (found.count, found.relaxed, found.suggestion) == (0, None, None)


def test_a_name_the_archive_knows_is_not_put_right():
    build_person("Anna Berbock")
    build("Baerbock reist.")
    assert ask("Berbock").relaxed is None


@pytest.mark.parametrize("words", ["-Berbock Wahl", '"Berbock"', "Wahl Bara", "Wahl 20234", "Berbo*"])
def test_what_is_no_plain_word_is_not_put_right(words):
    build("Baerbock 20235 Bar")
    assert ask(words).relaxed != Relaxed.SPELLING


# ---- steps ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ('"Brücke alte"', Relaxed.PHRASES),
        ('headline:"Brücke alte" OR "Bonn Brücke"', Relaxed.PHRASES),
        ("alte AND Brücke AND Regen", Relaxed.MOST),
        ('"alte Brücke" "Regen fällt"', Relaxed.MOST),
        ("Brücke Regen", Relaxed.ANY),
        ("alte (Schnee OR Regen)", Relaxed.ANY),
        ("Brücke Schnee Regen", Relaxed.ANY),
        ("headline:Brücke alte", Relaxed.ANY),
    ],
)
def test_what_finds_nothing_is_relaxed_in_steps(typed, step):
    article = build("Die alte Brücke in Bonn fällt.")
    found = ask(typed)
    assert (found.ids, found.count, found.relaxed) == ((article,), 1, step)


@pytest.mark.parametrize("words", ["Schnee", "Schnee Regen", "person:Niemand Brücke Schnee", "Brücke Schnee -alte"])
def test_what_is_excluded_or_named_is_never_relaxed(words):
    build("Die alte Brücke in Bonn fällt.")
    found = ask(words)
    assert (found.count, found.relaxed) == (0, None)


def test_a_question_is_relaxed_in_its_right_spelling():
    article = build("Die Brücke steht.")
    found = ask("Schnee Brükce")
    assert (found.ids, found.relaxed, found.words.text) == ((article,), Relaxed.ANY, "Schnee Brücke")


def test_filters_stay_and_it_says_how_many_there_are_without():
    desk = build_desk()
    build("Die alte Brücke.", desk=desk)
    for _ in range(3):
        build("Brücke im Regen.")
    found = ask("Brücke Regen", desk_ids=frozenset([desk.pk]))
    assert (found.count, found.relaxed, found.unfiltered) == (1, Relaxed.ANY, 3)


def test_a_relaxed_question_has_all_its_pages():
    articles = {build("Die alte Brücke.") for _ in range(5)}
    pages = [ask("Brücke Schnee", page=page, per_page=2) for page in (1, 2, 3)]
    assert {pk for found in pages for pk in found.ids} == articles
    assert {(found.count, found.pages, found.relaxed) for found in pages} == {(5, 3, Relaxed.ANY)}


def test_feeds_and_exports_ask_for_just_what_was_typed():
    build("Baerbock reist.")
    index_now()
    assert find(SearchRequest("Berbock"), NOW).count == 0


def test_a_question_that_finds_enough_costs_nothing_more(monkeypatch):
    for _ in range(10):
        build("Die Brücke.")
    index_now()
    monkeypatch.setattr("articles.search.relaxing.corrected", pytest.fail)
    assert answer(SearchRequest("Brücke"), NOW).count == 10


def test_helping_is_bounded_whatever_was_typed(count_asked):
    build("Baerbock reist.")
    index_now()
    answer(SearchRequest(" ".join(f"Berbock{letter}" for letter in "abcdefghijklmnop")), NOW)
    assert sum(count_asked.values()) <= 8
    assert count_asked["near"] <= 2


@pytest.fixture
def count_asked(monkeypatch):

    asked = Counter()

    def counting(name, method):
        def call(*args, **kwargs):
            asked[name] += 1
            return method(*args, **kwargs)

        return call

    for name in ("find", "count", "near"):
        monkeypatch.setattr(EmbeddedEngine, name, counting(name, getattr(EmbeddedEngine, name)))
    return asked


def test_relaxing_is_pure_and_takes_nothing_new():
    words = QueryWords.parse('"alte Brücke" (Bonn OR Köln) -Regen')
    for _, relaxed in relaxations(words):
        assert relaxed.unwanted == words.unwanted
        assert relaxed.text == "alte Brücke Bonn Köln"
