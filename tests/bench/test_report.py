from datetime import date

import pytest
from django.conf import settings

from articles.bench.report import (
    BEGIN,
    END,
    SEARCH_BEGIN,
    SEARCH_END,
    Figures,
    Row,
    _processor,
    markdown,
    replace_figures,
    search_markdown,
)
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


SEARCH = {
    "articles": 1_000_000,
    "results": [
        {
            "name": "a word",
            "budget": 120.0,
            "uncached": {"median": 45.61, "p95": 60.0},
            "cached": {"median": 20.0},
            "alone": {"median": 30.0},
        },
        {
            "name": "a page",
            "budget": None,
            "uncached": {"median": 90, "p95": 99},
            "cached": {"median": 80},
            "alone": None,
        },
    ],
    "saved": {"median": 40.0, "p95": 66.0},
    "built": {"seconds": 500.0, "memory": 1234.0, "size": 760.0},
}


def test_the_search_is_told_with_its_budgets():
    text = search_markdown(SEARCH, day=date(2024, 11, 5))
    assert "| a word | 120 | 45.6 | 60.0 | 20.0 | 30.0 |" in text
    assert "| a page |  | 90.0 | 99.0 | 80.0 |  |" in text


def test_so_is_what_the_index_costs():
    text = search_markdown(SEARCH, day=date(2024, 11, 5))
    assert "| 150 ms | 40 ms, p95 66 |" in text
    assert "| 600 s | 500 s, 2,000 articles/s |" in text
    assert "| 1,500 MB | 1,234 MB |" in text


def test_the_page_has_a_place_for_both_tables():
    page = (settings.BASE_DIR / "docs" / "benchmarks.md").read_text("utf-8")
    assert all(page.count(marker) == 1 for marker in (BEGIN, END, SEARCH_BEGIN, SEARCH_END))
