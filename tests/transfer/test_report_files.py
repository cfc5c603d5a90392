"""The report as a file."""

from __future__ import annotations

import csv
import json

import pytest

from articles.errors import CannotDo
from articles.transfer.report import Item, Outcome, Report
from articles.transfer.report_files import write_report

ITEM = Item(
    "ä.txt",
    Outcome.FAILED,
    "Leer.",
    3,
    ((1, "Erstens."), (0, "Zweitens.")),
    "Titel",
    7,
    "ä.txt",
    suggested=frozenset("A"),
)


def written(path, item=ITEM):
    report = Report(source="files")
    report.add(item)
    write_report(report, path)
    return path.read_text(encoding="utf-8")


def test_json_has_the_counts_of_every_outcome(tmp_path):
    counts = json.loads(written(tmp_path / "r.json"))["counts"]
    assert counts == {"created": 0, "updated": 0, "unchanged": 0, "conflict": 0, "skipped": 0, "failed": 1}


def test_json_has_every_item_with_its_place_and_reason(tmp_path):
    (item,) = json.loads(written(tmp_path / "r.json"))["items"]
    assert (item["path"], item["line"], item["reason"], item["article_id"]) == ("ä.txt", 3, "Leer.", 7)
    assert item["remarks"] == [{"line": 1, "text": "Erstens."}, {"line": 0, "text": "Zweitens."}]
    assert item["suggested_people"] == ["A"]


def test_csv_has_a_row_for_each_item(tmp_path):
    (row,) = csv.DictReader(written(tmp_path / "r.CSV").splitlines())
    assert (row["outcome"], row["path"], row["remarks"]) == ("failed", "ä.txt", "Erstens. | Zweitens.")


def test_a_spreadsheet_does_not_take_a_file_name_for_a_formula(tmp_path):
    (row,) = csv.DictReader(written(tmp_path / "r.csv", Item("=1+1.txt", Outcome.CREATED)).splitlines())
    assert row["path"] == "'=1+1.txt"


def test_another_suffix_is_refused(tmp_path):
    with pytest.raises(CannotDo, match=r"\.json oder \.csv"):
        written(tmp_path / "r.xlsx")


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(CannotDo, match="gibt es nicht"):
        written(tmp_path / "fort" / "r.json")
