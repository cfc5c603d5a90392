"""Catalogue numbers are checked for their form."""

import pytest

from articles.text.identifiers import bare_id, is_gnd, is_wikidata


@pytest.mark.parametrize("number", ["118540238", "11850553X", "1028171862", "130825867"])
def test_numbers_of_people(number):
    assert is_gnd(number)


@pytest.mark.parametrize(
    "number", ["", "118540239", "1185402380", "11854023x", "4026894-9", "１１８５４０２３８", "118540238\n"]
)
def test_no_numbers_of_people(number):
    assert not is_gnd(number)


@pytest.mark.parametrize(
    ("number", "valid"), [("Q42", True), ("Q0", False), ("42", False), ("Q4a", False), ("Q4\n", False)]
)
def test_wikidata(number, valid):
    assert is_wikidata(number) is valid


@pytest.mark.parametrize(
    "written", [" q42 ", "https://www.wikidata.org/wiki/Q42", "http://www.wikidata.org/entity/Q42/"]
)
def test_what_is_pasted_from_a_browser(written):
    assert bare_id(written) == "Q42"
