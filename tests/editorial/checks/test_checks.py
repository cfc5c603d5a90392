"""Each check by itself: no database, no index."""

from dataclasses import replace

import pytest

from articles.editorial.checks import copy, filing, links, people, twins
from articles.editorial.checks.facts import Facts, Twin

GOOD = Facts("Brücke gesperrt", standfirst="Seit heute.", has_desk=True, tags=1)
COPY = Twin(7, "Brücke zu", "/2024/11/05/bruecke-zu/", 83)


@pytest.mark.parametrize("check", [copy, filing, people, twins, links])
def test_nothing_is_found_in_a_finished_article(check):
    assert not list(check.check(GOOD))


@pytest.mark.parametrize(
    ("check", "change", "key", "is_error"),
    [
        (copy, {"headline": " "}, "headline", True),
        (copy, {"standfirst": ""}, "standfirst", False),
        (filing, {"has_desk": False}, "desk", False),
        (filing, {"tags": 0}, "tags", False),
        (people, {"open_names": 2}, "people", False),
        (twins, {"twins": (COPY,)}, "twins", False),
        (twins, {"twins": None}, "no-index", False),
        (links, {"dead_links": ("/weg/",)}, "links", False),
    ],
)
def test_what_is_found(check, change, key, is_error):
    assert [(found.key, found.is_error) for found in check.check(replace(GOOD, **change))] == [(key, is_error)]


def test_an_article_of_a_standfirst_alone_is_one():
    assert not [found for found in copy.check(replace(GOOD, has_text=False)) if found.is_error]
    empty = replace(GOOD, has_text=False, standfirst="")
    assert [found.key for found in copy.check(empty) if found.is_error] == ["text"]


def test_a_copy_is_named_with_its_likeness():
    (found,) = twins.check(replace(GOOD, twins=(COPY,)))
    assert "83 %" in found.label
    assert found.twins == (COPY,)
