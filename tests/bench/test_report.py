from datetime import date

import pytest

from articles.bench.report import BEGIN, END, Figures, Row, _processor, markdown, replace_figures
from articles.errors import CannotDo

FIGURES = Figures(
    {99: [], 100_000: [Row("empty view", None, None, 4321.4), Row("home", 12.34, 20.06, 150.2)]}, 8765.4, 55.5
)


def test_a_page_is_a_row_of_the_table():
    assert "| 100,000 | home | 12.3 | 20.1 | 150 |" in markdown(FIGURES, day=date(2024, 11, 5))


def test_the_floor_has_no_times():
    assert "| 100,000 | empty view |  |  | 4,321 |" in markdown(FIGURES, day=date(2024, 11, 5))


def test_it_says_what_the_work_costs():
    text = markdown(FIGURES, day=date(2024, 11, 5))
    assert "| import of text files, published and indexed | 56 |" in text
    assert "| index of 100,000 articles built anew | 8,765 |" in text


def test_it_says_machine_command_and_day():
    first = markdown(FIGURES, day=date(2024, 11, 5)).splitlines()[0]
    assert "Python 3" in first
    assert "`make bench`, 2024-11-05" in first


def test_the_processor_is_named(tmp_path):
    (tmp_path / "cpuinfo").write_text("processor : 0\nmodel name\t: Rechenwerk 7\n")
    assert _processor(tmp_path / "cpuinfo") == "Rechenwerk 7"
    assert _processor(tmp_path / "missing")


def test_writing_again_replaces_the_table(tmp_path):
    page = tmp_path / "benchmarks.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    replace_figures(page, "new")
    replace_figures(page, "newer")
    assert page.read_text() == f"before\n{BEGIN}\n\nnewer\n\n{END}\nafter\n"


def test_a_page_without_markers_is_left_alone(tmp_path):
    page = tmp_path / "benchmarks.md"
    page.write_text("mine")
    with pytest.raises(CannotDo, match="no place"):
        replace_figures(page, "new")
    assert page.read_text() == "mine"
