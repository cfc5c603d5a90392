"""What lies between two texts: nothing is lost, changes are read at a glance, and long texts take no longer for it."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.diff import Op, compare, marked_html, marked_line, plain_words, words_of
from articles.text.markup import clean, plain_text

BITS = ["<p>", "</p>", "<ul><li>", "</li></ul>", "<strong>", "</strong>", "<em>", "</em>", "<h3>", "</h3>", "<br>"]
WORDS = ["Brücke", " ", "gesperrt", ".", "1.284", "&lt;b&gt;", "<a href='/a/'>", "</a>", "<blockquote>", "ß", "\n"]
html = st.lists(st.sampled_from(BITS + WORDS), max_size=30).map(lambda bits: clean("".join(bits)))


def marked(old, new):
    return marked_html(compare(words_of(old), words_of(new)))


def joined(parts):
    return "".join(word.text for part in parts for word in part)


@given(html, html)
def test_it_gives_back_both_texts(old, new):
    runs = compare(words_of(old), words_of(new))
    assert joined(run.old for run in runs) == plain_text(old)
    assert joined(run.new for run in runs) == plain_text(new)


@given(st.text(max_size=60), st.text(max_size=60))
def test_it_gives_back_both_lines(old, new):
    runs = compare(plain_words(old), plain_words(new))
    assert joined(run.old for run in runs) == old
    assert joined(run.new for run in runs) == new


@given(html, html)
def test_what_it_writes_is_whole_html(old, new):
    written = marked(old, new)
    for tag in ("p", "ins", "del", "a", "strong", "em", "blockquote", "h3"):
        assert written.count(f"<{tag}>") + written.count(f"<{tag} ") == written.count(f"</{tag}>")


@given(html)
def test_the_same_text_has_no_marks(text):
    assert {run.op for run in compare(words_of(text), words_of(text))} <= {Op.SAME}


def test_a_word_is_marked_in_its_sentence():
    assert marked("<p>Elf Pfeiler tragen.</p>", "<p>Zwölf Pfeiler tragen.</p>") == (
        "<p><del>Elf</del><ins>Zwölf</ins> Pfeiler tragen.</p>"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Brücke", "Neue Brücke", "<ins>Neue</ins> Brücke"),
        ("Neue Brücke", "Brücke", "<del>Neue</del> Brücke"),
        ("Die Brücke.", "Die Brücke", "Die Brücke<del>.</del>"),
    ],
)
def test_a_word_is_the_same_at_the_beginning(old, new, expected):
    assert marked_line(compare(plain_words(old), plain_words(new))) == expected


def test_a_number_is_one_word():
    assert marked("<p>Rund 1.284 Euro</p>", "<p>Rund 1.285 Euro</p>") == (
        "<p>Rund <del>1.284</del> <ins>1.285</ins> Euro</p>"
    )


def test_a_new_paragraph_stands_alone():
    assert marked("<p>Eins.</p><p>Drei.</p>", "<p>Eins.</p><p>Zwei.</p><p>Drei.</p>") == (
        "<p>Eins.</p><p><ins>Zwei.</ins></p><p>Drei.</p>"
    )


def test_a_changed_paragraph_is_compared_beside_a_new_one():
    written = marked("<p>Die Brücke ist alt.</p>", "<p>Ganz neu.</p><p>Die Brücke ist sehr alt.</p>")
    assert written == "<p><ins>Ganz neu.</ins></p><p>Die Brücke ist <ins>sehr</ins> alt.</p>"


def test_a_split_shows_where():
    assert marked("<p>Eins!Zwei</p>", "<p>Eins!</p><p>Zwei</p>") == "<p>Eins!<ins>¶</ins></p><p>Zwei</p>"


def test_a_sign_between_two_changes_belongs_to_them():
    assert marked("<p>rot, grün</p>", "<p>blau, gelb</p>") == "<p><del>rot, grün</del><ins>blau, gelb</ins></p>"


def test_another_emphasis_or_link_is_a_change():
    assert marked("<p>Der Rat</p>", "<p>Der <strong>Rat</strong></p>") == (
        "<p>Der <del>Rat</del> <ins><strong>Rat</strong></ins></p>"
    )
    assert '<ins><a href="/b/">Rat</a></ins>' in marked('<p><a href="/a/">Rat</a></p>', '<p><a href="/b/">Rat</a></p>')


def test_text_is_escaped_before_it_is_marked():
    assert marked("<p>a</p>", "<p>&lt;script&gt;</p>") == "<p><del>a</del><ins>&lt;script&gt;</ins></p>"
    assert marked_line(compare(plain_words(""), plain_words("<img src=x>"))) == "<ins>&lt;img src=x&gt;</ins>"


def test_lists_and_quotes_keep_their_shape():
    written = marked("<ul><li>Eins</li></ul>", "<ul><li>Eins</li><li>Zwei</li></ul><blockquote><p>Ja</p></blockquote>")
    assert '<p class="diff__item">Eins</p>' in written
    assert "<blockquote><ins>Ja</ins></blockquote>" in written


def long_text(seed, words=6000):
    named = [f"wort{(number * seed) % 997}" for number in range(words)]
    return "".join(f"<p>{' '.join(named[at : at + 60])}.</p>" for at in range(0, words, 60))


@pytest.mark.parametrize("seeds", [(1, 1), (1, 7), (3, 5)])
def test_long_texts_take_bounded_time(seeds):
    old, new = (words_of(long_text(seed)) for seed in seeds)
    begun = perf_counter()
    compare(old, new)
    assert perf_counter() - begun < 3


def test_one_word_changed_in_a_long_text_is_found():
    old = long_text(1)
    written = marked(old, old.replace("wort500 ", "anders ", 1))
    assert (written.count("<ins>"), written.count("<del>")) == (1, 1)
