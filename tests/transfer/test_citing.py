"""How an article is cited."""

from datetime import date

import pytest
from django.utils import translation

from articles.transfer.citing import Cited, citation, citations, sortable

DAY = date(2024, 11, 5)
URL = "https://z.example/a"


def said(style, *authors, headline="Der Riss"):
    found = {one.style: one for one in citations(Cited(7, authors, headline, DAY, URL))}[style]
    return f"{found.before}{found.paper}{found.after}"


@pytest.mark.parametrize(
    ("authors", "headline", "expected"),
    [
        (["Karl Voss"], "Der Riss", "Karl Voss: Der Riss. In: Newsroom, 5. November 2024. https://z.example/a"),
        (["A B", "C D"], "Der Riss", "A B, C D: Der Riss. In: Newsroom, 5. November 2024. https://z.example/a"),
        ([], "Wer war es?", "Wer war es? In: Newsroom, 5. November 2024. https://z.example/a"),
    ],
)
def test_it_names_author_title_paper_and_day(authors, headline, expected):
    assert citation(authors, headline, DAY, URL) == expected


def test_the_archives_own_way_comes_first():
    assert said("Archiv", "Karl Voss") == citation(["Karl Voss"], "Der Riss", DAY, URL)


def test_a_headline_with_the_papers_name_is_not_cut():
    assert said("Archiv", headline="Im Newsroom, heute") == citation([], "Im Newsroom, heute", DAY, URL)


@pytest.mark.parametrize(
    ("name", "turned"),
    [
        ("Anna Berg", "Berg, Anna"),
        ("Anna Maria von der Berg", "von der Berg, Anna Maria"),
        ("dpa", "dpa"),
        ("Redaktion Sport", "Redaktion Sport"),
    ],
)
def test_names_are_turned_as_bibliographies_sort_them(name, turned):
    assert sortable(name).turned == turned


@pytest.mark.parametrize(
    ("authors", "credit"),
    [
        (["Karl Voss"], "Voss, K. (2024, 5. November). Der Riss. Newsroom. "),
        (["Anna-Lena Berg", "Karl Voss"], "Berg, A.-L., & Voss, K. (2024, 5. November). Der Riss. Newsroom. "),
        (["dpa"], "dpa (2024, 5. November). Der Riss. Newsroom. "),
        ([], "Der Riss. (2024, 5. November). Newsroom. "),
    ],
)
def test_apa(authors, credit):
    assert said("APA", *authors) == credit + URL


def test_apa_leaves_names_out_after_nineteen():
    authors = [f"Anna Berg{number}" for number in range(25)]
    assert "Berg18, A., … Berg24, A. (" in said("APA", *authors)


@pytest.mark.parametrize(
    ("authors", "credit"),
    [
        (["Karl Voss"], "Voss, Karl. „Der Riss.“ Newsroom"),
        (["Anna Berg", "Karl Voss"], "Berg, Anna, und Karl Voss. „Der Riss.“ Newsroom"),
        (["Anna Berg", "Karl Voss", "Ida Ohm"], "Berg, Anna, et al. „Der Riss.“ Newsroom"),
        ([], "„Der Riss.“ Newsroom"),
    ],
)
def test_mla(authors, credit):
    assert said("MLA", *authors) == f"{credit}, 5. Nov. 2024, {URL}."


def test_a_quoted_question_ends_without_another_stop():
    assert said("APA", headline="„Wer war es?“").startswith("„Wer war es?“ (2024")


def test_dates_follow_the_readers_language():
    with translation.override("en"):
        assert "November" in said("APA", "Karl Voss")
