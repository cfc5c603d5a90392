import pytest

from articles.bench.judged import FRESH, SHORTEST, _sections, judged_set, judged_texts, samples
from articles.errors import CannotDo
from tests import samples as shared


def test_there_are_questions_of_every_kind():
    kinds = [asked.kind for asked in judged_set()]
    assert len(kinds) >= 200
    assert {kind: kinds.count(kind) >= 10 for kind in kinds} == dict.fromkeys(("question", "words", "english"), True)


def test_no_question_is_asked_twice():
    questions = [asked.question for asked in judged_set()]
    assert len(set(questions)) == len(questions)


def test_the_fresh_questions_ask_for_other_texts():
    fresh, known = ({name for asked in judged_set(*file) for name in asked.right} for file in ((FRESH,), ()))
    assert len(fresh) >= 200
    assert not fresh & known


def test_every_answer_is_there():
    shared.path("samples/klexikon")
    texts = judged_texts()
    asked = [*judged_set(), *judged_set(FRESH)]
    assert {name for each in asked for name in each.right} <= set(texts)
    assert len({article.id for article in texts.values()}) == len(texts)


def test_a_section_is_an_article(tmp_path):
    long = "Wort " * SHORTEST
    (tmp_path / "Die_Amsel.txt").write_text(f"{long}\n== Nest ==\n{long}\n=== Eier\nkurz\n", encoding="utf-8")
    assert [(name, article.headline) for name, article in _sections(tmp_path)] == [
        ("Die_Amsel#", "Die Amsel"),
        ("Die_Amsel#Nest", "Die Amsel: Nest"),
    ]


def test_missing_samples_are_told_with_the_variable(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSROOM_SAMPLES", str(tmp_path))
    with pytest.raises(CannotDo, match="NEWSROOM_SAMPLES"):
        samples()
