"""Rows about people: what is cleaned, and what is refused with its line."""

from datetime import date

import pytest

from articles.errors import CannotDo, Unreadable
from articles.formats.people import RoleRow, in_order, person_row, role_of
from articles.formats.people_files import people_in


def read(tmp_path, name, text):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(people_in(path))


def refused(rows):
    return [(row.line, row.reason) for row in rows if isinstance(row, Unreadable)]


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Außenministerin, 2021–2025", RoleRow("Außenministerin", date(2021, 1, 1), date(2025, 12, 31))),
        ("Kanzler (seit 8.12.2021)", RoleRow("Kanzler", date(2021, 12, 8))),
        ("Rätin, bis 2020-05-03", RoleRow("Rätin", None, date(2020, 5, 3))),
        ("Rat, 2019-", RoleRow("Rat", date(2019, 1, 1))),
        ("Chefin des Amts, Berlin", RoleRow("Chefin des Amts, Berlin")),
        ({"title": "Rat", "since": 2019}, RoleRow("Rat", date(2019, 1, 1))),
    ],
)
def test_roles(written, role):
    assert role_of(written) == role


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Хаджимба, Рауль Джумкович", "Рауль Джумкович Хаджимба"),
        ("John Fahey (homme politique)", "John Fahey"),
        ("George Thomas, 1st Viscount Tonypandy", "George Thomas"),
        ("习近平", "习近平"),
    ],
)
def test_a_name_is_put_in_order(written, name):
    assert in_order(written) == name


@pytest.mark.parametrize(
    "told",
    [
        {"name": " "},
        {"name": "…"},
        {"name": ["Anna"]},
        {"name": "A\x00nna"},
        {"name": "A\ud800nna"},
        {"name": "A" * 201},
        {"name": "Anna", "wikidata": "42"},
        {"name": "Anna", "gnd": "118540239"},
        {"name": "Anna", "born": "gestern"},
        {"name": "Anna", "born": "2000-01-01", "died": "1999-01-01"},
        {"name": "Anna", "public": "vielleicht"},
        {"name": "Anna", "roles": "Rätin"},
        {"name": "Anna", "roles": ["Rätin, 2020–2019"]},
        {"name": "Anna", "aliases": ["A"] * 300},
    ],
)
def test_what_is_refused(told):
    with pytest.raises(Unreadable) as refusal:
        person_row(7, told)
    assert refusal.value.line == 7


def test_a_table(tmp_path):
    text = "\ufeffname;aliases;roles;public;gnd\nAnna Berg;A. Berg|Anna Moser;Rätin, 2020–;nein;https://d-nb.info/gnd/118540238\n"
    row = read(tmp_path, "a.csv", text)[0]
    assert (row.name, row.aliases, row.is_public, row.gnd) == (
        "Anna Berg",
        ("A. Berg", "Anna Moser"),
        False,
        "118540238",
    )
    assert row.roles == (RoleRow("Rätin", date(2020, 1, 1)),)


def test_lines_are_counted_through_quoted_breaks(tmp_path):
    text = 'name,description,wikidata\n"Anna Berg","zwei\nZeilen",Q1\n\nKai Neu,,falsch\n'
    assert refused(read(tmp_path, "a.csv", text)) == [(5, "„FALSCH“ ist keine Wikidata-Kennung.")]


def test_names_by_language_become_aliases(tmp_path):
    text = '{"qid": "Q1", "name": "Vladimir Putin", "names": {"de": "Wladimir Putin", "ru": "Путин, Владимир"}}\n'
    row = read(tmp_path, "a.jsonl", text)[0]
    assert (row.name, row.aliases, row.wikidata) == ("Wladimir Putin", ("Vladimir Putin", "Владимир Путин"), "Q1")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.csv", "vorname,nachname\nAnna,Berg\n", 1),
        ("a.csv", "name,name\nAnna,Berg\n", 1),
        ("a.csv", "", 1),
        ("a.csv", b"name\nAnna\n\xff\n", 3),
        ("a.csv", 'name\n"Anna\n', 2),
        ("a.csv", "name\nAnna,Berg\n", 2),
        ("a.jsonl", '{"name": "Anna"}\n{kaputt\n', 2),
        ("a.jsonl", "[1]\n", 1),
        ("a.jsonl", "[" * 100_000 + "\n", 1),
        ("a.jsonl", '{"name": "Anna", "names": ["Anna"]}\n', 1),
        ("a.jsonl", '{"name": "Anna", "aliases": 7}\n', 1),
        ("a.jsonl", '{"name": "Anna", "names": {}, "aliases": 7}\n', 1),
        ("a.jsonl", '{"name": "Anna", "names": {"de": ["Anna"]}}\n', 1),
        ("a.jsonl", b'{"name": "' + b"A" * 1_000_001 + b'"}\n', 1),
    ],
)
def test_bad_files_say_where(tmp_path, name, text, line):
    assert [found for found, _reason in refused(read(tmp_path, name, text))] == [line]


def test_other_files_are_refused(tmp_path):
    with pytest.raises(CannotDo, match=r"\.csv, \.tsv, \.jsonl"):
        read(tmp_path, "a.xlsx", "")
