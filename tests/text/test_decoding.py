"""Bytes become text, whatever wrote them, or are refused with their line."""

import pytest

from articles.errors import Unreadable
from articles.text.decoding import decode

UMLAUTS = "Größe für „alle“ – 5 €"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_it_reads_what_computers_write(encoding):
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert decode(mark + UMLAUTS.encode(encoding))[0] == UMLAUTS


def test_unicode_needs_no_remark():
    assert decode(UMLAUTS.encode())[1] == ()


def test_each_line_is_read_for_itself_and_the_first_foreign_one_said():
    data = "eins ü\nzwei ß\r\n".encode() + "drei ä\nvier ö".encode("cp1252")
    assert decode(data) == (
        "eins ü\nzwei ß\r\ndrei ä\nvier ö",
        ((3, "Kein UTF-8: als Windows-1252 gelesen (2 Zeilen)."),),
    )


def test_the_end_mark_of_dos_is_dropped():
    assert decode(b"Ende\x1a")[0] == "Ende"


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"a\nb\x00", 2), (b"a\r\nb\r\x07", 3), (b"\x81", 1), (b"", 0), (b"\xff\xfe\x00", 1), (b"\x89PNG\r\n", 1)],
)
def test_what_is_no_text_is_refused_with_its_line(data, line):
    with pytest.raises(Unreadable) as refusal:
        decode(data)
    assert refusal.value.line == line


def test_five_megabytes_are_enough():
    assert decode(b"a" * 5_000_000)[0]
    with pytest.raises(Unreadable, match="5 MB"):
        decode(b"a" * 5_000_001)
