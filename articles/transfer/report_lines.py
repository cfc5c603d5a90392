"""An import's report in sentences, for a terminal. What is many is counted and named by its first few."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.transfer.report import Item, Outcome, Report

PLACES_SHOWN = 3
LINES_SHOWN = 50
ALWAYS_TOLD = {Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED}
EXPLAINED = (Outcome.FAILED, Outcome.CONFLICT)
UNSHOWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def lines_of(report: Report) -> Iterator[str]:
    """Line by line, fit for a terminal."""
    for line in _lines(report):
        yield shown(line)


def shown(line: str) -> str:
    """Without what moves a terminal's cursor or turns its letters round."""
    return "".join("\ufffd" if unicodedata.category(char) in UNSHOWN else char for char in line)


def _lines(report: Report) -> Iterator[str]:
    yield _title(report)
    for outcome in Outcome:
        if outcome in ALWAYS_TOLD or report.counts[outcome]:
            yield f"  {outcome.label:<15}{report.counts[outcome]:>7}"
    yield from _people(report)
    for outcome in EXPLAINED:
        yield from _explained(outcome, report.of(outcome))
    skipped = ((item.path, item.reason) for item in report.of(Outcome.SKIPPED))
    yield from _grouped(_("Übersprungen:"), skipped)
    remarks = ((_place(item.path, line), text) for item in report.items for line, text in item.remarks)
    yield from _grouped(_("Hinweise:"), remarks)
    yield from report.remarks


def _title(report: Report) -> str:
    number = len(report.items)
    counted = ngettext("%(number)d Datei", "%(number)d Dateien", number) % {"number": number}
    title = _("Import aus „%(source)s“: %(files)s.") % {"source": report.source, "files": counted}
    return " ".join([title, _("Probelauf, nichts wurde gespeichert.")]) if report.dry_run else title


def _people(report: Report) -> Iterator[str]:
    linked, suggested = len(report.linked), len(report.suggested)
    if linked:
        yield "  " + ngettext("%d Person verknüpft", "%d Personen verknüpft", linked) % linked
    if suggested:
        yield "  " + ngettext("%d Person vorgeschlagen", "%d Personen vorgeschlagen", suggested) % suggested


def _explained(outcome: Outcome, items: list[Item]) -> Iterator[str]:
    if items:
        yield f"{capfirst(outcome.label)}:"
        yield from _first([f"{_place(item.path, item.line)}: {item.reason}" for item in items])


def _grouped(title: str, told: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Each text once, with the places it belongs to: what is said of thousands of files stays one line."""
    places: dict[str, list[str]] = {}
    for place, text in told:
        places.setdefault(text, []).append(place)
    if places:
        yield title
        yield from _first([f"{_named(where)}: {text}" for text, where in places.items()])


def _first(lines: list[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:LINES_SHOWN])
    if len(lines) > LINES_SHOWN:
        yield "  " + _("… und %d weitere; --report DATEI nennt alle.") % (len(lines) - LINES_SHOWN)


def _named(places: list[str]) -> str:
    named, more = "; ".join(places[:PLACES_SHOWN]), len(places) - PLACES_SHOWN
    return named + " " + _("und %d weitere") % more if more > 0 else named


def _place(path: str, line: int) -> str:
    return _("%(path)s, Zeile %(line)d") % {"path": path, "line": line} if line else path
