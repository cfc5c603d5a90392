"""What an import's report keeps and counts."""

from __future__ import annotations

from articles.transfer.report import Item, Outcome, Report


def test_it_counts_by_outcome():
    report = Report()
    for outcome in (Outcome.CREATED, Outcome.CREATED, Outcome.FAILED):
        report.add(Item("a.txt", outcome))
    assert (report.counts[Outcome.CREATED], report.counts[Outcome.FAILED], report.counts[Outcome.UPDATED]) == (2, 1, 0)


def test_it_finds_the_items_of_an_outcome():
    report, item = Report(), Item("b.txt", Outcome.CONFLICT)
    report.add(Item("a.txt", Outcome.CREATED))
    report.add(item)
    assert report.of(Outcome.CONFLICT) == [item]


def test_a_person_suggested_by_two_articles_counts_once():
    report = Report()
    for path in ("a.txt", "b.txt"):
        report.add(Item(path, Outcome.CREATED, linked=frozenset({7}), suggested=frozenset({"Anna Berg"})))
    assert (report.linked, report.suggested) == ({7}, {"Anna Berg"})
