"""Words keep their places, and only close words are one name."""

from hypothesis import given
from hypothesis import strategies as st

from articles.people.tokens import plain_form, tokens_of


def test_words_keep_hyphens_and_apostrophes():
    assert [token.text for token in tokens_of("Karl-Heinz O’Brien, 12 Meter")] == ["Karl-Heinz", "O’Brien", "Meter"]


def test_only_a_blank_or_an_abbreviation_joins():
    joined = [token.joined for token in tokens_of("Dr. Karl W. Voss sagte. Anna, Berg (SPD)")]
    assert joined == [False, True, True, True, True, False, False, False]


def test_arabic_articles_count_as_large():
    assert [token.is_capitalised for token in tokens_of("al-Nuaimi all-in Ali")] == [True, False, True]


@given(st.text())
def test_words_stand_where_they_say(text):
    assert all(text[token.start : token.end] == token.text for token in tokens_of(text))


@given(st.text())
def test_the_plain_form_is_as_long_as_the_text(text):
    assert len(plain_form(text)) == len(text)


def test_the_plain_form_has_no_accents():
    assert plain_form("António’s\u00a0Überfall – Й") == "Antonio's Uberfall - Й"
