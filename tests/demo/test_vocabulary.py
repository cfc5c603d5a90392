from random import Random

from articles.demo.vocabulary import COMMON_WORD, RARE_WORD, SIZE, frequencies, german, people_names
from articles.demo.wordlist import FUNCTION_WORDS


def test_frequencies_rise_to_one():
    found = frequencies(1000)
    assert found == sorted(found)
    assert found[-1] == 1


def test_it_knows_tens_of_thousands_of_words_once_each():
    words = german().words
    assert SIZE - 500 < len(words) == len(set(words))


def test_function_words_make_up_nearly_half_of_a_text():
    share = german().cumulated[len(FUNCTION_WORDS) - 1]
    assert 0.4 < share < 0.5


def test_the_commonest_word_has_its_share():
    drawn = german().draw(Random(1), 20_000)
    assert 0.03 < drawn.count("die") / 20_000 < 0.05


def test_most_words_of_a_text_are_rare():
    drawn = german().draw(Random(1), 20_000)
    assert sum(drawn.count(word) == 1 for word in set(drawn[:500])) > 100


def test_no_other_word_holds_a_measured_word():
    for measured in (COMMON_WORD, RARE_WORD):
        assert not [word for word in german().words if measured.lower() in word.lower()]


def test_every_noun_is_a_word_and_capitalised():
    assert set(german().nouns) <= set(german().words)
    assert all(noun[0].isupper() for noun in german().nouns)


def test_people_have_different_names():
    names = people_names(30_000)
    assert len(set(names)) == 30_000
    assert all(first and family for first, family in names)
