"""Letters, widths and lines of what is drawn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pictures.lettering import MEASURED_AT, Style, set_in, width, writable

BOX, SIZES = (1040, 330), (120, 90, 60, 40)


def lines_of(text, box=BOX):
    return set_in(text, box, SIZES, 650, 1.12)


@pytest.mark.parametrize(
    "text", ["Größe „zählt“ – 41 € mehr…", "Łódź, Çankaya, Şişli, Đorđe", "Київ і Москва", "Ἀθήνα Νόμος"[1:], "Nguyễn"]
)
def test_what_the_fonts_have_stays(text):
    assert writable(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("東京 heute", "DongJing heute"),
        ("  zwei \n Zeilen\t", "zwei Zeilen"),
        ("Schiff\u00adfahrt\u200b", "Schifffahrt"),
        ("Tor 🙂!", "Tor !"),
        ("\ud800\U0010ffff\x00", ""),
        ("Mu\u0308ller", "Müller"),
    ],
)
def test_what_they_have_not_is_written_otherwise(text, written):
    assert writable(text) == written


def test_another_direction_becomes_latin_letters():
    assert writable("رئيس").isascii()


def test_a_short_headline_is_set_large_on_one_line():
    assert lines_of("Brücke bleibt") == (("Brücke bleibt",), 120)


def test_lines_are_of_like_length():
    lines, size = lines_of("Die Stadt will die alte Brücke am Fluss nun doch erhalten")
    widths = [width(line, Style(size, 650)) for line in lines]
    assert len(lines) > 1
    assert min(widths) > 0.6 * max(widths)


def test_no_line_begins_with_a_dash():
    lines, _size = lines_of(
        "Wir haben uns verrechnet – und zwar um einundvierzig – nein – zweiundvierzig Millionen Euro"
    )
    assert not [line for line in lines if line.startswith("–")]


def test_the_longest_headline_fits():
    text = ("Ein sehr langer Titel, der von vielem handelt " * 7)[:300].strip()
    lines, size = lines_of(text)
    assert " ".join(lines) == text
    assert len(lines) * size * 1.12 <= BOX[1]


def test_no_word_is_divided_that_fits_a_line():
    lines, _size = lines_of("Donaudampfschifffahrtsgesellschaft")
    assert lines == ("Donaudampfschifffahrtsgesellschaft",)


def test_an_endless_word_is_divided_and_cut():
    lines, size = lines_of("W" * 300)
    assert lines[-1].endswith("…")
    assert all(width(line, Style(size, 650)) <= BOX[0] for line in lines)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_whatever_is_typed_fits_the_box(text):
    lines, size = lines_of(writable(text))
    assert len(lines) * size * 1.12 <= BOX[1]
    assert all(width(line, Style(size, 650)) <= BOX[0] + size / MEASURED_AT for line in lines[:-1])
