"""The report in sentences."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from articles.transfer.report import Item, Outcome, Report
from articles.transfer.report_lines import LINES_SHOWN, lines_of


def told(*items, **values):
    report = Report(source="files", **values)
    for item in items:
        report.add(item)
    return "\n".join(lines_of(report))


def test_it_names_the_source_and_the_number_of_files():
    text = told(Item("a.txt", Outcome.CREATED), Item("b.txt", Outcome.UNCHANGED))
    assert text.startswith("Import aus „files“: 2 Dateien.\n")


def test_a_dry_run_says_so():
    assert "Probelauf, nichts wurde gespeichert." in told(dry_run=True)


@pytest.mark.parametrize("word", ["neu", "geändert", "unverändert"])
def test_what_should_happen_is_told_even_if_it_did_not(word):
    assert f"  {word} " in told()


def test_what_should_not_happen_is_told_only_if_it_did():
    assert "fehlgeschlagen" not in told(Item("a.txt", Outcome.CREATED))


def test_a_failure_is_told_with_its_place_and_reason():
    text = told(Item("sub/a.txt", Outcome.FAILED, "Die Datei ist leer.", line=3))
    assert "Fehlgeschlagen:\n  sub/a.txt, Zeile 3: Die Datei ist leer." in text


def test_a_remark_on_many_files_is_one_line():
    items = [Item(f"{number}.txt", Outcome.CREATED, remarks=((0, "Kein Datum."),)) for number in range(5)]
    assert told(*items).endswith("Hinweise:\n  0.txt; 1.txt; 2.txt und 2 weitere: Kein Datum.")


def test_files_skipped_for_one_reason_are_one_line():
    items = [Item(f"{name}.jpg", Outcome.SKIPPED, "Unbekannte Endung.") for name in "abcd"]
    assert told(*items).endswith("Übersprungen:\n  a.jpg; b.jpg; c.jpg und 1 weitere: Unbekannte Endung.")


def test_a_remark_names_its_line():
    assert "a.txt, Zeile 4: So gelesen." in told(Item("a.txt", Outcome.CREATED, remarks=((4, "So gelesen."),)))


def test_a_long_list_is_cut_and_says_where_the_rest_is():
    items = [Item(f"{number}.txt", Outcome.FAILED, "Leer.") for number in range(LINES_SHOWN + 7)]
    assert told(*items).endswith("… und 7 weitere; --report DATEI nennt alle.")


def test_people_are_counted():
    text = told(Item("a.txt", Outcome.CREATED, linked=frozenset({1}), suggested=frozenset({"A B", "C D"})))
    assert "1 Person verknüpft" in text
    assert "2 Personen vorgeschlagen" in text


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\u2028"])
def test_a_file_name_cannot_move_the_cursor_nor_turn_letters_round(sign):
    assert sign not in told(Item(f"{sign}[2J.txt", Outcome.FAILED, "Leer."))


def test_remarks_on_the_whole_run_come_last():
    assert told(remarks=["Der Suchindex fehlt."]).endswith("\nDer Suchindex fehlt.")


def test_it_is_told_in_every_language():
    with override("en"):
        assert "files" in told()
