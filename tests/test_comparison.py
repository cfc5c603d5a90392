"""What lies between two records, section by section, and how it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparison import comparison_of, summary
from articles.formats.base import ArticleRecord, Ref, SectionRecord


def record(*sections, **values):
    """Sections as (anchor, text)."""
    made = tuple(SectionRecord(f"<p>{text}</p>", anchor.title(), anchor) for anchor, text in sections)
    return ArticleRecord(**{"headline": "Titel", "sections": made, **values})


def kinds(old, new):
    return [(section.anchor, section.kind) for section in comparison_of(old, new).sections]


A, B, C = ("a", "eins"), ("b", "zwei"), ("c", "drei")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B], [A, B], [("a", "same"), ("b", "same")]),
        ([A, B], [A, ("b", "neu")], [("a", "same"), ("b", "changed")]),
        ([A, C], [A, B, C], [("a", "same"), ("b", "added"), ("c", "same")]),
        ([A, B, C], [A, C], [("a", "same"), ("b", "removed"), ("c", "same")]),
        ([A, B], [B], [("a", "removed"), ("b", "same")]),
        ([A, B, C], [B, C, A], [("b", "same"), ("c", "same"), ("a", "moved")]),
        ([], [], []),
    ],
)
def test_sections_are_told_apart(old, new, expected):
    assert kinds(record(*old), record(*new)) == expected


sections = st.lists(st.sampled_from("abcdef"), unique=True).map(lambda names: [(name, name) for name in names])


@given(sections, sections)
def test_no_section_is_lost_or_told_twice(old, new):
    told = kinds(record(*old), record(*new))
    assert [anchor for anchor, kind in told if kind != "removed"] == [anchor for anchor, _ in new]
    assert sorted(anchor for anchor, kind in told if kind != "added") == sorted(anchor for anchor, _ in old)


def test_fields_are_compared_in_the_order_of_the_page():
    old, new = record(kicker="Alt", tags=(Ref("A"),)), record(kicker="Neu", tags=(Ref("A"), Ref("B")))
    assert [change.name for change in comparison_of(old, new).fields] == ["kicker", "tags"]
    assert comparison_of(old, new).fields[1].html == "A<ins>, B</ins>"


def test_fields_are_escaped():
    found = comparison_of(record(), record(headline="<b>"))
    assert found.fields[0].html == "<del>Titel</del><ins>&lt;b&gt;</ins>"


def test_a_heading_is_part_of_its_section():
    old = ArticleRecord("T", sections=(SectionRecord("<p>x</p>", "Alt", "a"),))
    new = ArticleRecord("T", sections=(SectionRecord("<p>x</p>", "Neu", "a"),))
    assert comparison_of(old, new).sections[0].heading_html == "<del>Alt</del><ins>Neu</ins>"


def test_the_summary_counts_and_names():
    found = comparison_of(record(A, B), record(("a", "eins und eins"), C, headline="Neuer Titel"))
    assert summary(found) == [
        "Titel geändert",
        "Abschnitt geändert: „A“",
        "Neuer Abschnitt: „C“",
        "Abschnitt entfernt: „B“",
        "5 Wörter neu, 2 Wörter gestrichen",
    ]


def test_a_section_without_a_heading_goes_by_its_number():
    old, new = (ArticleRecord("T", sections=(SectionRecord(f"<p>{word}</p>", "", "a"),)) for word in ("x", "y"))
    found = comparison_of(old, new)
    assert (found.sections[0].label, summary(found)[0]) == ("Abschnitt 1", "Abschnitt geändert: Nr. 1")


def test_many_sections_are_counted():
    told = summary(comparison_of(record(), record(*((name, "x") for name in "abcdefg"))))
    assert told[0] == "Neue Abschnitte: „A“, „B“, „C“, „D“ und 3 weitere"


def test_no_change_is_said():
    assert summary(comparison_of(record(A), record(A))) == ["Am Text wurde nichts geändert."]
