"""Head lines are read in German and English, and only where they are head lines."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.errors import Unreadable
from articles.formats.plain import read

PARAGRAPH = (
    "Der Rat hat am Dienstagabend beschlossen, die alte Brücke über die Aue für acht Millionen Euro zu erneuern."
)


def reading(*head, below=()):
    return read("\n".join([*head, "Rat gibt Geld für die Brücke", *below, "", PARAGRAPH]).encode())


def names(refs):
    return [ref.name for ref in refs]


def test_it_reads_german_head_lines():
    record = reading(
        "Ressort: Politik", "Autor: Anna Berg", "Quelle: dpa", "Ort: Musterheim", "Sprache: Deutsch"
    ).record
    assert (record.desk.name, names(record.bylines), record.source) == ("Politik", ["Anna Berg"], "dpa")
    assert (record.dateline, record.language) == ("Musterheim", "de")


def test_it_reads_english_head_lines():
    record = reading("Desk: Politics", "By: Anna Berg", "Source: AFP", "Dateline: London", "Language: English").record
    assert (record.desk.name, names(record.bylines), record.source) == ("Politics", ["Anna Berg"], "AFP")
    assert (record.dateline, record.language) == ("London", "en")


def test_head_lines_may_stand_below_the_headline_and_be_bold():
    found = reading(below=("**Datum:** 5.11.2024", "__Section__: Sport", "VON ANNA BERG"))
    assert (found.dated, found.record.desk.name) == (date(2024, 11, 5), "Sport")
    assert (names(found.record.bylines), found.record.standfirst) == (["Anna Berg"], PARAGRAPH)


def test_it_reads_what_the_text_calls_its_own_parts():
    text = (
        "Dachzeile: Verkehr\nTitel: Brücke gesperrt\nVorspann: Kurz gesagt.\nRechte: © Stadt\nURL: https://a.example/1"
    )
    record = read(f"{text}\n\n{PARAGRAPH}".encode()).record
    assert (record.kicker, record.headline, record.standfirst) == ("Verkehr", "Brücke gesperrt", "Kurz gesagt.")
    assert (record.rights, record.source_url) == ("© Stadt", "https://a.example/1")


@pytest.mark.parametrize(
    ("value", "dated"),
    [
        ("5. November 2024", date(2024, 11, 5)),
        ("05.11.2024", date(2024, 11, 5)),
        ("2024-11-05 14:30", datetime(2024, 11, 5, 14, 30)),
        ("5. Nov. 2024, 14 Uhr", datetime(2024, 11, 5, 14)),
        ("2024-11-05T14:30Z", datetime(2024, 11, 5, 14, 30, tzinfo=UTC)),
    ],
)
@pytest.mark.parametrize("label", ["Datum", "Date", "Veröffentlicht am"])
def test_it_reads_the_date(label, value, dated):
    assert (reading(f"{label}: {value}").dated, reading(f"{label}: {value}").remarks) == (dated, ())


def test_a_date_it_does_not_understand_is_said_with_its_line():
    found = reading("Ressort: Sport", "Datum: gestern")
    assert (found.dated, found.remarks) == (None, ((2, "Datum „gestern“ nicht verstanden."),))


@pytest.mark.parametrize("line", ["5. November 2024", "Musterheim, 5. November 2024", "Dienstag, 5.11.2024"])
def test_a_date_alone_on_a_line_is_taken_and_said(line):
    found = reading(line)
    assert (found.dated, found.record.headline) == (date(2024, 11, 5), "Rat gibt Geld für die Brücke")
    assert found.remarks == ((1, f"„{line}“ als Datum gelesen."),)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Von Anna Berg", ["Anna Berg"]),
        ("Von Anna Berg und Karl Maria Voss", ["Anna Berg", "Karl Maria Voss"]),
        ("By Jane Doe and John Smith", ["Jane Doe", "John Smith"]),
        ("Autoren: Anna Berg, Karl Voss", ["Anna Berg", "Karl Voss"]),
        ("Autorin: Berg, Anna", ["Anna Berg"]),
        ("Von unserer Redakteurin Anna Berg (Text)", ["Anna Berg"]),
        ("Autor: dpa/Anna Berg <a.berg@example.org>", ["dpa", "Anna Berg"]),
    ],
)
def test_it_reads_who_wrote_above_and_below_the_headline(line, authors):
    assert names(reading(line).record.bylines) == authors
    assert names(reading(below=(line,)).record.bylines) == authors


def test_a_byline_may_stand_below_the_standfirst():
    record = read(f"Brücke gesperrt\n\n{PARAGRAPH}\n\nVon Anna Berg\n\n{PARAGRAPH}".encode()).record
    assert (names(record.bylines), len(record.sections)) == (["Anna Berg"], 1)
    assert "Anna" not in record.sections[0].body


@pytest.mark.parametrize(
    "headline",
    ["Von der Leyen reist nach Kiew", "Von Kopf bis Fuß", "Von Bad Aibling", "Von Anna Berg", "Von Haus zu Haus"],
)
def test_a_headline_that_looks_like_a_byline_is_not_eaten(headline):
    record = read(f"{headline}\n{PARAGRAPH}\n{PARAGRAPH}".encode()).record
    assert (record.headline, record.bylines) == (headline, ())


@pytest.mark.parametrize(
    "headline", ["Ukraine: Rat stimmt ab", "11. September 2001", "Thema: Energie", "14:30 Uhr: Anpfiff"]
)
def test_a_headline_that_looks_like_a_head_line_is_not_eaten(headline):
    assert read(f"{headline}\n{PARAGRAPH}".encode()).record.headline == headline


def test_a_long_paragraph_that_begins_like_a_head_line_is_not_eaten():
    record = reading(below=("", f"Ort: {PARAGRAPH}")).record
    assert (record.dateline, record.standfirst) == ("", f"Ort: {PARAGRAPH}")


@pytest.mark.parametrize("line", ["Foto: Karl Voss", "Auftrag: 4711"])
def test_an_unknown_head_line_is_kept_in_the_text_and_said(line):
    found = reading("Ressort: Sport", line, "Autor: Anna Berg")
    assert found.record.sections[-1].body == f"<p>{line}</p>"
    assert found.remarks == ((2, f"Unbekannte Kopfzeile „{line}“ steht nun am Ende des Textes."),)


def test_an_empty_head_line_is_said():
    assert reading("Ressort:").remarks == ((1, "Kopfzeile „Ressort“ ist leer."),)


def test_a_language_nobody_knows_is_said():
    found = reading("Sprache: Elbisch")
    assert (found.record.language, found.remarks) == ("de", ((1, "Sprache „Elbisch“ nicht verstanden."),))


def test_tags_may_stand_in_the_head():
    assert names(reading("Themen: #Verkehr #Rat").record.tags) == ["Verkehr", "Rat"]


def test_an_embargo_is_placed_in_the_zone_of_the_newsroom():
    record = reading("Sperrfrist: 5.11.2024, 18 Uhr").record
    assert record.embargoed_until == datetime(2024, 11, 5, 18, tzinfo=ZoneInfo("Europe/Berlin"))


def test_an_embargo_that_is_no_date_stops_the_import():
    with pytest.raises(Unreadable, match="Sperrfrist „morgen früh“") as refusal:
        reading("Ressort: Sport", "Sperrfrist: morgen früh")
    assert refusal.value.line == 2


def test_no_embargo_is_none():
    assert reading("Sperrfrist: keine").record.embargoed_until is None
