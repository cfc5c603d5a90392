"""Drawn pictures on disk: drawn once, never too many, never needed."""

import os
from pathlib import Path

from articles.pictures import drawn_before
from articles.pictures.drawn_before import drawn_once


def keys(folder):
    return sorted(path.stem for path in Path(folder).rglob("*") if path.is_file())


def never():
    raise AssertionError("drawn again")


def test_what_was_drawn_is_not_drawn_again():
    assert drawn_once("ab1", lambda: b"one") == b"one"
    assert drawn_once("ab1", never) == b"one"


def test_the_oldest_make_room(settings, monkeypatch):
    monkeypatch.setattr(drawn_before, "PER_FOLDER", 3)
    for number in range(6):
        drawn_once(f"ab{number}", lambda: b"x")
        place = Path(settings.SHARE_DIR, "ab", f"ab{number}.png")
        os.utime(place, (number, number))
    assert keys(settings.SHARE_DIR) == ["ab3", "ab4", "ab5"]


def test_a_disk_that_takes_nothing_is_no_error(settings, tmp_path):
    (tmp_path / "taken").write_text("")
    settings.SHARE_DIR = tmp_path / "taken"
    assert drawn_once("ab1", lambda: b"one") == b"one"
