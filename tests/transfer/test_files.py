"""Which files an import means, and why it passes others over."""

from __future__ import annotations

import os
import sys
import unicodedata
from datetime import UTC, datetime

import pytest

from articles.errors import CannotDo, Unreadable
from articles.transfer.files import MAX_BYTES, changed_at, check_paths, entries, read_bytes, spelled, told


def put(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Titel\nText.", encoding="utf-8")


def names(*paths):
    return [entry.name for entry in entries(paths) if not entry.skipped and not entry.failed]


def only(*paths):
    found = list(entries(paths))
    assert len(found) == 1
    return found[0]


def test_a_file_is_called_by_its_name(tmp_path):
    put(tmp_path, "ein/artikel.txt")
    assert names(tmp_path / "ein" / "artikel.txt") == ["artikel.txt"]


def test_a_file_in_a_folder_is_called_by_its_path_below_it(tmp_path):
    put(tmp_path, "2024/11/artikel.txt")
    assert names(tmp_path) == ["2024/11/artikel.txt"]


def test_folders_are_walked_in_sorted_order(tmp_path):
    put(tmp_path, "b.txt", "a/z.txt", "c/a.txt", "a/b.txt")
    assert names(tmp_path) == ["a/b.txt", "a/z.txt", "b.txt", "c/a.txt"]


def test_a_suffix_in_capitals_counts(tmp_path):
    put(tmp_path, "ARTIKEL.TXT")
    assert names(tmp_path) == ["ARTIKEL.TXT"]


def test_names_are_in_nfc_whatever_the_disk_says(tmp_path):
    put(tmp_path, unicodedata.normalize("NFD", "Brücke.txt"))
    assert names(tmp_path) == [unicodedata.normalize("NFC", "Brücke.txt")]


def test_a_hidden_file_is_passed_over(tmp_path):
    put(tmp_path, ".DS_Store")
    assert only(tmp_path).skipped == "Versteckte Datei."


def test_a_hidden_folder_is_passed_over_whole(tmp_path):
    put(tmp_path, ".git/a.txt", ".git/b.txt")
    assert only(tmp_path).skipped == "Versteckte Datei."


def test_an_unknown_suffix_is_passed_over_with_those_that_are_known(tmp_path):
    put(tmp_path, "bild.jpg")
    assert ".txt" in only(tmp_path).skipped


def test_an_empty_folder_is_said(tmp_path):
    assert only(tmp_path).skipped == "Der Ordner ist leer."


def test_a_pipe_is_never_opened(tmp_path):
    os.mkfifo(tmp_path / "rohr.txt")
    assert only(tmp_path).skipped == "Keine gewöhnliche Datei."


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    (tmp_path / "kreis").symlink_to(tmp_path)
    assert only(tmp_path).skipped == "Verknüpfung auf einen Ordner."


@pytest.mark.parametrize("target", ["fort.txt", "selbst.txt"])
def test_a_link_that_leads_nowhere_fails(tmp_path, target):
    (tmp_path / "selbst.txt").symlink_to(tmp_path / target)
    assert "ins Leere oder im Kreis" in only(tmp_path).failed


def test_a_link_given_as_argument_is_followed(tmp_path):
    put(tmp_path, "echt/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    assert names(tmp_path / "link") == ["a.txt"]


def test_the_same_file_given_twice_is_read_once(tmp_path):
    put(tmp_path, "a.txt")
    found = list(entries([tmp_path, tmp_path / "a.txt"]))
    assert [bool(entry.skipped) for entry in found] == [False, True]


def test_a_link_to_a_file_already_read_is_passed_over(tmp_path):
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert names(tmp_path) == ["a.txt"]


def test_a_name_that_is_not_utf8_is_read_as_latin1_and_remarked(tmp_path):
    path = os.fsencode(tmp_path) + b"/Br\xfccke.txt"
    with open(path, "wb") as file:
        file.write(b"Titel")
    found = only(tmp_path)
    assert found.name == "Brücke.txt"
    assert "nicht in UTF-8" in found.remarks[0][1]


def test_folders_may_lie_deeper_than_calls(tmp_path):
    deep = "/".join(["t"] * 300) + "/a.txt"
    put(tmp_path, deep)
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(250)
        assert names(tmp_path) == [deep]
    finally:
        sys.setrecursionlimit(limit)


def test_a_folder_that_may_not_be_read_fails_alone(tmp_path, monkeypatch):
    put(tmp_path, "a.txt", "zu/b.txt")
    listed = os.listdir
    monkeypatch.setattr(os, "listdir", lambda path: listed(path) if "zu" not in str(path)[-2:] else refuse())
    found = list(entries([tmp_path]))
    assert [(entry.path.name, entry.failed) for entry in found] == [("a.txt", ""), ("zu", "Keine Leseberechtigung.")]


def refuse():
    raise PermissionError(13, "Permission denied")


def test_an_argument_that_does_not_exist_is_a_mistake(tmp_path):
    with pytest.raises(CannotDo, match="fort"):
        check_paths([tmp_path, tmp_path / "fort.txt"])


def test_five_megabytes_are_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * MAX_BYTES)
    assert len(read_bytes(tmp_path / "a.txt")) == MAX_BYTES


def test_more_than_five_megabytes_are_not(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(Unreadable, match="5 MB"):
        read_bytes(tmp_path / "a.txt")


def test_a_file_dates_from_its_last_change(tmp_path):
    put(tmp_path, "a.txt")
    os.utime(tmp_path / "a.txt", (0, 1_700_000_000.7))
    assert changed_at(tmp_path / "a.txt") == datetime.fromtimestamp(1_700_000_000, UTC)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (PermissionError(13, "x"), "Keine Leseberechtigung."),
        (FileNotFoundError(2, "x"), "Die Datei gibt es nicht mehr."),
        (OSError(5, "Input/output error"), "Nicht lesbar: Input/output error."),
    ],
)
def test_what_the_system_refuses_is_said_in_words(error, says):
    assert told(error) == says


def test_an_ordinary_name_is_spelled_as_it_is():
    assert spelled("Größe/ß.txt") == "Größe/ß.txt"
