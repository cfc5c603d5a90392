"""The sentence in which names stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import quoting
from articles.text.quoting import Stretch, quoted, sentence_of


def places(text, *names):
    return [(text.index(name), text.index(name) + len(name)) for name in names]


def said(text, *names, **values):
    return "".join(stretch.text for stretch in quoted(text, places(text, *names), **values))


def test_it_is_the_sentence_with_the_name_set_apart():
    text = "Der Rat tagt. Dort sprach Kai Neu lange. Dann war Schluss."
    assert quoted(text, places(text, "Kai Neu")) == (
        Stretch("Dort sprach "),
        Stretch("Kai Neu", is_name=True),
        Stretch(" lange."),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 5. November kam Kai Neu.",
        "Prof. Dr. Kai Neu kam.",
        "Mit A. Merkel kam Kai Neu.",
        "Das sind z. B. Kai Neu und andere.",
        "Rund 3 Mio. Euro nahm Kai Neu.",
        "Kai Neu fragte: „Wer war das?“, und ging.",
        "Kai Neu kam.“",
    ],
)
def test_a_full_stop_need_not_end_a_sentence(sentence):
    assert said(f"Zuvor war es still. {sentence} Danach auch.", "Kai Neu") == sentence


@pytest.mark.parametrize(
    "before", ["Das war 2024.", "Wer?", "Halt!", "„Gut so.“", "So war es …", "Ein Punkt ohne Ende\n"]
)
def test_a_sentence_ends(before):
    assert said(f"{before} Kai Neu kam.", "Kai Neu") == "Kai Neu kam."


def test_a_sentence_may_begin_far_before_the_name():
    long = f"Wer {'sehr ' * 200}lange redet, ist Kai Neu."
    assert sentence_of(f"Zuvor. {long} Danach.", *places(f"Zuvor. {long}", "Kai Neu")[0]) == (7, 7 + len(long))


@given(
    st.lists(st.sampled_from(["Da ging er. ", "am 5. Mai ", "immer weiter ", "bis hier!\n"]), max_size=120), st.data()
)
def test_a_sentence_is_the_same_however_much_stands_before_it(pieces, data):
    text, name = "".join(pieces), "Kai Neu"
    place = len("".join(pieces[: data.draw(st.integers(0, len(pieces)))]))
    whole = f"{text[:place]}{name} {text[place:]}"
    first, last = sentence_of(whole, place, place + len(name))
    bounds = [0, *quoting._bounds(whole), len(whole)]
    assert first == max(bound for bound in bounds if bound <= place)
    assert last == len(whole[: min(bound for bound in bounds if bound >= place + len(name))].rstrip())


def test_all_names_of_the_sentence_are_set_apart():
    text = "Kai Neu traf Ida Alt. Ida Alt ging."
    names = [stretch.text for stretch in quoted(text, places(text, "Kai Neu", "Ida Alt")) if stretch.is_name]
    assert names == ["Kai Neu", "Ida Alt"]


def test_names_of_other_sentences_are_not():
    text = "Kai Neu kam. Ida Alt ging."
    assert said(text, "Kai Neu", "Ida Alt") == "Kai Neu kam."


def test_a_long_sentence_is_cut_between_words():
    text = "wort " * 100 + "Kai Neu" + " wort" * 100
    cut = said(text, "Kai Neu", most=120)
    assert cut.startswith("… wort ")
    assert cut.endswith(" wort …")
    assert len(cut) < 130


def test_names_far_apart_keep_something_around_them():
    text = "vor " * 30 + "Kai Neu" + " fern" * 100 + " Ida Alt" + " nach" * 30
    assert said(text, "Kai Neu", "Ida Alt").startswith("… vor vor")


def test_a_blank_behind_the_name_belongs_to_the_place():
    assert sentence_of("Kai Neu  ", 0, 8) == (0, 8)


@given(st.text("aB. !?\n„“5", max_size=80), st.integers(0, 80), st.integers(1, 20))
def test_the_sentence_always_holds_the_name(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = sentence_of(text, start, end)
    assert first <= start <= end <= last or text[start:end].isspace() or not text[start:end]
