"""How finding people is measured: labelled sentences, made texts, counting, the table."""

from __future__ import annotations

from datetime import date

import pytest

from articles.bench.people import germeval, linking, passages, running, sentences
from articles.bench.people.measures import Measure, compared
from articles.bench.report import BEGIN, END
from articles.demo.generator import generate
from articles.demo.writer import Plan
from articles.errors import CannotDo
from articles.models import LinkedText, Mention
from articles.people.finding import Matcher
from tests import samples
from tests.builders import NOW, build_article, build_mention, build_person

LABELLED = """#\thttp://example.org\t[2010-01-01]
1\tGestern\tO\tO
2\tkam\tO\tO
3\t"\tO\tO
4\tAnna\tB-PER\tO
5\tBerg\tI-PER\tO
6\t"\tO\tO
7\tnach\tO\tO
8\tKiel\tB-LOC\tO
9\t.\tO\tO

1\tPutin\tB-PER\tO
"""


@pytest.fixture(scope="module")
def made():
    return linking.make(samples.path("samples/people/politicians.jsonl"), each=2)


def test_labelled_words_become_text_and_places(tmp_path):
    (tmp_path / "x.tsv").write_text(LABELLED)
    first, second = germeval.sentences(tmp_path / "x.tsv")
    assert first.text == 'Gestern kam "Anna Berg" nach Kiel.'
    assert [first.text[named.start : named.end] for named in first.people] == ["Anna Berg"]
    assert second.people == ((0, 5, 1),)


def test_right_wrong_and_missed_are_counted():
    measure = compared({1, 2, 3}, {2, 3, 4, 5})
    assert (measure.right, measure.wrong, measure.missed) == (2, 1, 2)
    assert (round(measure.precision, 2), measure.recall, round(measure.f1, 2)) == (0.67, 0.5, 0.57)


def test_nothing_to_do_and_nothing_done_is_right():
    assert (Measure().precision, Measure().recall) == (1.0, 1.0)
    assert Measure(0, 1, 1).f1 == 0.0


def test_there_are_many_different_sentences():
    lines = f"{sentences.POSITIVE}{sentences.NEGATIVE}{sentences.WORDS}{sentences.HOMONYMS}".split("\n")
    assert len({line for line in lines if line}) >= 40


def test_made_texts_hold_what_their_labels_say(made):
    names = {}
    for person_id, name, family in made.names:
        names.setdefault(person_id, set()).update({name[:1], family[:1]})
    for labelled in made.texts:
        for label in labelled.labels:
            assert labelled.text[label.start] in names[label.person_id]
            assert "<" not in labelled.text


def test_the_same_seed_makes_the_same_texts(made):
    again = linking.make(samples.path("samples/people/politicians.jsonl"), each=2)
    assert [labelled.text for labelled in again.texts] == [labelled.text for labelled in made.texts]


def test_links_in_made_texts_keep_the_promise(made):
    """The table in docs/people.md has larger numbers; this holds the rules to them."""
    matcher = Matcher(made.names, made.profiles)
    total = sum((running._links(labelled, matcher) for labelled in made.texts), Measure())
    assert total.precision >= 0.98
    assert total.recall >= 0.95


def test_new_names_keep_the_promise():
    lines = running._detected(samples.path("samples/germeval/NER-de-dev.tsv"))
    full = [line.measure for line in lines if "given and family" in line.what]
    assert min(measure.precision for measure in full) >= 0.9
    assert min(measure.recall for measure in full) >= 0.75


def test_passages_hold_what_their_marks_say(tmp_path):
    (tmp_path / "x.txt").write_text("== only 2020-01-02 | Titel\n[Mer¬kels](merkel) Rat, {Ina Neu}.\n")
    (passage,) = passages.passages(tmp_path / "x.txt")
    assert (passage.text, passage.day, passage.headline) == ("Mer\u00adkels Rat, Ina Neu.", date(2020, 1, 2), "Titel")
    assert (passage.links, passage.new) == ({(0, "merkel")}, {(14, 21)})


def test_all_marks_name_somebody_known():
    known = {person.key for person in passages._told()}
    found = list(passages.passages())
    assert len(found) >= 120
    assert {key for passage in found for _start, key in passage.links} <= known


def test_passages_keep_the_promise():
    lines = running._in_passages(samples.path("samples/people/politicians.jsonl"))
    links = [line.measure for line in lines if line.what.startswith("links")]
    assert min(measure.precision for measure in links) >= 0.97
    assert min(measure.recall for measure in links) >= 0.92


def test_without_samples_nothing_is_measured(tmp_path):
    with pytest.raises(CannotDo, match="NEWSROOM_SAMPLES"):
        running.quality(tmp_path)


def test_a_measure_and_a_speed_each_have_a_row():
    text = running.markdown(
        [running.Line("links", Measure(9, 1, 3)), running.Line("matcher", figure="1 ms")], day=date(2024, 1, 1)
    )
    assert "| links | 0.900 | 0.750 | 0.818 | 9 / 1 / 3 |" in text
    assert "| matcher | 1 ms |" in text


def test_the_page_has_a_place_for_the_table():
    page = (samples.ROOT / "docs" / "people.md").read_text()
    assert page.count(BEGIN) == page.count(END) == 1


@pytest.mark.django_db
def test_a_generated_archive_is_linked_anew():
    generate(Plan(3))
    before = set(Mention.objects.values_list("article", "anchor", "start", "person"))
    assert running.articles_per_second(at=NOW) > 0
    assert before <= set(Mention.objects.values_list("article", "anchor", "start", "person"))
    assert LinkedText.objects.count() == 3


@pytest.mark.django_db
def test_a_real_archive_is_not_touched():
    article = build_article()
    build_mention(article, build_person())
    with pytest.raises(CannotDo, match="not generated"):
        running.articles_per_second(at=NOW)
    assert Mention.objects.count() == 1
