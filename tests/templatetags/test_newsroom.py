"""What templates say through our tags."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from articles.charts import Column, bar_chart
from articles.templatetags import newsroom
from tests.builders import build_article, build_author


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, [1]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
        (3, 5, [1, 2, 3, 4, 5]),
    ],
)
def test_pages_are_shown_around_the_current_one(page, pages, shown):
    assert newsroom.page_window(page, pages) == shown


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_the_current_page_is_always_shown_and_in_order(page, more):
    numbers = [number for number in newsroom.page_window(page, page + more) if number]
    assert page in numbers
    assert numbers == sorted(set(numbers))


def test_a_label_of_the_last_bars_stays_in_the_drawing():
    months = bar_chart([Column(f"{place}", 1, tick=f"{place}" if place in {0, 59} else "") for place in range(60)])
    drawn = newsroom.chart_bars(months)
    assert 'chart__label--end" x="720"' in drawn
    assert drawn.count("chart__label--start") == 1


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/tags/energie/", "/tags/energie/"),
        ("/en/tags/energie/", "/tags/energie/"),
        ("/tags/energie/?page=3&desk=politik", "/tags/energie/?page=3"),
        ("/tags/energie/?page=1", "/tags/energie/"),
        ("/tags/energie/?page=abc", "/tags/energie/"),
        ("/2024/11/05/x/?q=brücke", "/2024/11/05/x/"),
    ],
)
def test_the_canonical_address_is_the_german_one(address, canonical):
    context = {"request": RequestFactory().get(address), "page": 1}
    assert newsroom.canonical(context) == f"http://testserver{canonical}"


@pytest.mark.parametrize(
    ("address", "language", "other"),
    [("/tags/?page=2", "en", "/en/tags/?page=2"), ("/en/", "de", "/"), ("/energie/", "de", "/energie/")],
)
def test_a_page_knows_its_address_in_the_other_language(address, language, other):
    assert newsroom.this_page_in({"request": RequestFactory().get(address)}, language) == other


@pytest.mark.django_db
def test_an_article_has_its_byline():
    assert newsroom.byline(build_article(authors=[build_author("Karl Voss")])) == "Von Karl Voss"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Anna <Berg>", "Anna &lt;Berg&gt;"),
        ("Урсула", '<bdi lang="und-Cyrl">Урсула</bdi>'),
        ("محمد", '<bdi lang="und-Arab">محمد</bdi>'),
        ("高橋", '<bdi lang="zh">高橋</bdi>'),
        ("たかはし", '<bdi lang="ja">たかはし</bdi>'),
        ("123", "123"),
    ],
)
def test_a_name_in_another_script_says_so(name, shown):
    assert newsroom.in_script(name) == shown
