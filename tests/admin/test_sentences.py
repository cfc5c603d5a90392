"""The sentence around a name."""

from hypothesis import given
from hypothesis import strategies as st

from articles.admin.sentences import quote, sentence_around

TEXT = "Der Rat tagt. Dort sprach Kai Neu lange. „Gut so“, sagte er.\n\nSpäter ging Kai Neu."


def around(name, text=TEXT, **values):
    start = text.index(name)
    return sentence_around(text, start, start + len(name), **values)


def test_it_is_the_sentence_and_no_more():
    assert around("Kai Neu") == ("Dort sprach ", "Kai Neu", " lange.")


def test_a_paragraph_ends_a_sentence():
    assert around("Später") == ("", "Später", " ging Kai Neu.")


def test_a_long_sentence_is_cut_between_words():
    long = "wort " * 100 + "Kai Neu" + " wort" * 100
    before, name, after = around("Kai Neu", long, most=60)
    assert before.startswith("… wort ")
    assert after.endswith(" wort …")
    assert len(before + name + after) < 70


def test_a_text_changed_since_gives_the_name_alone():
    assert quote({"a": "Ganz anderer Text."}, "a", 5, 12, "Kai Neu") == ("", "Kai Neu", "")


@given(st.text(), st.integers(0, 50), st.integers(1, 20))
def test_the_name_is_always_the_part_asked_for(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert sentence_around(text, start, end).name == text[start:end]
