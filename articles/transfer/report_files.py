"""An import's report as JSON or CSV, for programs and spreadsheets; its English names stay as they are."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from django.utils.translation import gettext as _

from articles.errors import CannotDo
from articles.transfer.exporting import no_formula
from articles.transfer.report import Item, Outcome, Report

COLUMNS = ("outcome", "path", "line", "reason", "headline", "article_id", "external_id", "remarks")


def writer_for(path: Path) -> Callable[[Report, TextIO], None]:
    """Raises CannotDo where the report could not be written, so that a run can refuse before it begins."""
    writers = {".json": write_json, ".csv": write_csv}
    if path.suffix.lower() not in writers:
        raise CannotDo(_("Der Bericht „%s“ muss auf .json oder .csv enden.") % path)
    if not path.absolute().parent.is_dir():
        raise CannotDo(_("Den Ordner für den Bericht gibt es nicht: %s.") % path.parent)
    return writers[path.suffix.lower()]


def write_report(report: Report, path: Path) -> None:
    """Raises CannotDo (see `writer_for`) and OSError."""
    write = writer_for(path)
    with path.open("w", encoding="utf-8", newline="") as out:
        write(report, out)


def write_json(report: Report, out: TextIO) -> None:
    values = {
        "source": report.source,
        "dry_run": report.dry_run,
        "counts": {outcome.value: report.counts[outcome] for outcome in Outcome},
        "remarks": report.remarks,
        "items": [_values(item) for item in report.items],
    }
    json.dump(values, out, ensure_ascii=False, indent=2)
    out.write("\n")


def write_csv(report: Report, out: TextIO) -> None:
    writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for item in report.items:
        values = {**_values(item), "remarks": " | ".join(text for _line, text in item.remarks)}
        writer.writerow({name: no_formula(v) if isinstance(v, str) else v for name, v in values.items()})


def _values(item: Item) -> dict[str, Any]:
    return {
        "outcome": item.outcome.value,
        "path": item.path,
        "line": item.line,
        "reason": item.reason,
        "headline": item.headline,
        "article_id": item.article_id,
        "external_id": item.external_id,
        "linked_people": sorted(item.linked),
        "suggested_people": sorted(item.suggested),
        "remarks": [{"line": line, "text": text} for line, text in item.remarks],
    }
