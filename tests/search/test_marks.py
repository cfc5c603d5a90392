import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.marks import PASSAGE_LENGTH, best_passage, hits, mark, mark_html
from articles.search.request import QueryWords
from articles.text.markup import clean, plain_text

WORDS = QueryWords.parse("Brücke")


def marked(text, question):
    return re.findall("<mark>(.*?)</mark>", mark(text, QueryWords.parse(question)))


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        ("Die Brücken sind zu.", "Brücke", ["Brücken"]),
        ("Eine Brückensperrung droht.", "Brücke", ["Brückensperrung"]),
        ("Er ging.", "gehen", ["ging"]),
        ("Per E-Mail.", "email", ["E", "Mail"]),
        ("Das Kim-Regime.", "Kim-Regime", ["Kim", "Regime"]),
        ("Die neue Brücke, nicht die alte Brücke.", '"alte Brücke"', ["alte", "Brücke"]),
        ("The bridges closed.", "bridge closing", ["bridges", "closed"]),
        ("Die Brücke in der Stadt", "die Brücke", ["Brücke"]),
        ("Die Brücke", "Wahl -Brücke", []),
        ("Die Brücke", "", []),
        ("Energiekrise und Brücke", "Ener*", ["Energiekrise"]),
        ("Die Wahl in Bonn und Köln", "(Bonn OR Köln) NOT Wahl", ["Bonn", "Köln"]),
        ("Brücke in Bonn", "titel:Brücke person:Bonn vor:2024", ["Brücke"]),
        ("Brücke vor Bonn", "Brücke NOT (vor -Bonn)", ["Brücke", "Bonn"]),
    ],
)
def test_what_the_engine_found_is_marked(text, question, found):
    assert marked(text, question) == found


def test_text_is_escaped_before_it_is_marked():
    assert mark("<b>Brücke</b> & Co", WORDS) == "&lt;b&gt;<mark>Brücke</mark>&lt;/b&gt; &amp; Co"


def test_a_typed_tag_is_no_tag():
    assert "<script" not in mark("<script>alert(1)</script>", QueryWords.parse("<script> alert"))


def test_html_is_marked_in_its_text_only():
    html = '<p>Die <a href="https://bruecke.example/Brücke">Brücke</a></p>'
    assert mark_html(html, WORDS) == '<p>Die <a href="https://bruecke.example/Brücke"><mark>Brücke</mark></a></p>'


def test_a_word_that_a_tag_cuts_is_marked_in_both_halves():
    html = "<p><strong>Brü</strong>cke</p>"
    assert mark_html(html, WORDS) == "<p><strong><mark>Brü</mark></strong><mark>cke</mark></p>"


def test_html_without_hits_stays_as_it_is():
    html = "<p>Tom &amp; Jerry &lt;3</p>"
    assert mark_html(html, WORDS) == html


def test_the_best_passage_has_most_of_the_words():
    sections = [("a", "Eins", "Die Brücke."), ("b", "Zwei", "Wahl über die Brücke."), ("c", "", "Nichts.")]
    passage = best_passage(sections, QueryWords.parse("Brücke Wahl"))
    assert (passage.anchor, passage.heading) == ("b", "Zwei")
    assert passage.html == "<mark>Wahl</mark> über die <mark>Brücke</mark>."


def test_the_same_word_often_is_not_more_words():
    sections = [("a", "", "Brücke Brücke Brücke"), ("b", "", "Brücke und Wahl")]
    assert best_passage(sections, QueryWords.parse("Brücke Wahl")).anchor == "b"


def test_a_long_passage_is_cut_around_the_hit():
    html = best_passage([("a", "", "Wort " * 200 + "Brücke " + "Wort " * 200)], WORDS).html
    assert html.startswith("… Wort")
    assert html.endswith("Wort …")
    assert "<mark>Brücke</mark>" in html
    assert len(html) < PASSAGE_LENGTH + 40


def test_without_a_hit_the_passage_is_the_beginning():
    assert best_passage([("a", "", "Anfang."), ("b", "", "Ende.")], WORDS).html == "Anfang."


def test_of_nothing_the_passage_is_empty():
    assert best_passage([], WORDS).html == ""


@given(st.text(), st.text(max_size=50))
def test_marking_changes_no_text(text, question):
    words = QueryWords.parse(question)
    bare = re.sub("</?mark>", "", mark(text, words))
    assert bare == mark(text, QueryWords())
    assert all(start < end <= len(text) for start, end in hits(text, words))


@given(st.text(alphabet="Brücke <>&\"'pbi/=\n-", max_size=80), st.sampled_from(["Brücke", "b", '"b r"', "b-i"]))
def test_marked_html_is_the_same_html_with_marks(html, question):
    cleaned = clean(html)
    result = mark_html(cleaned, QueryWords.parse(question))
    assert plain_text(re.sub("</?mark>", "", result)) == plain_text(cleaned)


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5), st.text(max_size=900))), st.text(max_size=30))
def test_any_sections_have_a_passage(sections, question):
    passage = best_passage(sections, QueryWords.parse(question))
    assert passage.html.count("<mark>") == passage.html.count("</mark>")
