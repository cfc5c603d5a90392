"""Bytes to text as newsrooms send it: UTF-8, UTF-16 with a mark, Windows-1252. What is no text is refused."""

import codecs
import re

from articles.errors import Unreadable

MAX_BYTES = 5_000_000

_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_OTHER_KINDS = [
    (b"%PDF", "eine PDF-Datei"),
    (b"PK\x03\x04", "eine ZIP- oder Word-Datei"),
    (b"{\\rtf", "eine RTF-Datei"),
    (b"\xd0\xcf\x11\xe0", "eine alte Word-Datei"),
    (b"\x89PNG", "ein Bild"),
    (b"\xff\xd8\xff", "ein Bild"),
    (b"GIF8", "ein Bild"),
    (b"\x1f\x8b", "eine gepackte Datei"),
]
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")
_LINE_END = re.compile("\r\n|\r|\n")


def decode(data: bytes) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text of `data`, and remarks (line, sentence) on what had to be assumed. Raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise Unreadable("Die Datei ist größer als 5 MB.")
    for start, kind in _OTHER_KINDS:
        if data.startswith(start):
            raise Unreadable(f"Die Datei ist {kind}, kein reiner Text.", 1)
    text, remarks = _decoded(data)
    text = text.removeprefix("\ufeff").rstrip("\x1a")
    if not text.strip():
        raise Unreadable("Die Datei ist leer.")
    if match := _CONTROL.search(text):
        raise Unreadable("Die Datei ist binär, kein reiner Text.", _line_at(text, match.start()))
    return text, remarks


def _decoded(data: bytes) -> tuple[str, tuple[tuple[int, str], ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _by_line(data)


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = _line_at(data[: error.start].decode(encoding, "ignore"), error.start)
        raise Unreadable(f"Die Datei beginnt wie {encoding.upper()}, ist es aber nicht durchgehend.", line) from error


def _by_line(data: bytes) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Line by line, for texts glued together of both kinds."""
    lines, foreign = [], []
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(_windows(line, number))
            foreign.append(number)
    many = f"{len(foreign)} Zeilen" if len(foreign) > 1 else "1 Zeile"
    return "".join(lines), ((foreign[0], f"Kein UTF-8: als Windows-1252 gelesen ({many})."),)


def _windows(line: bytes, number: int) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable("Die Datei ist weder UTF-8 noch Windows-1252, also wohl kein Text.", number) from error


def _line_at(text: str, position: int) -> int:
    return len(_LINE_END.findall(text, 0, position)) + 1
